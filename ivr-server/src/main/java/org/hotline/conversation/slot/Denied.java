package org.hotline.conversation.slot;

import java.util.regex.Pattern;
import org.hotline.speech.Language;

/** What somebody says it is not: "thirty, not thirteen", 不是十三是三十. */
public final class Denied {
    private static final Pattern ENGLISH =
            Pattern.compile("(?:^| )(?:not|isn't) .*?(?= but | it's | it is |, |$)(?: but| it's| it is|,)?");
    private static final Pattern NO_ONE = Pattern.compile("\\b(?:the|this|that|which|wrong|right|other|no) one\\b");
    private static final Pattern MANDARIN = Pattern.compile("不是.+?(?:而是|应该是|是|$)");

    private Denied() {}

    /** What is left of a refusal when that is taken away, in which a value is the one that is meant. */
    public static String without(Language language, String text) {
        return switch (language) {
            case ENGLISH ->
                NO_ONE.matcher(ENGLISH.matcher(text).replaceAll(" "))
                        .replaceAll(" ")
                        .strip();
            case MANDARIN ->
                MANDARIN.matcher(text.replace(" ", "").replaceFirst("^不是(?:的|，|,)", ""))
                        .replaceAll(" ")
                        .strip();
        };
    }
}
