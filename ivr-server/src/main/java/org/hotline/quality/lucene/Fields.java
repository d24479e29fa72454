package org.hotline.quality.lucene;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * The fields of an utterance. Its text is indexed three times: English stems; Chinese words; and single characters with
 * pairs of them, which finds what the word segmenter cut elsewhere.
 */
final class Fields {
    static final String KEY = "key";
    static final String CALL = "call";
    static final String NUMBER = "number";
    static final String AT = "at";
    static final String OFFSET = "offset";
    static final String SIDE = "side";
    static final String TEXT = "text";

    static final String ENGLISH = "en";
    static final String WORDS = "zh";
    static final String PAIRS = "cjk";

    /** The three, and how much a hit in each counts. */
    static final Map<String, Float> WEIGHTS = Map.of(ENGLISH, 1.0f, WORDS, 1.0f, PAIRS, 0.5f);

    private static final int HAN_AND_KANA =
            CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern BLANK_IN_CHINESE = Pattern.compile("(?<=\\p{IsHan})\\s+(?=\\p{IsHan})");

    private Fields() {}

    static Analyzer analyzer() {
        return new PerFieldAnalyzerWrapper(
                new EnglishAnalyzer(), Map.of(WORDS, new SmartChineseAnalyzer(), PAIRS, pairs()));
    }

    private static Analyzer pairs() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer characters = new StandardTokenizer();
                var lower = new LowerCaseFilter(new CJKWidthFilter(characters));
                return new TokenStreamComponents(characters, new CJKBigramFilter(lower, HAN_AND_KANA, true));
            }
        };
    }

    /** The text as it is written: recognizers put blanks between Chinese words, people do not. */
    static String clean(String text) {
        return BLANK_IN_CHINESE
                .matcher(CONTROL.matcher(text).replaceAll(" "))
                .replaceAll("")
                .strip();
    }

    static List<String> searched() {
        return List.of(ENGLISH, WORDS, PAIRS);
    }
}
