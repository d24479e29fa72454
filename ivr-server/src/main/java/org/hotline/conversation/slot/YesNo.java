package org.hotline.conversation.slot;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline.speech.Language;

/** Agreement and refusal in words. */
public final class YesNo {
    private static final Set<String> ENGLISH_NO =
            Set.of("no", "nope", "nah", "not", "wrong", "incorrect", "isn't", "don't", "never", "neither");
    private static final Set<String> ENGLISH_YES = Set.of(
            "yes",
            "yeah",
            "yep",
            "yup",
            "sure",
            "correct",
            "right",
            "exactly",
            "okay",
            "ok",
            "fine",
            "course",
            "absolutely",
            "true",
            "indeed");

    private static final List<String> ENGLISH = List.of(
            "yes",
            "yeah",
            "yes please",
            "that's right",
            "that is right",
            "correct",
            "that's correct",
            "right",
            "sure",
            "okay",
            "no",
            "no it is not",
            "that's wrong",
            "that is wrong",
            "wrong",
            "not right",
            "no thanks",
            "[unk]");
    private static final List<String> MANDARIN = List.of(
            "是", "是 的", "对", "对 的", "没错", "好", "好 的", "可以", "嗯", "行", "不是", "不对", "不", "错 了", "不行", "不 要", "[unk]");

    private YesNo() {}

    /** True for yes, false for no; nothing if {@code text} is neither, or says both. */
    public static Optional<Boolean> read(Language language, String text) {
        return switch (language) {
            case ENGLISH -> english(EnglishNumber.words(text));
            case MANDARIN -> mandarin(MandarinNumber.compact(text));
        };
    }

    /** What a recognizer should expect, with {@code [unk]} for anything else. */
    public static List<String> phrases(Language language) {
        return switch (language) {
            case ENGLISH -> ENGLISH;
            case MANDARIN -> MANDARIN;
        };
    }

    /** "That's not right" is a no: refusal outweighs agreement, unless they stand apart ("yes no"). */
    private static Optional<Boolean> english(List<String> words) {
        boolean no = words.stream().anyMatch(ENGLISH_NO::contains);
        boolean yes = words.stream().anyMatch(ENGLISH_YES::contains);
        boolean torn = no && (words.contains("yes") || words.contains("yeah"));
        return torn || !(yes || no) ? Optional.empty() : Optional.of(!no);
    }

    private static Optional<Boolean> mandarin(String text) {
        if (text.contains("没错") || text.contains("不错")) {
            return Optional.of(true);
        }
        if (text.matches(".*(不|错|没有|没|否|别).*")) {
            return Optional.of(false);
        }
        return text.matches(".*(是|对|好|可以|行|嗯|要|确认|当然|正确).*") ? Optional.of(true) : Optional.empty();
    }
}
