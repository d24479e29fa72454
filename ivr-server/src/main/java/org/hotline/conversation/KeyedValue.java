package org.hotline.conversation;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hotline.conversation.plan.SlotType;
import org.hotline.speech.Piece;

/** Values as people key them. */
final class KeyedValue {
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern MONEY = Pattern.compile("[0-9]{1,7}(\\*[0-9]{1,2})?");
    private static final Pattern MONTH_AND_DAY = Pattern.compile("[0-9]{4}");

    private KeyedValue() {}

    /** How many keys such a value takes at the most. */
    static int longest(SlotType type) {
        return switch (type) {
            case SlotType.Digits digits -> digits.most();
            case SlotType.YesNo ignored -> 1;
            case SlotType.OneOf ignored -> 1;
            case SlotType.Amount ignored -> 10;
            case SlotType.Date ignored -> 4;
        };
    }

    /** The value, or nothing if the keys make none. */
    static Optional<Piece> of(SlotType type, String keys, LocalDate today) {
        return switch (type) {
            case SlotType.Digits digits -> digits(digits, keys);
            case SlotType.YesNo ignored -> YesOrNo.keyed(keys).map(YesOrNo::piece);
            case SlotType.Amount amount -> amount(amount, keys);
            case SlotType.Date ignored -> date(keys, today);
            case SlotType.OneOf oneOf -> oneOf(oneOf, keys);
        };
    }

    /** Digits that came in parts. */
    static Optional<Piece> digits(SlotType type, String digits) {
        return type instanceof SlotType.Digits range ? digits(range, digits) : Optional.empty();
    }

    private static Optional<Piece> digits(SlotType.Digits type, String keys) {
        boolean fits = keys.length() >= type.least() && keys.length() <= type.most();
        return fits && DIGITS.matcher(keys).matches() ? Optional.of(new Piece.Digits(keys)) : Optional.empty();
    }

    /** The star key is the decimal point: 35*5 is 35.50. */
    private static Optional<Piece> amount(SlotType.Amount type, String keys) {
        if (!MONEY.matcher(keys).matches()) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(keys.replace('*', '.'));
        return Optional.of(new Piece.Amount(amount.movePointRight(2).longValueExact(), type.currency()));
    }

    /** Month and day: of this year, the last or the next, whichever lies nearest to today. */
    private static Optional<Piece> date(String keys, LocalDate today) {
        if (!MONTH_AND_DAY.matcher(keys).matches()) {
            return Optional.empty();
        }
        int month = Integer.parseInt(keys.substring(0, 2));
        int day = Integer.parseInt(keys.substring(2));
        return IntStream.rangeClosed(today.getYear() - 1, today.getYear() + 1)
                .mapToObj(year -> dateOf(year, month, day))
                .flatMap(Optional::stream)
                .min(Comparator.comparingLong(date -> Math.abs(ChronoUnit.DAYS.between(today, date))))
                .map(Piece.Date::new);
    }

    private static Optional<LocalDate> dateOf(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<Piece> oneOf(SlotType.OneOf type, String keys) {
        int place = keys.length() == 1 ? Character.digit(keys.charAt(0), 10) : 0;
        return place >= 1 && place <= type.options().size()
                ? Optional.of(new Piece.Text(type.options().get(place - 1)))
                : Optional.empty();
    }
}
