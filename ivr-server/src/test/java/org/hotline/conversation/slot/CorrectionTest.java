package org.hotline.conversation.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline.speech.Language.ENGLISH;
import static org.hotline.speech.Language.MANDARIN;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;
import org.hotline.speech.SpokenValues;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectionTest {
    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth");
    private static final List<String> COUNTS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
    private static final String MANDARIN_COUNTS = "一二三四五六七八九";

    @Property(tries = 500)
    void aWrongGroupIsRepairedAndNothingElse(
            @ForAll @NumericChars @StringLength(min = 4, max = 16) String number,
            @ForAll @IntRange(max = 4) int which,
            @ForAll @NumericChars @StringLength(value = 4) String instead) {
        List<String> right = SpokenValues.groups(number);
        int wrong = which % right.size();
        String group = right.get(wrong);
        List<String> heard = new ArrayList<>(right);
        heard.set(wrong, instead.substring(0, group.length()));

        for (String said : english(heard, group, wrong)) {
            assertThat(corrected(ENGLISH, said, heard)).as(said).hasValue(number);
        }
        for (String said : mandarin(heard, group, wrong)) {
            assertThat(corrected(MANDARIN, said, heard)).as(said).hasValue(number);
        }
    }

    private static List<String> english(List<String> heard, String group, int wrong) {
        String right = spoken(ENGLISH, group);
        String before = spoken(ENGLISH, heard.get(wrong));
        String count = COUNTS.get(group.length() - 1);
        List<String> said = new ArrayList<>();
        said.add("no the " + ORDINALS.get(wrong) + " group is " + right);
        said.add("no it is " + spoken(ENGLISH, with(heard, wrong, group)));
        if (isOnlyOne(heard, wrong)) {
            said.add("no " + right + " not " + before);
            said.add("it's not " + before + " it's " + right);
            said.add("not " + before + " but " + right);
            said.add("not " + before + " " + right);
        }
        if (wrong == heard.size() - 1) {
            said.add("no it ends in " + right);
            said.add("no it ends with " + right);
            said.add("the last " + count + " are " + right);
        }
        if (wrong == 0) {
            said.add("it starts with " + right);
            said.add("no the first " + count + " are " + right);
        }
        return said;
    }

    private static List<String> mandarin(List<String> heard, String group, int wrong) {
        String right = spoken(MANDARIN, group);
        String before = spoken(MANDARIN, heard.get(wrong));
        char count = MANDARIN_COUNTS.charAt(group.length() - 1);
        List<String> said = new ArrayList<>();
        said.add("不对第" + MANDARIN_COUNTS.charAt(wrong) + "组是" + right);
        said.add("不对是" + spoken(MANDARIN, with(heard, wrong, group)));
        if (isOnlyOne(heard, wrong)) {
            said.add("不是" + before + "是" + right);
            said.add("不对，是" + right + "不是" + before);
            said.add(before + "错了应该是" + right);
        }
        if (wrong == heard.size() - 1) {
            said.add("后面是" + right);
            said.add("不对最后" + count + "位是" + right);
            said.add("不，尾号是" + right);
        }
        if (wrong == 0) {
            said.add("开头是" + right);
            said.add("不是，前" + count + "位是" + right);
        }
        return said;
    }

    @Property(tries = 500)
    void aWrongDigitIsRepairedAndNothingElse(
            @ForAll @NumericChars @StringLength(min = 5, max = 16) String number,
            @ForAll @IntRange(max = 8) int which,
            @ForAll @IntRange(min = 1, max = 9) int off) {
        int wrong = which % number.length();
        int right = number.charAt(wrong) - '0';
        int taken = (right + off) % 10;
        String heard = number.substring(0, wrong) + taken + number.substring(wrong + 1);
        List<String> groups = SpokenValues.groups(heard);
        String english = spoken(ENGLISH, String.valueOf(right));
        String mandarin = spoken(MANDARIN, String.valueOf(right));

        assertThat(corrected(ENGLISH, "no the " + ORDINALS.get(wrong) + " digit is " + english, groups))
                .hasValue(number);
        assertThat(corrected(ENGLISH, "the " + ORDINALS.get(wrong) + " one is " + english, groups))
                .hasValue(number);
        assertThat(corrected(MANDARIN, "第" + MANDARIN_COUNTS.charAt(wrong) + "位是" + mandarin, groups))
                .hasValue(number);
        // Where the wrong digit is there more than once it is not sure which one is meant.
        boolean once = heard.chars().filter(digit -> digit == '0' + taken).count() == 1;
        String before = String.valueOf(taken);
        assertThat(corrected(ENGLISH, "no " + english + " not " + spoken(ENGLISH, before), groups))
                .isEqualTo(once ? Optional.of(number) : Optional.empty());
        assertThat(corrected(MANDARIN, "不是" + spoken(MANDARIN, before) + "是" + mandarin, groups))
                .isEqualTo(once ? Optional.of(number) : Optional.empty());
    }

    @Property(tries = 500)
    void aGroupSaidAloneGoesWhereItDiffersLeast(
            @ForAll @NumericChars @StringLength(min = 8, max = 8) String number,
            @ForAll @IntRange(max = 7) int wrong,
            @ForAll @IntRange(min = 1, max = 9) int off) {
        String heard =
                number.substring(0, wrong) + (number.charAt(wrong) - '0' + off) % 10 + number.substring(wrong + 1);
        List<String> groups = SpokenValues.groups(heard);
        String meant = number.substring(wrong / 4 * 4, wrong / 4 * 4 + 4);
        String other = groups.get(1 - wrong / 4);
        long same = 0;
        for (int at = 0; at < 4; at++) {
            same += meant.charAt(at) == other.charAt(at) ? 1 : 0;
        }
        if (same < 3) {
            assertThat(corrected(ENGLISH, "no " + spoken(ENGLISH, meant), groups))
                    .hasValue(number);
            assertThat(corrected(MANDARIN, "不对 " + spoken(MANDARIN, meant), groups))
                    .hasValue(number);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "no it ends in seven, 12345677",
        "sorry it ends with double nine, 12345699",
        "the last two three four, 12345634",
        "five not eight, 12345675",
        "no it's 5679, 12345679"
    })
    void asPeopleSayIt(String said, String number) {
        assertThat(corrected(ENGLISH, said, List.of("1234", "5678"))).hasValue(number);
    }

    @ParameterizedTest
    @CsvSource({"不是八是九, 12345679", "后 四 位 是 五 六 七 九, 12345679", "尾号三四, 12345634", "把八改成九, 12345679", "是五六七九, 12345679"})
    void asPeopleSayItInMandarin(String said, String number) {
        assertThat(corrected(MANDARIN, said, List.of("1234", "5678"))).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "no",
                "no that's not the one",
                "no the other one",
                "nine",
                "the last two are five",
                "no not that"
            })
    void whatRepairsNothing(String said) {
        assertThat(corrected(ENGLISH, said, List.of("1234", "5678"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"对", "不是", "不是这个", "换一个", "九", "最后两位是五", "没错"})
    void whatRepairsNothingInMandarin(String said) {
        assertThat(corrected(MANDARIN, said, List.of("1234", "5678"))).isEmpty();
    }

    private static Optional<String> corrected(Language language, String said, List<String> groups) {
        int length = String.join("", groups).length();
        return Correction.of(language, said, groups, all -> all.length() == length);
    }

    private static String spoken(Language language, String digits) {
        return SpokenValues.text(language, List.of(new Piece.Digits(digits))).replace(",", "");
    }

    private static String with(List<String> groups, int place, String group) {
        List<String> all = new ArrayList<>(groups);
        all.set(place, group);
        return String.join("", all);
    }

    /** The digits are nowhere else in the number, but maybe across two groups. */
    private static boolean isOnlyOne(List<String> groups, int place) {
        return Collections.frequency(groups, groups.get(place)) == 1;
    }
}
