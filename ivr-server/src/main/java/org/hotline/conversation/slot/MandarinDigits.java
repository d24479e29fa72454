package org.hotline.conversation.slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Digit strings in Mandarin: 幺三八, 二十三, 三个八 (888), 一千二百三十四; also as typed. */
final class MandarinDigits {
    /** Words of small talk that contain digits, and what may stand between digits without ending them. */
    private static final Pattern NOISE = Pattern.compile("等一下|一下子?|一共|一样|一直|一定|一般|第一|一遍|然后|后面|那个|就是|嗯|呃|额|啊|哦|再|杠");

    private static final Pattern RUN = Pattern.compile("[零〇一幺二两三四五六七八九十百千万亿0-9个]*");
    private static final Pattern FIRST = Pattern.compile("[零〇一幺二两三四五六七八九十0-9]");
    private static final Pattern REPEATED = Pattern.compile("([二两三四五六七八九2-9])个([零〇一幺二三四五六七八九0-9])");
    private static final Pattern UNIT = Pattern.compile("[十百千万亿]");

    /** After a number they say what it counts. */
    private static final Pattern COUNTED = Pattern.compile("[块元毛角分天日号周月年点次件个位岁秒]|小时|星期|礼拜|美元|人民币");

    private MandarinDigits() {}

    static List<String> inPassing(String text) {
        String plain = plain(text);
        List<String> digits = new ArrayList<>();
        Matcher run = RUN.matcher(plain);
        for (int at = 0; at < plain.length(); at++) {
            boolean begins = FIRST.matcher(plain).region(at, plain.length()).lookingAt();
            if (begins && run.region(at, plain.length()).lookingAt()) {
                at = run.end();
                if (!COUNTED.matcher(plain).region(at, plain.length()).lookingAt()) {
                    join(run.group()).ifPresent(digits::add);
                }
            }
        }
        return digits;
    }

    private static String plain(String text) {
        String plain = NOISE.matcher(Words.mandarin(text)).replaceAll("");
        return plain.replaceAll("一个(?!" + FIRST.pattern() + ")", "");
    }

    static Optional<String> read(String text) {
        String plain = plain(text);
        Matcher first = FIRST.matcher(plain);
        if (!first.find()) {
            return Optional.empty();
        }
        Matcher run = RUN.matcher(plain).region(first.start(), plain.length());
        run.lookingAt();
        boolean several = FIRST.matcher(plain).region(run.end(), plain.length()).find();
        return several ? Optional.empty() : join(run.group());
    }

    private static Optional<String> join(String run) {
        StringBuilder digits = new StringBuilder();
        Matcher repeated = REPEATED.matcher(run);
        int at = 0;
        while (at < run.length()) {
            char character = run.charAt(at);
            if (character == '个') {
                at++;
            } else if (repeated.region(at, run.length()).lookingAt()) {
                String digit =
                        Integer.toString(MandarinNumber.digit(repeated.group(2).charAt(0)));
                digits.append(
                        digit.repeat(MandarinNumber.digit(repeated.group(1).charAt(0))));
                at = repeated.end();
            } else {
                MandarinNumber.Read number = MandarinNumber.at(run, at);
                int end = at + number.length();
                boolean withUnit =
                        number.isPresent() && UNIT.matcher(run).region(at, end).find();
                int digit = MandarinNumber.digit(character);
                if (!withUnit && digit < 0) {
                    return Optional.empty();
                }
                digits.append(withUnit ? number.value() : digit);
                at = withUnit ? end : at + 1;
            }
        }
        return Optional.of(digits.toString());
    }
}
