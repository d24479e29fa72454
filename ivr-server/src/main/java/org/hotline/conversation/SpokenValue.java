package org.hotline.conversation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline.conversation.plan.SlotType;
import org.hotline.conversation.slot.Correction;
import org.hotline.conversation.slot.Denied;
import org.hotline.conversation.slot.SaidInPassing;
import org.hotline.conversation.slot.SpokenAmount;
import org.hotline.conversation.slot.SpokenDate;
import org.hotline.conversation.slot.SpokenDigits;
import org.hotline.speech.EndpointRules;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;
import org.hotline.speech.SpokenValues;

/** Values of one type as people say them in one language, seen from today. */
record SpokenValue(SlotType type, Language language, LocalDate today) {
    private static final int LEAST_IN_PASSING = 4;

    /** The value, or nothing if {@code text} does not say one. */
    Optional<Piece> in(String text) {
        return switch (type) {
            case SlotType.Digits digits -> KeyedValue.digits(digits, digits(text));
            case SlotType.YesNo yesNo -> new YesOrNo(language).in(text).map(YesOrNo::piece);
            case SlotType.Amount amount ->
                SpokenAmount.read(language, text).map(minor -> new Piece.Amount(minor, amount.currency()));
            case SlotType.Date date -> SpokenDate.read(language, text, today).map(Piece.Date::new);
            case SlotType.OneOf oneOf -> oneOf(oneOf, text);
        };
    }

    /** The value, if it is said among other things; nothing if several are. */
    Optional<Piece> inPassing(String text) {
        return switch (type) {
            case SlotType.Digits digits -> digitsInPassing(digits, text);
            case SlotType.YesNo yesNo -> Optional.empty();
            case SlotType.Amount amount ->
                SaidInPassing.amount(language, text).map(minor -> new Piece.Amount(minor, amount.currency()));
            case SlotType.Date date -> SaidInPassing.date(language, text, today).map(Piece.Date::new);
            case SlotType.OneOf oneOf -> oneOf(oneOf, text);
        };
    }

    /** Shorter ones are said in passing too often to be meant. */
    private Optional<Piece> digitsInPassing(SlotType.Digits type, String text) {
        List<Piece> fitting = type.least() < LEAST_IN_PASSING
                ? List.of()
                : SaidInPassing.digits(language, text).stream()
                        .flatMap(digits -> KeyedValue.digits(type, digits).stream())
                        .distinct()
                        .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    /**
     * The value as it should be, if {@code text} says what is wrong with the one that was read back; nothing if it does not, or if it
     * agrees to it.
     */
    Optional<Piece> corrected(Piece readBack, String text) {
        Optional<Piece> corrected = switch (readBack) {
            case Piece.Digits digits -> correctedDigits(digits, text);
            case Piece.Date date -> refuses(text) ? correctedDate(date, text) : Optional.empty();
            case Piece.Amount amount -> refuses(text) ? in(Denied.without(language, text)) : Optional.empty();
            case Piece.Text word -> refuses(text) ? in(Denied.without(language, text)) : Optional.empty();
            case Piece.Count count -> Optional.empty();
        };
        return corrected.filter(value -> !value.equals(readBack));
    }

    private Optional<Piece> correctedDigits(Piece.Digits readBack, String text) {
        return type instanceof SlotType.Digits digits
                ? Correction.of(
                                language,
                                text,
                                SpokenValues.groups(readBack.digits()),
                                all -> KeyedValue.digits(digits, all).isPresent())
                        .map(Piece.Digits::new)
                : Optional.empty();
    }

    /** A day without its month is in the month that was read back. */
    private Optional<Piece> correctedDate(Piece.Date readBack, String text) {
        String meant = Denied.without(language, text);
        return SpokenDate.read(language, meant, today)
                .map(date -> SpokenDate.read(language, meant, readBack.date())
                        .filter(near -> near.getDayOfMonth() == date.getDayOfMonth())
                        .orElse(date))
                .map(Piece.Date::new);
    }

    private boolean refuses(String text) {
        return !new YesOrNo(language).in(text).orElse(false);
    }

    /** What the recognizer should expect when the value is read back, {@code yesOrNo} included; empty for anything. */
    List<String> corrections(List<String> yesOrNo) {
        return switch (type) {
            case SlotType.Digits digits ->
                Stream.concat(yesOrNo.stream(), Correction.phrases(language).stream())
                        .toList();
            case SlotType.YesNo same -> yesOrNo;
            case SlotType.Amount amount -> List.of();
            case SlotType.Date date -> List.of();
            case SlotType.OneOf oneOf -> List.of();
        };
    }

    /** The digits in {@code text}, maybe too few; none for other types. */
    String digits(String text) {
        return type instanceof SlotType.Digits
                ? SpokenDigits.read(language, text).orElse("")
                : "";
    }

    /** What the recognizer should expect; empty for anything. */
    List<String> phrases() {
        return switch (type) {
            case SlotType.Digits digits -> SpokenDigits.phrases(language);
            case SlotType.YesNo yesNo -> new YesOrNo(language).phrases();
            case SlotType.Amount amount -> List.of();
            case SlotType.Date date -> List.of();
            case SlotType.OneOf oneOf -> List.of();
        };
    }

    EndpointRules endpointing() {
        return switch (type) {
            case SlotType.Digits digits ->
                EndpointRules.dictated(text -> digits(text).length() >= digits.most());
            case SlotType.YesNo yesNo -> EndpointRules.closed(text -> in(text).isPresent());
            case SlotType.OneOf oneOf -> EndpointRules.closed(text -> in(text).isPresent());
            // "two hundred" may go on "and fifty", but the third of March is a whole date.
            case SlotType.Amount amount -> EndpointRules.open(language, text -> false);
            case SlotType.Date date -> EndpointRules.open(language, text -> in(text).isPresent());
        };
    }

    /** The one option that is named; Mandarin recognizers put blanks where they like. */
    private Optional<Piece> oneOf(SlotType.OneOf type, String text) {
        List<String> named = type.options().stream()
                .filter(option -> comparable(text).contains(comparable(option)))
                .toList();
        return named.size() == 1 ? Optional.of(new Piece.Text(named.getFirst())) : Optional.empty();
    }

    private String comparable(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return language == Language.MANDARIN ? lower.replace(" ", "") : " " + lower + " ";
    }
}
