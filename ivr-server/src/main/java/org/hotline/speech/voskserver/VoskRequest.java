package org.hotline.speech.voskserver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a client of a vosk-server says in words; everything else is sound. */
final class VoskRequest {
    /** Exactly so: the reference server compares the characters. */
    static final String END = "{\"eof\" : 1}";

    /** Ends the utterance and lets another one follow; servers since 2023 know it. */
    static final String NEXT = "{\"reset\" : 1}";

    private static final Set<String> DIGITS =
            Set.of(("zero oh one two three four five six seven eight nine double triple " + "零 〇 一 幺 二 两 三 四 五 六 七 八 九")
                    .split(" ", -1));

    /** Enough that what is left out is improbable; they cost the decoder nothing. */
    private static final int READINGS = 8;

    private VoskRequest() {}

    /**
     * The opening message. Where anything may be said, other readings are asked for too.
     *
     * @param rate hertz
     * @param phrases what may be said, empty for anything
     */
    static String config(int rate, List<String> phrases) {
        Map<String, Object> config = phrases.isEmpty()
                ? Map.of("sample_rate", rate, "words", 1, "max_alternatives", READINGS)
                : Map.of("sample_rate", rate, "words", 1, "phrase_list", rejecting(phrases));
        return VoskResult.JSON.writeValueAsString(Map.of("config", config));
    }

    /**
     * With "[unk]" among the phrases other speech is rejected: 7 of 60 strange utterances were taken for a phrase, without
     * it 59 of 60. Digits are better without (human digits 0.7 % wrong, 2.3 % with it).
     */
    private static List<String> rejecting(List<String> phrases) {
        if (DIGITS.containsAll(phrases) || phrases.contains(VoskResult.UNKNOWN)) {
            return phrases;
        }
        List<String> all = new ArrayList<>(phrases);
        all.add(VoskResult.UNKNOWN);
        return all;
    }
}
