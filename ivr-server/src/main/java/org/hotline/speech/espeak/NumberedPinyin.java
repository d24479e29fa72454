package org.hotline.speech.espeak;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;
import org.hotline.speech.SpokenValues;

/**
 * Mandarin in characters to pinyin with tone numbers, read in context (重庆银行: chong2 qing4 yin2 hang2); the neutral
 * tone is 5. Numbers and Latin letters are said as in China. The first use loads HanLP's dictionaries (0.6 s measured).
 */
final class NumberedPinyin {
    /** Written numbers from this length on are said digit by digit. */
    private static final int LONG_NUMBER = 5;

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    /** 一 keeps its tone before these: it counts or names. */
    private static final String NUMERALS = "零一二三四五六七八九十月号日幺";

    private static final String[] LETTERS = {
        "ei1", "bi1", "xi1", "di4", "yi4", "ai2 fu5", "ji4", "ei1 chi5", "ai1", "zhei4", "kei4", "ai2 lou5", "ai2 mu5",
        "en1", "ou1", "pi1", "kiu1", "a4", "ai2 si5", "ti4", "you1", "wei1", "da2 bu5 liu5", "ai2 ke5 si5", "wai1",
                "zei4"
    };

    private NumberedPinyin() {}

    /** The text as espeak-ng's voice {@code cmn-latn-pinyin} reads it, syllables separated by blanks. */
    static String of(String text) {
        String spoken = NUMBER.matcher(text).replaceAll(number -> spoken(number.group()));
        List<Pinyin> readings = HanLP.convertToPinyinList(spoken);
        char[] characters = spoken.toCharArray();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < characters.length; i++) {
            Pinyin reading = i < readings.size() ? readings.get(i) : Pinyin.none5;
            parts.add(reading == Pinyin.none5 ? other(characters[i]) : syllable(characters, readings, i));
        }
        return String.join(" ", parts)
                .replaceAll("\\s+", " ")
                .replaceAll(" (?=[,.?])", "")
                .strip();
    }

    private static String spoken(String number) {
        return SpokenValues.text(
                Language.MANDARIN,
                number.length() < LONG_NUMBER && !number.startsWith("0")
                        ? new Piece.Count(Long.parseLong(number))
                        : new Piece.Digits(number));
    }

    /** The reading, with the change of tone of 不 and 一 before others (sandhi); third tones espeak-ng changes itself. */
    private static String syllable(char[] characters, List<Pinyin> readings, int at) {
        Pinyin reading = readings.get(at);
        int tone = reading.getTone();
        int next = at + 1 < readings.size() ? readings.get(at + 1).getTone() : 0;
        boolean hasNext = at + 1 < readings.size() && readings.get(at + 1) != Pinyin.none5;
        if (hasNext && characters[at] == '不' && next == 4) {
            tone = 2;
        } else if (hasNext && characters[at] == '一' && !isNumeral(characters, at)) {
            tone = next == 4 ? 2 : 4;
        }
        return reading.getPinyinWithoutTone() + tone;
    }

    private static boolean isNumeral(char[] characters, int at) {
        char before = at == 0 ? ' ' : characters[at - 1];
        return before == '第' || NUMERALS.indexOf(before) >= 0 || NUMERALS.indexOf(characters[at + 1]) >= 0;
    }

    private static String other(char character) {
        if (character < 128 && Character.isLetter(character)) {
            return LETTERS[Character.toLowerCase(character) - 'a'];
        }
        return switch (character) {
            case '，', '、', '；', '：', ',', ';', ':' -> ",";
            case '。', '！', '…', '.', '!' -> ".";
            case '？', '?' -> "?";
            default -> "";
        };
    }
}
