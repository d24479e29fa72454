package org.hotline.conversation.slot;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Amounts in English: "twelve dollars and fifty cents", "twelve fifty", "a dollar fifty", "three and a half dollars". */
final class EnglishAmount {
    private static final Set<String> MAJOR = Set.of(
            "dollar", "dollars", "buck", "bucks", "pound", "pounds", "quid", "euro", "euros", "yuan", "kuai", "rmb");
    private static final Set<String> MINOR = Set.of("cent", "cents", "pence", "penny", "pennies", "fen");
    private static final Set<String> LINKS = Set.of("and", "a");
    private static final Pattern TYPED = Pattern.compile("\\$?\\d{1,12}(\\.\\d{1,2})?\\$?");

    private final List<String> words;
    private int at;

    private EnglishAmount(List<String> words) {
        this.words = words;
    }

    static Optional<Long> read(String text) {
        List<String> words = Words.english(text.replace(",", ""));
        if (words.contains("minus")) {
            return Optional.empty();
        }
        return Words.stretch(words, EnglishAmount::isCore, LINKS::contains)
                .flatMap(run -> new EnglishAmount(run).read());
    }

    static List<Long> inPassing(String text) {
        return Words.stretches(Words.english(text.replace(",", "")), EnglishAmount::isCore, LINKS::contains).stream()
                .map(Words.Stretch::words)
                .filter(run -> run.stream().anyMatch(EnglishAmount::isMoney))
                .flatMap(run -> new EnglishAmount(run).read().stream())
                .toList();
    }

    private static boolean isMoney(String word) {
        return MAJOR.contains(word) || MINOR.contains(word) || word.contains("$");
    }

    private static boolean isCore(String word) {
        return EnglishNumber.isNumberWord(word)
                || MAJOR.contains(word)
                || MINOR.contains(word)
                || word.equals("point")
                || word.equals("half")
                || TYPED.matcher(word).matches();
    }

    private Optional<Long> read() {
        Optional<Long> amount = follows("half", "a") && MAJOR.contains(word(2)) ? halfOfOne() : amount();
        return at == words.size() ? amount : Optional.empty();
    }

    private Optional<Long> halfOfOne() {
        at = 3;
        return Optional.of(50L);
    }

    private Optional<Long> amount() {
        Optional<Long> number = number();
        if (number.isEmpty()) {
            return Optional.empty();
        }
        long amount = number.get();
        if (MINOR.contains(word(0)) && amount % 100 == 0) {
            at++;
            return Optional.of(amount / 100);
        }
        if (takeHalf()) {
            amount += 50;
        }
        if (MAJOR.contains(word(0))) {
            at++;
            return Optional.of(amount + cents());
        }
        return Optional.of(at == words.size() ? amount : pair(amount));
    }

    /** A number of the major unit, in hundredths. */
    private Optional<Long> number() {
        String first = word(0);
        if (TYPED.matcher(first).matches()) {
            at++;
            return Optional.of(hundredths(first.replace("$", "")));
        }
        if (first.equals("a") && MAJOR.contains(word(1))) {
            at++;
            return Optional.of(100L);
        }
        Optional<Long> digits = digitByDigit();
        if (digits.isPresent()) {
            return digits;
        }
        EnglishNumber.Read cardinal = EnglishNumber.cardinal(words, at);
        if (!cardinal.isPresent() || cardinal.value() > 1_000_000_000_000L) {
            return Optional.empty();
        }
        at += cardinal.words();
        return Optional.of(cardinal.value() * 100 + fraction());
    }

    /** "One two five" is 125. */
    private Optional<Long> digitByDigit() {
        StringBuilder digits = new StringBuilder();
        while (digits.length() < 12 && isDigit(word(digits.length()))) {
            digits.append(digit(word(digits.length())));
        }
        if (digits.length() < 3) {
            return Optional.empty();
        }
        at += digits.length();
        return Optional.of(Long.parseLong(digits.toString()) * 100 + fraction());
    }

    /** "Point five", "point five zero": the hundredths. */
    private long fraction() {
        if (!word(0).equals("point")) {
            return 0;
        }
        StringBuilder digits = new StringBuilder("0.");
        while (isDigit(word(digits.length() - 1)) && digits.length() < 4) {
            digits.append(digit(word(digits.length() - 1)));
        }
        at += digits.length() - 1;
        return hundredths(digits.append('0').toString());
    }

    /** After the major unit: "and fifty cents", "fifty", "and a half", or nothing. */
    private long cents() {
        if (takeHalf()) {
            return 50;
        }
        int start = word(0).equals("and") ? 1 : 0;
        EnglishNumber.Read cents = EnglishNumber.ZEROS.contains(word(start))
                ? new EnglishNumber.Read(0, 1)
                : EnglishNumber.belowHundred(words, at + start);
        if (cents.isPresent()) {
            at += start + cents.words();
            at += MINOR.contains(word(0)) ? 1 : 0;
        }
        return cents.value();
    }

    /** "Twelve fifty", "twelve oh five": a price with cents; "two fifty dollars": hundreds. */
    private long pair(long amount) {
        boolean zero = EnglishNumber.ZEROS.contains(word(0));
        EnglishNumber.Read second = EnglishNumber.belowHundred(words, at + (zero ? 1 : 0));
        if (amount >= 1_000_000 || !second.isPresent() || zero == second.value() >= 10) {
            return amount;
        }
        at += second.words() + (zero ? 1 : 0);
        if (MAJOR.contains(word(0)) && amount < 10_000) {
            at++;
            return amount * 100 + second.value() * 100;
        }
        return amount + second.value();
    }

    private boolean takeHalf() {
        boolean half = follows("and", "a") && word(2).equals("half");
        at += half ? 3 : 0;
        return half;
    }

    private boolean follows(String first, String second) {
        return word(0).equals(first) && word(1).equals(second);
    }

    private String word(int ahead) {
        return EnglishNumber.wordAt(words, at + ahead);
    }

    private static boolean isDigit(String word) {
        return EnglishNumber.UNITS.containsKey(word) || EnglishNumber.ZEROS.contains(word);
    }

    private static int digit(String word) {
        return EnglishNumber.UNITS.getOrDefault(word, 0);
    }

    private static long hundredths(String decimal) {
        return new BigDecimal(decimal).movePointRight(2).longValue();
    }
}
