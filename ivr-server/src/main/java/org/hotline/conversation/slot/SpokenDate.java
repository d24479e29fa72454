package org.hotline.conversation.slot;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotline.speech.Language;

/** Calendar dates as people say them; also typed as ISO 8601. */
public final class SpokenDate {
    private static final Pattern ISO = Pattern.compile("(?<!\\d)(\\d{4})-(\\d{1,2})-(\\d{1,2})(?!\\d)");

    private SpokenDate() {}

    /**
     * The date in what was heard. A weekday alone is the nearest such day, today included; "next Monday" and 下周一 are in
     * the week after this one, weeks beginning on Monday; a date without its year is the nearest one, before or after
     * today, whose weekday fits if one was said.
     *
     * @param text words separated by blanks, lower case; Mandarin with or without blanks
     * @param today where relative dates are counted from
     * @return nothing if no date was said, or several, or one that does not exist or lies more than twenty years away
     */
    public static Optional<LocalDate> read(Language language, String text, LocalDate today) {
        Matcher iso = ISO.matcher(text);
        Optional<LocalDate> date = iso.find()
                ? typed(iso)
                : switch (language) {
                    case ENGLISH -> EnglishDate.read(text, today);
                    case MANDARIN -> MandarinDate.read(text, today);
                };
        return date.filter(found -> found.isAfter(today.minusYears(20)) && found.isBefore(today.plusYears(20)));
    }

    private static Optional<LocalDate> typed(Matcher iso) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)), Integer.parseInt(iso.group(3))));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
