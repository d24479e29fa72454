package org.hotline.training;

import java.util.List;
import org.hotline.issue.InLanguages;
import org.hotline.issue.Issue;
import org.hotline.speech.Language;

/** A change to a tree of issues. {@link Draft#preview} says what it does to past utterances, {@link Draft#edit} makes it. */
public sealed interface Edit {
    /** Callers say an issue this way too; nothing changes if it is there already. */
    record AddUtterance(String issue, Language language, String text) implements Edit {}

    record RemoveUtterance(String issue, Language language, String text) implements Edit {}

    /** Callers say this and mean none of the issues. */
    record AddStranger(Language language, String text) implements Edit {}

    record RemoveStranger(Language language, String text) implements Edit {}

    /** A new leaf; its groups must be there. */
    record NewIssue(Issue issue) implements Edit {}

    /** Another leaf in the place of the one of the same name; its path too may be another. */
    record ChangeIssue(Issue issue) implements Edit {}

    /** A leaf goes with its utterances; those that labels taught are in the inbox again. */
    record RemoveIssue(String issue) implements Edit {}

    /** A new inner node. It is gone from what is learnt until an issue is in it. */
    record NewGroup(String name, List<String> path, InLanguages<String> called) implements Edit {}

    /** Puts an issue into another group. */
    record Move(String issue, List<String> path) implements Edit {}

    /** One issue of several: {@code into} gets the utterances, clues and facets' choices of the others, which go. */
    record Merge(List<String> issues, String into) implements Edit {}

    /**
     * Two issues of one: these utterances, whatever their language, go to the new one.
     *
     * @param part name, place, outcome and all else of the new one; its own utterances stay
     */
    record Split(String issue, Issue part, List<String> utterances) implements Edit {}
}
