package org.hotline.conversation.slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Corrections in English: "no, five not nine", "it ends in seven", "the last two are three four", "the second group is ...". */
final class EnglishRepair {
    private static final Map<String, Integer> ORDINALS = Map.of(
            "first", 1, "second", 2, "third", 3, "fourth", 4, "fifth", 5, "sixth", 6, "seventh", 7, "eighth", 8,
            "ninth", 9, "tenth", 10);

    /** Words that tell a repair, and those that it is put in: everything else says that something else is meant. */
    private static final Set<String> FILLERS = Set.of(
            "no",
            "nope",
            "nah",
            "sorry",
            "please",
            "um",
            "uh",
            "er",
            "wait",
            "it",
            "it's",
            "its",
            "is",
            "are",
            "be",
            "should",
            "must",
            "was",
            "that",
            "that's",
            "i",
            "said",
            "say",
            "the",
            "a",
            "and",
            "but",
            "actually",
            "rather",
            "number",
            "numbers",
            "digit",
            "digits",
            "figure",
            "figures",
            "in",
            "with",
            "my",
            "order",
            "you",
            "have",
            "got",
            "wrong",
            "there",
            "at",
            "of",
            "to",
            "not right");

    private static final String PLACE =
            "(?<place>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)";
    private static final Pattern BOTH = Pattern.compile("#(?<right>\\d+) not #(?<wrong>\\d+)");
    private static final Pattern NOT_FIRST = Pattern.compile("not #(?<wrong>\\d+) #(?<right>\\d+)");
    private static final Pattern NOT_THEN = Pattern.compile("not #(?<both>\\d+)");
    private static final Pattern END = Pattern.compile("(?:ends?|ending) #(?<right>\\d+)(?: not #\\d+)?");
    private static final Pattern START =
            Pattern.compile("(?:starts?|begins?|beginning|starting) #(?<right>\\d+)(?: not #\\d+)?");
    private static final Pattern PLACED = Pattern.compile(
            PLACE + "(?: #(?<count>[1-9]))?(?<group> (?:group|part|half|block))? #(?<right>\\d+)(?: not #\\d+)?");
    /** "The last two three four" is two digits, three and four, if the count fits. */
    private static final Pattern COUNTED = Pattern.compile(PLACE + " #(?<count>[1-9])(?<right>\\d+)");

    private static final Pattern BARE = Pattern.compile("#(?<right>\\d+)");

    private EnglishRepair() {}

    static Optional<Repair> read(String text) {
        String said = tokens(Words.english(text));
        return match(BOTH, said)
                .or(() -> match(NOT_FIRST, said))
                .<Repair>map(found -> new Repair.Instead(found.group("right"), found.group("wrong")))
                .or(() -> match(NOT_THEN, said).flatMap(found -> halves(found.group("both"))))
                .or(() -> match(END, said).map(found -> new Repair.Ending(found.group("right"))))
                .or(() -> match(START, said).map(found -> new Repair.Beginning(found.group("right"))))
                .or(() -> match(COUNTED, said)
                        .filter(found -> found.group("right").length() == Integer.parseInt(found.group("count")))
                        .flatMap(found -> counted(found.group("place"), found.group("right"))))
                .or(() -> match(PLACED, said).flatMap(EnglishRepair::placed))
                .or(() -> match(BARE, said).map(found -> new Repair.Bare(found.group("right"))));
    }

    /** "Not nine five": the pause between the two was not heard. */
    private static Optional<Repair> halves(String both) {
        int half = both.length() / 2;
        return both.length() % 2 == 0
                ? Optional.of(new Repair.Instead(both.substring(half), both.substring(0, half)))
                : Optional.empty();
    }

    private static Optional<Repair> placed(Matcher found) {
        String place = found.group("place");
        String right = found.group("right");
        boolean group = found.group("group") != null;
        String count = found.group("count");
        // "The second one is five" counts nothing.
        if (count == null || group || (count.equals("1") && right.length() == 1)) {
            OptionalInt number = place.equals("last") ? OptionalInt.empty() : OptionalInt.of(ordinal(place));
            boolean many = place.equals("first") && right.length() > 1 && !group;
            return Optional.of(many ? new Repair.Beginning(right) : new Repair.Place(number, group, right));
        }
        return Integer.parseInt(count) == right.length() ? counted(place, right) : Optional.empty();
    }

    /** "The last two", "the first four", "the second four": as many as {@code right} has. */
    private static Optional<Repair> counted(String place, String right) {
        return Optional.of(
                switch (place) {
                    case "last" -> new Repair.Ending(right);
                    case "first" -> new Repair.Beginning(right);
                    default -> new Repair.Place(OptionalInt.of(ordinal(place)), true, right);
                });
    }

    private static int ordinal(String place) {
        return ORDINALS.getOrDefault(place, 0);
    }

    private static Optional<Matcher> match(Pattern pattern, String said) {
        Matcher matcher = pattern.matcher(said);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    /** "no the last two are three four" is "last #2 #34". */
    private static String tokens(List<String> words) {
        List<String> tokens = new ArrayList<>();
        int at = 0;
        for (Words.Stretch run : Words.stretches(words, EnglishDigits::isDigitWord, "and"::equals)) {
            words.subList(at, run.from()).forEach(word -> addWord(word, tokens));
            tokens.add("#" + EnglishDigits.read(String.join(" ", run.words())).orElse("?"));
            at = run.to();
        }
        words.subList(at, words.size()).forEach(word -> addWord(word, tokens));
        return String.join(" ", tokens);
    }

    private static void addWord(String word, List<String> tokens) {
        if (!FILLERS.contains(word)) {
            tokens.add(word.equals("isn't") ? "not" : word);
        }
    }
}
