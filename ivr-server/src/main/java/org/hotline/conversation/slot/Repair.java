package org.hotline.conversation.slot;

import java.util.Optional;
import java.util.OptionalInt;
import org.hotline.speech.Language;

/** What a caller says about a number that was read back wrongly: which part is wrong, and what it should be. Digits are {@code [0-9]+}. */
sealed interface Repair {
    /** "Five, not nine", 不是九是五: these instead of those, wherever those are. */
    record Instead(String right, String wrong) implements Repair {}

    /** "It ends in seven", 后四位是: so it ends. */
    record Ending(String right) implements Repair {}

    /** "It starts with two", 前两位是: so it begins. */
    record Beginning(String right) implements Repair {}

    /** "The third is five", "the second group is ...", 第二组是: a digit or a group by its place, from 1, or the last one. */
    record Place(OptionalInt place, boolean group, String right) implements Repair {}

    /** "Five six seven nine": one of the groups, or all of it. */
    record Bare(String right) implements Repair {}

    /** @param text words separated by blanks; Mandarin with or without blanks */
    static Optional<Repair> read(Language language, String text) {
        return switch (language) {
            case ENGLISH -> EnglishRepair.read(text);
            case MANDARIN -> MandarinRepair.read(text);
        };
    }
}
