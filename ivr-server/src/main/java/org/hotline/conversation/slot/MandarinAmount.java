package org.hotline.conversation.slot;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts in Mandarin: 十二块五, 十二元五角, 三百二十五元, 五毛, 一百二, 十二点五, 3万5. */
final class MandarinAmount {
    private static final Pattern NOISE = Pattern.compile("等一下|一下子?|一共|一样|一直|一定|一般|第一|一个|总共");
    private static final Pattern DIGIT = Pattern.compile("[零〇一二两三四五六七八九十0-9]");
    private static final Pattern INEXACT = Pattern.compile("几|[十百千万0-9][多来余]|[块元][多把]");

    private static final Pattern DECIMAL = Pattern.compile("(\\d{1,12}\\.\\d+)|点([零〇一二三四五六七八九0-9]+)");
    private static final Pattern DIGITS = Pattern.compile("[零〇一二三四五六七八九]{3,12}");

    private static final Pattern MAJOR = Pattern.compile("块钱?|元钱?|圆|人民币|美元|美金|刀");
    private static final Pattern REST = Pattern.compile(
            "(?:(?:(?<jiao>D)[毛角](?:零?(?<fen>D)分?)?|零?(?<onlyFen>D)分|零(?<bareFen>D)|(?<bareJiao>D)|(?<half>半))钱?)?"
                    .replace("D", MandarinNumber.DIGIT));
    private static final Pattern END = Pattern.compile("(?:人民币|钱|整|左右|吧|啊|呢|了|的|嘛|吗|呀)*");

    /** An amount with its currency. */
    private static final Pattern MONEY = Pattern.compile(
            "[零〇一二两三四五六七八九十百千万亿0-9.点]+(?:块钱?|元|圆|人民币|美元|美金|刀|[毛角])(?:[零一二两三四五六七八九0-9半][毛角分]?){0,2}[多把]?");

    private final String text;
    private int at;

    private MandarinAmount(String text, int at) {
        this.text = text;
        this.at = at;
    }

    static Optional<Long> read(String heard) {
        String text = NOISE.matcher(Words.mandarin(heard.replace(",", ""))).replaceAll("");
        Matcher first = DIGIT.matcher(text);
        if (text.contains("负") || INEXACT.matcher(text).find() || !first.find()) {
            return Optional.empty();
        }
        return new MandarinAmount(text, first.start()).amount();
    }

    static List<Long> inPassing(String text) {
        return MONEY.matcher(
                        NOISE.matcher(Words.mandarin(text.replace(",", ""))).replaceAll(" "))
                .results()
                .flatMap(found -> read(found.group()).stream())
                .toList();
    }

    private Optional<Long> amount() {
        Optional<BigDecimal> number = number();
        if (number.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal fen = number.get().movePointRight(2);
        if (take("毛") || take("角")) {
            fen = fen.movePointLeft(1).add(BigDecimal.valueOf(takeFen()));
        } else if (take("分")) {
            fen = fen.movePointLeft(2);
        } else if (takeMajor()) {
            fen = fen.add(BigDecimal.valueOf(rest()));
        } else if (!END.matcher(text).region(at, text.length()).matches()) {
            return Optional.empty();
        }
        boolean several = DIGIT.matcher(text).region(at, text.length()).find();
        boolean whole = fen.stripTrailingZeros().scale() <= 0;
        return several || !whole ? Optional.empty() : Optional.of(fen.longValueExact());
    }

    private Optional<BigDecimal> number() {
        Matcher decimal = DECIMAL.matcher(text);
        Matcher digits = DIGITS.matcher(text);
        if (decimal.region(at, text.length()).lookingAt() && decimal.group(1) != null) {
            at = decimal.end();
            return Optional.of(scaled(new BigDecimal(decimal.group(1))));
        }
        if (digits.region(at, text.length()).lookingAt()
                && (digits.end() == text.length() || MandarinNumber.unit(text.charAt(digits.end())) == 1)) {
            at = digits.end();
            return Optional.of(new BigDecimal(arabic(digits.group())));
        }
        MandarinNumber.Read whole = MandarinNumber.at(text, at);
        if (!whole.isPresent()) {
            return Optional.empty();
        }
        at += whole.length();
        BigDecimal number = BigDecimal.valueOf(whole.value());
        if (decimal.region(at, text.length()).lookingAt() && decimal.group(2) != null) {
            at = decimal.end();
            return Optional.of(scaled(new BigDecimal(whole.value() + "." + arabic(decimal.group(2)))));
        }
        return Optional.of(number);
    }

    /** A unit after a decimal: 3.5万. */
    private BigDecimal scaled(BigDecimal number) {
        long unit = at < text.length() ? MandarinNumber.unit(text.charAt(at)) : 1;
        at += unit > 1 ? 1 : 0;
        return number.multiply(BigDecimal.valueOf(unit));
    }

    /** What follows the yuan, in fen: 五 and 五毛 are 50, 五毛三 is 53, 零五分 is 5. */
    private long rest() {
        Matcher rest = REST.matcher(text).region(at, text.length());
        if (!rest.lookingAt()) {
            return 0;
        }
        at = rest.end();
        return 10L * digit(rest, "jiao")
                + digit(rest, "fen")
                + digit(rest, "onlyFen")
                + digit(rest, "bareFen")
                + 10L * digit(rest, "bareJiao")
                + (rest.group("half") == null ? 0 : 50);
    }

    /** The fen after jiao: 三分 of 五毛三分, 0 if there are none. */
    private long takeFen() {
        int digit = at < text.length() ? MandarinNumber.digit(text.charAt(at)) : -1;
        if (digit < 0) {
            return 0;
        }
        at++;
        take("分");
        return digit;
    }

    private boolean takeMajor() {
        Matcher major = MAJOR.matcher(text).region(at, text.length());
        boolean found = major.lookingAt();
        at = found ? major.end() : at;
        return found;
    }

    private boolean take(String word) {
        boolean found = text.startsWith(word, at);
        at += found ? word.length() : 0;
        return found;
    }

    private static int digit(Matcher rest, String name) {
        String digit = rest.group(name);
        return digit == null ? 0 : MandarinNumber.digit(digit.charAt(0));
    }

    private static String arabic(String digits) {
        StringBuilder arabic = new StringBuilder();
        digits.chars().forEach(digit -> arabic.append(MandarinNumber.digit((char) digit)));
        return arabic.toString();
    }
}
