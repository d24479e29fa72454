package org.hotline.conversation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline.conversation.plan.SlotType;
import org.hotline.conversation.slot.SaidInPassing;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;
import org.hotline.understanding.phonetic.Likeness;

/**
 * What a look-up knows of the caller's own: an open order, its item, a ticket. Callers name it loosely and are misheard, but few things
 * can be meant.
 *
 * @param values by the look-up's names
 */
record Belongings(Language language, Map<String, Piece> values) {
    private static final double ALIKE = 0.75;

    /** "It ends in six seven eight": so many digits tell a number from others. */
    private static final int TELLING = 3;

    Belongings {
        values = Map.copyOf(values);
    }

    /** The names of the values that {@code text} mentions. */
    Set<String> named(String text) {
        List<String> said = SaidInPassing.digits(language, text);
        Set<String> named = new LinkedHashSet<>();
        values.forEach((name, value) -> {
            boolean mentioned = switch (value) {
                case Piece.Text item -> Likeness.of(language, text, item.text()) >= ALIKE;
                case Piece.Digits digits -> said.stream().anyMatch(run -> means(run, digits.digits()));
                case Piece.Amount amount ->
                    SaidInPassing.amount(language, text)
                            .filter(minor -> minor == amount.minor())
                            .isPresent();
                case Piece.Date date ->
                    SaidInPassing.date(language, text, date.date())
                            .filter(date.date()::equals)
                            .isPresent();
                case Piece.Count count -> false;
            };
            if (mentioned) {
                named.add(name);
            }
        });
        return named;
    }

    /** The caller's own number that {@code text} means, of those that fit: said in full, but for a digit, or by its end. */
    Optional<Piece> meant(SlotType type, String text) {
        List<Piece> fitting = values.values().stream()
                .filter(Piece.Digits.class::isInstance)
                .filter(value ->
                        KeyedValue.digits(type, ((Piece.Digits) value).digits()).isPresent())
                .filter(value -> SaidInPassing.digits(language, text).stream()
                        .anyMatch(run -> means(run, ((Piece.Digits) value).digits())))
                .distinct()
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private static boolean means(String said, String own) {
        boolean end = said.length() >= TELLING && own.endsWith(said);
        return end || (own.length() >= 2 * TELLING && said.length() == own.length() && differing(said, own) <= 1);
    }

    private static int differing(String one, String other) {
        int differing = 0;
        for (int at = 0; at < one.length(); at++) {
            differing += one.charAt(at) == other.charAt(at) ? 0 : 1;
        }
        return differing;
    }
}
