package org.hotline.conversation.triage;

import java.util.List;
import java.util.regex.Pattern;
import org.hotline.speech.Language;
import org.hotline.understanding.Utterances;
import org.hotline.understanding.phonetic.Sounds;

/**
 * How angry words are at us. Who only tells of a complaint, about a courier or the goods, is not; nor is who asks politely for a manager.
 */
public enum Anger {
    NONE,
    /** "This is ridiculous": to be put through, unless it was an answer to what is wrong, which may well be a complaint. */
    SOME,
    /** "Get me your boss", "I am sick of you people", or worse: to be put through at once. */
    MUCH;

    private static final List<String> ENGLISH_MUCH = List.of(
            "(?:get|give|bring|fetch|put|connect)(?: me)?(?: on| through| to| with)* (?:to |with )?(?:your|the) (?:boss|manager|supervisor|superior|director)",
            "(?:want|demand|need|let me|will)(?: to)?(?: speak| talk)?(?: only)?(?: to| with)? your (?:boss|manager|supervisor|superior|director)",
            "(?:complain|complaint) (?:about|against) (?:you|all of you|this company|your whole company)(?: people| lot| guys| bastards)?$",
            "(?:complain|complaint) (?:about|against) you people",
            "(?:sick|tired|fed up)(?: and tired)? (?:of|with) (?:you|this|your|it all|all this)",
            "you (?:people|lot|guys|all)? ?(?:are|re) (?:all )?(?:useless|idiots?|stupid|crooks?|thieves|liars|a joke|incompetent|hopeless|robbers)",
            "(?:stupid|damn|bloody|fucking|useless|idiotic) (?:machine|robot|computer|system|company|people|thing|bot)",
            "(?:fuck|fucking|bullshit|asshole|shit|goddamn|bastards|piss off|go to hell)",
            "shut up",
            "(?:i will|i'll|i am going to|i'm going to) (?:sue|report) you");

    private static final List<String> ENGLISH_SOME = List.of(
            "this is (?:just |so |absolutely |completely |really |totally )*(?:ridiculous|unacceptable|outrageous|a joke|a disgrace|disgraceful|insane|crazy|bullshit|a scandal)",
            "(?:worst|terrible|horrible|awful|pathetic) (?:service|company|hotline)",
            "i am (?:so |very |really |extremely )*(?:angry|furious|pissed off|mad)",
            "i'm (?:so |very |really |extremely )*(?:angry|furious|pissed off|mad)",
            "are you kidding me",
            "(?:i have|i've) had enough",
            "complain about (?:you|this company)",
            "how many times do i have to");

    private static final List<String> MANDARIN_MUCH = List.of(
            "(?:叫|让|把|喊)你们?的?(?:领导|经理|老板|主管|负责人|上级)",
            "(?:找|换|要)你们的?(?:领导|老板|主管|负责人|上级)",
            "投诉你们(?:这帮|这群|这些|所有)",
            "你们(?:这帮|这群|都是|就是|全是)?(?:骗子|强盗|废物|流氓|垃圾|混蛋|王八蛋)",
            "(?:什么破|破|垃圾|狗屁|烂)(?:服务|公司|系统|机器|平台|客服)",
            "气死我了",
            "忍无可忍",
            "受够了",
            "他妈|妈的|滚蛋|去死|王八蛋|混蛋|放屁|傻逼",
            "别跟我(?:废话|来这套|兜圈子)",
            "(?:我要|我会|我去)(?:告|起诉|曝光)你们");

    /** Set phrases that mean nothing else however they are written: recognizers write what they do not know with other characters. */
    private static final List<String> MANDARIN_SOUNDS = List.of("气死我了", "受够了", "忍无可忍", "什么破系统", "什么破公司", "什么破服务");

    private static final List<String> MANDARIN_SOME = List.of(
            "太(?:过分|离谱|不像话|气人|差劲|恶劣|荒唐)了?",
            "(?:简直|真是)(?:岂有此理|离谱|荒唐|无语|太差)",
            "岂有此理",
            "我(?:很|非常|特别|真的很|真的)(?:生气|火大|愤怒)",
            "耍我(?:呢|吗|是吧)",
            "投诉你们",
            "(?:打|问|说)了(?:多少|几|好多|无数)(?:次|遍)");

    private static final Pattern ENGLISH_ALL = words(ENGLISH_MUCH);
    private static final Pattern ENGLISH_HALF = words(ENGLISH_SOME);
    private static final Pattern MANDARIN_ALL = Pattern.compile(String.join("|", MANDARIN_MUCH));
    private static final Pattern MANDARIN_HALF = Pattern.compile(String.join("|", MANDARIN_SOME));

    /** @param text as recognised; two things said in some anger are much */
    public static Anger in(Language language, String text) {
        String said = Utterances.normalised(language, text);
        return switch (language) {
            case ENGLISH -> in(said, ENGLISH_ALL, ENGLISH_HALF);
            case MANDARIN -> isHeard(said) ? MUCH : in(said, MANDARIN_ALL, MANDARIN_HALF);
        };
    }

    private static boolean isHeard(String said) {
        String sounds = Sounds.of(Language.MANDARIN, said);
        return MANDARIN_SOUNDS.stream()
                .map(phrase -> Sounds.of(Language.MANDARIN, phrase))
                .anyMatch(sounds::contains);
    }

    /** Loads what Mandarin is compared with, which takes half a second, before anybody waits for it. */
    public static void prepare(Language language) {
        in(language, "");
    }

    private static Anger in(String said, Pattern much, Pattern some) {
        if (much.matcher(said).find()) {
            return MUCH;
        }
        long half = some.matcher(said).results().limit(2).count();
        return half > 1 ? MUCH : half == 1 ? SOME : NONE;
    }

    private static Pattern words(List<String> patterns) {
        return Pattern.compile("\\b(?:" + String.join("|", patterns) + ")");
    }
}
