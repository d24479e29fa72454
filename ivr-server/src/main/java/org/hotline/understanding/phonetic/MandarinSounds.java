package org.hotline.understanding.phonetic;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Mandarin by its syllables without tones, and what many speakers and recognizers do not tell apart as one: zh/z, ch/c, sh/s,
 * n/l, r/l, f/h before u, an/ang, en/eng, in/ing. Each syllable becomes one letter, whichever, so that the n-grams of a text of such
 * letters are n-grams of syllables. Readings are taken in context (行 in 银行 is hang). The first use loads HanLP's
 * dictionaries (0.6 s measured).
 */
final class MandarinSounds {
    /** The first Chinese letter; which letters stand for sounds does not matter. */
    private static final char FIRST = 0x4e00;

    private static final Map<Pinyin, Character> LETTERS = letters();

    private MandarinSounds() {}

    static String of(String spoken) {
        List<Pinyin> readings = HanLP.convertToPinyinList(spoken);
        StringBuilder sounds = new StringBuilder();
        for (int at = 0; at < spoken.length(); at++) {
            Pinyin reading = at < readings.size() ? readings.get(at) : Pinyin.none5;
            sounds.append(LETTERS.getOrDefault(reading, spoken.charAt(at)));
        }
        return sounds.toString();
    }

    /** A syllable and all that are confused with it have the same form. */
    private static String alike(String syllable) {
        return syllable.replaceFirst("^([zcs])h", "$1")
                .replaceFirst("^[nr](?=[aeiouüv])", "l")
                .replaceFirst("^f(?=u)", "h")
                .replaceFirst("([aei])ng$", "$1n");
    }

    /** A letter for each syllable, the same for those that are confused. */
    private static Map<Pinyin, Character> letters() {
        Map<String, Character> byForm = new LinkedHashMap<>();
        Map<Pinyin, Character> letters = new EnumMap<>(Pinyin.class);
        for (Pinyin reading : Pinyin.values()) {
            if (reading != Pinyin.none5) {
                String form = alike(reading.getPinyinWithoutTone());
                letters.put(reading, byForm.computeIfAbsent(form, any -> (char) (FIRST + byForm.size())));
            }
        }
        return letters;
    }
}
