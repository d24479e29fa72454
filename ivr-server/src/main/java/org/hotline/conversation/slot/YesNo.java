package org.hotline.conversation.slot;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline.speech.Language;

/** Agreement and refusal in words. */
public final class YesNo {
    private static final Polarity ENGLISH = Polarity.ofWords(
            Set.of(
                    "yes",
                    "yeah",
                    "yep",
                    "yup",
                    "yah",
                    "aye",
                    "sure",
                    "okay",
                    "ok",
                    "correct",
                    "right",
                    "exactly",
                    "absolutely",
                    "definitely",
                    "certainly",
                    "affirmative",
                    "indeed",
                    "true",
                    "fine",
                    "of course",
                    "i do",
                    "it is",
                    "i am",
                    "please do",
                    "alright",
                    "all right",
                    "go ahead",
                    "sounds good",
                    "that's it",
                    "that is it",
                    "no problem",
                    "no worries",
                    "why not",
                    "uh huh",
                    "mhm",
                    "you got it"),
            Set.of(
                    "no",
                    "nope",
                    "nah",
                    "not",
                    "wrong",
                    "incorrect",
                    "negative",
                    "never",
                    "false",
                    "isn't",
                    "don't",
                    "doesn't",
                    "no way",
                    "not right",
                    "not correct",
                    "not true",
                    "not really",
                    "isn't right",
                    "isn't correct",
                    "it isn't correct",
                    "it isn't right",
                    "not fine",
                    "not okay",
                    "not ok",
                    "it isn't",
                    "i don't",
                    "i do not",
                    "it is not",
                    "it's not",
                    "i am not",
                    "of course not",
                    "absolutely not",
                    "definitely not",
                    "certainly not",
                    "not at all",
                    "not quite right",
                    "not quite",
                    "not exactly",
                    "not quite correct"),
            Set.of(
                    "don't know",
                    "do not know",
                    "not sure",
                    "right now",
                    "i am not sure",
                    "don't understand",
                    "i don't know",
                    "i do not know",
                    "i don't understand",
                    "i'm not sure",
                    "no idea",
                    "or no",
                    "yes or no"));
    private static final Polarity MANDARIN = Polarity.ofCharacters(
            Set.of(
                    "是", "对", "好", "行", "嗯", "可以", "正确", "没错", "不错", "没问题", "当然", "确认", "确定", "同意", "准确", "是的", "对的",
                    "好的", "没有错", "没有问题", "ok", "yes"),
            Set.of(
                    "不", "不是", "不对", "错", "错了", "不要", "不用", "不行", "不可以", "不需要", "没有", "没", "否", "不正确", "不同意", "不愿意",
                    "不好", "不确认", "不准确", "有错", "不太对", "不太好", "不是的", "不对的", "别", "no"),
            Set.of(
                    "是不是", "对不对", "好不好", "行不行", "可不可以", "要不要", "有没有", "对不起", "不好意思", "不知道", "不清楚", "不确定", "不明白", "行李",
                    "银行", "还行", "对方", "好像", "是否", "没听清", "没听懂", "不懂", "什么", "只要", "还有", "好几"));

    private static final List<String> ENGLISH_PHRASES = List.of(
            "yes",
            "yes please",
            "yeah",
            "yep",
            "yup",
            "that's right",
            "that is right",
            "right",
            "correct",
            "that's correct",
            "yes that's right",
            "sure",
            "okay",
            "of course",
            "exactly",
            "no",
            "nope",
            "no thank you",
            "no thanks",
            "that's wrong",
            "wrong",
            "that's not right",
            "that is not right",
            "not right",
            "incorrect",
            "no that's wrong");
    private static final List<String> MANDARIN_PHRASES = List.of(
            "是", "是 的", "对", "对 的", "好", "好 的", "嗯", "可以", "行", "正确", "没错", "没 问题", "当然", "确认", "不", "不是", "不 是", "不对",
            "不 对", "错", "错 了", "没有", "不行", "不 可以", "不用", "不 要");

    /** So many words, or characters, besides yes or no tell something else. */
    private static final int TELLING_WORDS = 3;

    private static final int TELLING_CHARACTERS = 4;

    private YesNo() {}

    /**
     * True for yes, false for no; nothing for neither, for both ("yes no"), and for "I don't know".
     *
     * @param text words separated by blanks; Mandarin with or without blanks
     */
    public static Optional<Boolean> read(Language language, String text) {
        return switch (language) {
            case ENGLISH -> ENGLISH.read(String.join(" ", Words.english(text)));
            case MANDARIN -> MANDARIN.read(Words.mandarin(text));
        };
    }

    /**
     * The same for an answer that may tell more. Who tells more says yes or no with the first word, if at all: "I am at the station"
     * agrees to nothing.
     */
    public static Optional<Boolean> answer(Language language, String text) {
        return read(language, tells(language, text) ? beginning(language, text) : text);
    }

    /** Whether an answer tells more than yes or no: "no, my refund please", but not "that is not right". */
    public static boolean tells(Language language, String text) {
        return switch (language) {
            case ENGLISH -> {
                String rest = ENGLISH.rest(String.join(" ", Words.english(text)));
                yield !rest.isEmpty() && rest.split(" +", -1).length >= TELLING_WORDS;
            }
            case MANDARIN ->
                MANDARIN.rest(Words.mandarin(text)).replace(" ", "").length() >= TELLING_CHARACTERS;
        };
    }

    /** What follows the yes or no that {@code text} begins with, empty if nothing does; the text itself if it begins with neither. */
    public static String after(Language language, String text) {
        return switch (language) {
            case ENGLISH -> ENGLISH.after(String.join(" ", Words.english(text)));
            case MANDARIN -> MANDARIN.after(Words.mandarin(text));
        };
    }

    private static String beginning(Language language, String text) {
        return switch (language) {
            case ENGLISH -> Words.english(text).getFirst();
            case MANDARIN -> Words.mandarin(text).substring(0, 2);
        };
    }

    /** What a recognizer should expect as the answer, in the bundled models' spelling and vocabulary. */
    public static List<String> phrases(Language language) {
        return switch (language) {
            case ENGLISH -> ENGLISH_PHRASES;
            case MANDARIN -> MANDARIN_PHRASES;
        };
    }
}
