package org.hotline.conversation.slot;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hotline.speech.Language;

/** Which of several things just named is meant: "the second one", "the last", "none of these", 第二个, 都不是. */
public final class Pick {
    private static final List<Set<String>> ENGLISH = List.of(
            Set.of("first", "one", "1"),
            Set.of("second", "two", "2"),
            Set.of("third", "three", "3"),
            Set.of("fourth", "four", "4"),
            Set.of("fifth", "five", "5"),
            Set.of("sixth", "six", "6"),
            Set.of("seventh", "seven", "7"),
            Set.of("eighth", "eight", "8"),
            Set.of("ninth", "nine", "9"));
    private static final Set<String> FILLERS = Set.of(
            "the", "number", "option", "one", "please", "um", "uh", "er", "it", "is", "it's", "that", "that's", "i",
            "think", "would", "be");
    /** "Not the first, the second": the one that it is not, if another follows or came before. */
    private static final Pattern ENGLISH_NOT = Pattern.compile(
            "\\b(?:no )?not (?:the )?ORDINAL(?: one)?(?=.*\\bORDINAL\\b)|(?<=\\bORDINAL\\b.{0,9}) not (?:the )?ORDINAL(?: one)?"
                    .replace("ORDINAL", "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|last)"));

    private static final Pattern MANDARIN_NOT =
            Pattern.compile("不是第?[一二三四五六七八九][个种项条]?(?=.*第[一二三四五六七八九])|(?<=第[一二三四五六七八九][个种项条]?)不是第?[一二三四五六七八九][个种项条]?");
    private static final Set<String> ENGLISH_NONE = Set.of(
            "none", "neither", "none of these", "none of them", "none of those", "neither of them", "something else");
    private static final String MANDARIN_NUMBERS = "一二三四五六七八九";
    private static final Set<String> MANDARIN_NONE =
            Set.of("都不是", "都不对", "没有一个", "都没有", "别的", "其他的", "以上都不是", "全都不是", "哪个都不是");
    private static final String MANDARIN_FILLERS = "^(?:嗯|呃|我要|我选|选|是|应该是|就是|那个|那就)*|(?:吧|呢|啊|的|谢谢|就是)*$";

    private Pick() {}

    /**
     * The place of the one meant, from 0; {@code offered} for none of them; nothing if the words do not say it.
     *
     * @param text words separated by blanks; Mandarin with or without blanks
     * @param offered how many were named, 1 to 9
     */
    public static Optional<Integer> read(Language language, String text, int offered) {
        return switch (language) {
            case ENGLISH -> english(Words.english(ENGLISH_NOT.matcher(text).replaceAll(" ")), offered);
            case MANDARIN ->
                mandarin(
                        MANDARIN_NOT
                                .matcher(Words.mandarin(text))
                                .replaceAll("")
                                .replaceAll(MANDARIN_FILLERS, ""),
                        offered);
        };
    }

    private static Optional<Integer> english(List<String> words, int offered) {
        if (ENGLISH_NONE.contains(String.join(" ", words))) {
            return Optional.of(offered);
        }
        List<String> telling =
                words.stream().filter(word -> !FILLERS.contains(word)).toList();
        if (telling.isEmpty()) {
            return words.contains("one") ? Optional.of(0) : Optional.empty();
        }
        if (telling.size() > 1) {
            return Optional.empty();
        }
        String word = telling.getFirst();
        if (ENGLISH_NONE.contains(word)) {
            return Optional.of(offered);
        }
        return word.equals("last") ? Optional.of(offered - 1) : place(ENGLISH, word, offered);
    }

    private static Optional<Integer> place(List<Set<String>> names, String word, int offered) {
        for (int place = 0; place < offered; place++) {
            if (names.get(place).contains(word)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> mandarin(String text, int offered) {
        if (MANDARIN_NONE.contains(text)) {
            return Optional.of(offered);
        }
        String bare = text.replaceAll("^第|[个种项条]$", "").replace('两', '二');
        if (bare.equals("最后一") || bare.equals("后面那") || bare.equals("最后")) {
            return Optional.of(offered - 1);
        }
        if (bare.length() != 1) {
            return Optional.empty();
        }
        int place = Math.max(MANDARIN_NUMBERS.indexOf(bare), "123456789".indexOf(bare));
        return place >= 0 && place < offered ? Optional.of(place) : Optional.empty();
    }
}
