package org.hotline.speech;

import java.util.Map;
import java.util.Set;

/**
 * Words after which nobody stops: "I want to ..." goes on, "where is my parcel" may be all. The cheapest of the
 * cues by which listeners foresee the end of a turn, which is why they answer within 200 ms (Stivers et al. 2009).
 */
final class HangingWords {
    private static final Map<Language, Set<String>> WORDS = Map.of(
            Language.ENGLISH,
            words("a an the my your his her our their this that these those some any and or but so because if when "
                    + "while to of for from in on at by with about into after before is are was were am be been i "
                    + "i'm i'd i've i'll he she it's we they you can could would will should may might must do "
                    + "does did has have had not want need like um uh er well please tell which what where who how"),
            Language.MANDARIN,
            words("我 你 您 他 她 它 我们 你们 他们 这 那 这个 那个 一个 一 把 被 给 跟 和 与 或 或者 在 从 对 为 为了 因为 所以 但是 可是 "
                    + "如果 要 想 想要 需要 能 能不能 可以 会 应该 请 请问 帮 帮我 就是 然后 还有 是 不 没 没有 有 也 都 又 再 很 太 最 "
                    + "嗯 呃 啊"));

    private HangingWords() {}

    /** Whether {@code text} ends in such a word. */
    static boolean end(Language language, String text) {
        String last = text.substring(text.lastIndexOf(' ') + 1);
        return WORDS.getOrDefault(language, Set.of()).contains(last);
    }

    private static Set<String> words(String all) {
        return Set.of(all.split(" ", -1));
    }
}
