package org.hotline.speech.espeak;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import java.util.List;

/**
 * Mandarin in characters to pinyin with tone numbers, read in context (重庆银行: chong2 qing4 yin2 hang2); the neutral
 * tone is 5. What is not Chinese passes through. The first use loads HanLP's dictionaries (about a second).
 */
final class NumberedPinyin {
    private NumberedPinyin() {}

    /** The text as espeak-ng's voice {@code cmn-latn-pinyin} reads it, syllables separated by blanks. */
    static String of(String text) {
        List<Pinyin> syllables = HanLP.convertToPinyinList(text);
        StringBuilder pinyin = new StringBuilder();
        int[] characters = text.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            Pinyin syllable = i < syllables.size() ? syllables.get(i) : Pinyin.none5;
            if (syllable == Pinyin.none5) {
                pinyin.append(pause(characters[i]));
            } else {
                pinyin.append(' ')
                        .append(syllable.getPinyinWithoutTone())
                        .append(syllable.getTone())
                        .append(' ');
            }
        }
        return pinyin.toString().replaceAll("\\s+", " ").strip();
    }

    private static String pause(int character) {
        return switch (character) {
            case '，', '、', '；', '：' -> ", ";
            case '。', '！', '…' -> ". ";
            case '？' -> "? ";
            default -> Character.isLetterOrDigit(character) ? Character.toString(character) : " ";
        };
    }
}
