package org.hotline.conversation.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hotline.speech.Language;
import org.hotline.understanding.Utterances;

/** Which of several things just named is said back: many a name has a no in it, "a wrong item", 收不到验证码. */
final class Named {
    private static final Pattern ARTICLE = Pattern.compile("^(?:a|an|the) ");
    private static final Pattern DENIED =
            Pattern.compile("(?:\\b(?:not|isn't)(?: about)?(?: a| an| the)? |(?<!是)不是(?:要|问|因为)?)$");

    private Named() {}

    /** The place of the only one that {@code text} names and does not deny, from 0; nothing if that is none, or several. */
    static Optional<Integer> in(Language language, String text, List<String> called) {
        String said = comparable(language, text);
        List<String> names =
                called.stream().map(name -> comparable(language, bare(name))).toList();
        List<Integer> named = new ArrayList<>();
        for (int place = 0; place < names.size(); place++) {
            int at = said.indexOf(names.get(place));
            if (at >= 0
                    && !DENIED.matcher(said.substring(0, at + lead(language))).find()) {
                named.add(place);
            }
        }
        List<Integer> longest = named.stream()
                .filter(place -> named.stream().noneMatch(other -> isPartOf(names.get(place), names.get(other))))
                .toList();
        return longest.size() == 1 ? Optional.of(longest.getFirst()) : Optional.empty();
    }

    private static boolean isPartOf(String name, String other) {
        return other.length() > name.length() && other.contains(name);
    }

    private static String bare(String name) {
        return ARTICLE.matcher(name).replaceFirst("");
    }

    /** English in whole words: a blank before and after. */
    private static String comparable(Language language, String text) {
        String plain = Utterances.normalised(language, text);
        return switch (language) {
            case ENGLISH -> " " + plain + " ";
            case MANDARIN -> plain.replace(" ", "");
        };
    }

    private static int lead(Language language) {
        return switch (language) {
            case ENGLISH -> 1;
            case MANDARIN -> 0;
        };
    }
}
