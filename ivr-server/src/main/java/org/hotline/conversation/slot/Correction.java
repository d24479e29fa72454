package org.hotline.conversation.slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hotline.speech.Language;

/** Corrections of digits that were read back in groups: only what is said to be wrong is changed. */
public final class Correction {
    private static final List<String> ENGLISH_PHRASES = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "double",
            "not",
            "not nine",
            "but",
            "it",
            "is",
            "it is",
            "it's",
            "it ends in",
            "ends with",
            "it starts with",
            "the",
            "the last",
            "the first",
            "the second",
            "the third",
            "the fourth",
            "two are",
            "three are",
            "four are",
            "digit",
            "digits",
            "digit is",
            "digits are",
            "group",
            "group is",
            "the other one");
    private static final List<String> MANDARIN_PHRASES = List.of(
            "零",
            "一",
            "幺",
            "二",
            "两",
            "三",
            "四",
            "五",
            "六",
            "七",
            "八",
            "九",
            "不是 九 是",
            "是",
            "而 是",
            "后面 是",
            "最后",
            "最后 两 位 是",
            "后 四 位 是",
            "前 四 位 是",
            "前面 是",
            "开头 是",
            "尾号 是",
            "第 一 位 是",
            "第 二 组 是",
            "位",
            "组",
            "第");

    private Correction() {}

    /**
     * The number as it should be.
     *
     * @param text words separated by blanks; Mandarin with or without blanks
     * @param groups as the number was read back, at least one
     * @param fits whether a number may be what was asked for
     * @return nothing if {@code text} corrects nothing, or it is not sure which digits it means
     */
    public static Optional<String> of(Language language, String text, List<String> groups, Predicate<String> fits) {
        return Repair.read(language, text)
                .flatMap(repair -> repaired(repair, groups, fits))
                .filter(fits);
    }

    /** Whether {@code text} says which part is meant, so that it cannot be a number said anew. */
    public static boolean namesAPart(Language language, String text) {
        return Repair.read(language, text)
                .filter(repair -> !(repair instanceof Repair.Bare))
                .isPresent();
    }

    /** What a recognizer should expect besides yes and no, each phrase in its model's vocabulary. */
    public static List<String> phrases(Language language) {
        return switch (language) {
            case ENGLISH -> ENGLISH_PHRASES;
            case MANDARIN -> MANDARIN_PHRASES;
        };
    }

    private static Optional<String> repaired(Repair repair, List<String> groups, Predicate<String> fits) {
        String all = String.join("", groups);
        return switch (repair) {
            case Repair.Instead instead -> instead(instead, groups);
            case Repair.Ending ending -> at(all, all.length() - ending.right().length(), ending.right());
            case Repair.Beginning beginning -> at(all, 0, beginning.right());
            case Repair.Place place -> place(place, groups);
            case Repair.Bare bare -> fits.test(bare.right()) ? Optional.of(bare.right()) : nearest(bare, groups);
        };
    }

    /** A whole group if it is one, else the only place where those digits are. */
    private static Optional<String> instead(Repair.Instead instead, List<String> groups) {
        String all = String.join("", groups);
        List<Integer> starts = starts(groups);
        List<Integer> found = new ArrayList<>();
        for (int at = all.indexOf(instead.wrong()); at >= 0; at = all.indexOf(instead.wrong(), at + 1)) {
            found.add(at);
        }
        List<Integer> whole = found.stream()
                .filter(at ->
                        starts.contains(at) && groups.get(starts.indexOf(at)).equals(instead.wrong()))
                .toList();
        List<Integer> meant = whole.size() == 1 ? whole : found;
        return meant.size() == 1
                ? Optional.of(all.substring(0, meant.getFirst())
                        + instead.right()
                        + all.substring(meant.getFirst() + instead.wrong().length()))
                : Optional.empty();
    }

    private static Optional<String> place(Repair.Place place, List<String> groups) {
        String all = String.join("", groups);
        String right = place.right();
        if (place.place().isEmpty()) {
            boolean fitting = !place.group() || groups.getLast().length() == right.length();
            return fitting ? at(all, all.length() - right.length(), right) : Optional.empty();
        }
        int number = place.place().getAsInt() - 1;
        if (right.length() == 1 && !place.group()) {
            return at(all, number, right);
        }
        return number < groups.size() && groups.get(number).length() == right.length()
                ? at(all, starts(groups).get(number), right)
                : Optional.empty();
    }

    /** In place of the group that differs least, if that is one, and not in every digit. */
    private static Optional<String> nearest(Repair.Bare bare, List<String> groups) {
        int least = bare.right().length();
        List<Integer> nearest = new ArrayList<>();
        for (int number = 0; number < groups.size(); number++) {
            if (groups.get(number).length() == bare.right().length()) {
                int differing = differing(groups.get(number), bare.right());
                if (differing < least) {
                    nearest.clear();
                    least = differing;
                }
                if (differing == least && differing < bare.right().length()) {
                    nearest.add(starts(groups).get(number));
                }
            }
        }
        return nearest.size() == 1 ? at(String.join("", groups), nearest.getFirst(), bare.right()) : Optional.empty();
    }

    private static int differing(String one, String other) {
        int differing = 0;
        for (int at = 0; at < one.length(); at++) {
            differing += one.charAt(at) == other.charAt(at) ? 0 : 1;
        }
        return differing;
    }

    private static List<Integer> starts(List<String> groups) {
        List<Integer> starts = new ArrayList<>();
        int start = 0;
        for (String group : groups) {
            starts.add(start);
            start += group.length();
        }
        return starts;
    }

    private static Optional<String> at(String all, int start, String right) {
        return start < 0 || start + right.length() > all.length()
                ? Optional.empty()
                : Optional.of(all.substring(0, start) + right + all.substring(start + right.length()));
    }
}
