package org.hotline.speech.prompts;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;
import org.hotline.speech.SpokenValues;

/** The words from which every digit string, count, amount and date is put together, and how a value is cut into them. */
public final class ValuePieces {
    private static final List<String> ENGLISH = english();
    private static final List<String> MANDARIN = mandarin();
    private static final Pattern ENGLISH_CUTS = cuts(ENGLISH, "(?![a-z])");
    private static final Pattern MANDARIN_CUTS = cuts(MANDARIN, "");

    /** Stands for a short silence among the pieces. */
    static final String PAUSE = ",";

    private ValuePieces() {}

    /** All pieces of a language: what {@code hotline prompts render} speaks beside the plans' own texts. */
    public static List<String> of(Language language) {
        return switch (language) {
            case ENGLISH -> ENGLISH;
            case MANDARIN -> MANDARIN;
        };
    }

    /** The pieces of a value in order, with {@link #PAUSE} among them; nothing if it holds a word we have no piece for. */
    static Optional<List<String>> cut(Language language, Piece value) {
        String text = SpokenValues.text(language, value).toLowerCase(Locale.ROOT);
        Matcher cut = switch (language) {
            case ENGLISH -> ENGLISH_CUTS.matcher(text);
            case MANDARIN -> MANDARIN_CUTS.matcher(text);
        };
        List<String> pieces = new ArrayList<>();
        int end = 0;
        while (cut.find()) {
            pieces.add(cut.group("piece") == null ? PAUSE : cut.group("piece"));
            end = cut.end();
        }
        return end == text.length() && !pieces.isEmpty() ? Optional.of(pieces) : Optional.empty();
    }

    /** The longest piece at each place, one right after the other. */
    private static Pattern cuts(List<String> pieces, String edge) {
        return Pattern.compile(pieces.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .collect(Collectors.joining("|", "\\G\\s*(?:[,，]|(?<piece>", ")" + edge + ")")));
    }

    private static List<String> english() {
        Set<String> pieces = new LinkedHashSet<>();
        IntStream.range(0, 100).forEach(number -> pieces.add(spoken(Language.ENGLISH, number)));
        pieces.addAll(List.of("hundred", "thousand", "million", "billion", "trillion", "and", "minus"));
        pieces.addAll(
                List.of("dollar", "dollars", "cent", "cents", "euro", "euros", "pound", "pounds", "pence", "penny"));
        pieces.addAll(List.of("yuan", "fen"));
        dates(Language.ENGLISH)
                .forEach(date -> pieces.addAll(List.of(date.replace(",", "").split(" ", 3))));
        return List.copyOf(pieces);
    }

    private static List<String> mandarin() {
        Set<String> pieces = new LinkedHashSet<>(List.of("零幺一二两三四五六七八九十百千万亿负元角分兆".split("")));
        pieces.addAll(List.of("两百", "美元", "欧元", "英镑"));
        dates(Language.MANDARIN).forEach(date -> {
            pieces.add(date.substring(0, date.indexOf('月') + 1));
            pieces.add(date.substring(date.indexOf('月') + 1, date.indexOf('号') + 1));
            pieces.add(date.substring(date.indexOf('号') + 1));
        });
        return List.copyOf(pieces);
    }

    /** Dates in which every month, day and weekday occurs. */
    private static List<String> dates(Language language) {
        return IntStream.rangeClosed(1, 366)
                .mapToObj(day -> LocalDate.ofYearDay(2024, day))
                .filter(date -> date.getMonth() == Month.JANUARY || date.getDayOfMonth() == 1)
                .map(date -> SpokenValues.text(language, new Piece.Date(date)).toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String spoken(Language language, int number) {
        return SpokenValues.text(language, new Piece.Count(number));
    }
}
