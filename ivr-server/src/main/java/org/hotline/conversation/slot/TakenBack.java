package org.hotline.conversation.slot;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hotline.speech.Language;

/**
 * What callers take back who notice later that they gave the wrong thing: "no, the other order", "the number was wrong", 不是这个订单,
 * 单号说错了.
 */
public enum TakenBack {
    /** A number, or what it stands for: an order, a parcel, an account. */
    NUMBER(
            "\\b(?:the|my) other (?:order|number|parcel|package|account)\\b"
                    + "|^(?:no |sorry |not that )*(?:i (?:meant|mean) |it is |it's )?(?:the|my) other one\\b"
                    + "|\\b(?:that|this|it)(?: is|'s| was) (?:the |a )?(?:wrong|different) (?:order|number|one|parcel|account)\\b"
                    + "|\\bnot (?:that|this) (?:order|one|number|parcel|account)\\b"
                    + "|\\bi (?:meant|mean) (?:a different|another) (?:order|one|number|parcel|account)\\b"
                    + "|(?:^|\\b(?:no|sorry|the|my|that|order) )number (?:is|was) (?:wrong|incorrect|not right)\\b"
                    + "|^(?:no |sorry )*(?:the )?wrong (?:order|number)(?: number)?$"
                    + "|\\bi (?:gave|told|said|read|keyed|typed)(?: you)? the wrong (?:order|number|account)\\b(?! of)",
            "(?:不是|不要|不查|不问)(?:这|那)(?:个|一个|单|一单)(?:订单|单号|号码|号|包裹|快递)(?:$|我?是)"
                    + "|^(?:不对|不)?不是(?:这|那)个(?:$|是)"
                    + "|(?:是|要|查|问|说)的?(?:是)?另(?:外)?(?:个|一个|一单)(?:订单|单号|单子|单|号码|包裹|快递)?$"
                    + "|换(?:一)?个(?:订单|单号)"
                    + "|(?<![递流卡机话])(?:订单号|单号|号码)(?:说|报|念|给|输|按|搞|弄)?(?:错了?|不对)$"
                    + "|(?:说|报|念|给|输|按|搞|弄)错(?:了)?(?:订单|单号|号码)"),
    AMOUNT(
            "\\bi (?:gave|told|said|keyed|typed)(?: you)? the wrong (?:amount|price|sum)\\b",
            "(?:金额|钱数)(?:说|报|给|输|按)错|(?:说|报|给|输|按)错(?:了)?(?:金额|钱数)"),
    DAY(
            "\\bi (?:gave|told|said|keyed|typed)(?: you)? the wrong (?:day|date)\\b",
            "(?:日期|日子)(?:说|报|给|输|按)错|(?:说|报|给|输|按)错(?:了)?(?:日期|日子)");

    /** Who has a question about another one does not take this one back. */
    private static final Pattern ASKS = Pattern.compile("\\b(?:questions?|problems?)\\b|问题");

    private final Pattern english;
    private final Pattern mandarin;

    TakenBack(String english, String mandarin) {
        this.english = Pattern.compile(english);
        this.mandarin = Pattern.compile(mandarin);
    }

    /**
     * What is taken back; nothing if nothing is.
     *
     * @param text words separated by blanks; Mandarin with or without blanks
     */
    public static Optional<TakenBack> in(Language language, String text) {
        String said = switch (language) {
            case ENGLISH -> String.join(" ", Words.english(text));
            case MANDARIN -> Words.mandarin(text);
        };
        return Arrays.stream(values())
                .filter(what -> what.of(language).matcher(said).find()
                        && !ASKS.matcher(said).find())
                .findFirst();
    }

    private Pattern of(Language language) {
        return switch (language) {
            case ENGLISH -> english;
            case MANDARIN -> mandarin;
        };
    }
}
