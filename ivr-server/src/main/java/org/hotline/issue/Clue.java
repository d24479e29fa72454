package org.hotline.issue;

import java.util.Map;
import java.util.Optional;

/**
 * Something that may be known before the caller says a word: an order that is late, an open ticket, a call of last week, an
 * outage that is on now. A plan's lookup says which clues hold for the caller, unless the clue says so itself.
 *
 * @param speaksFor how many times likelier it makes an issue, by the issue's name; above 0, 1 says nothing. As written by
 *     people: what {@code hotline train} learns from calls takes its place
 * @param speaksForNamed how many times likelier it makes the issue that it names for this caller ({@link HeldClue#issue}), if it names
 *     any; above 0, in place of what {@code speaksFor} says of that one
 * @param opening what to ask when it is nearly certain, with slots of the lookup: "Are you calling about the {item} that was
 *     due on {due}?"; {@code {choice}} is the issue that it makes likeliest
 * @param holds when it holds without a lookup that says so
 */
public record Clue(
        String name,
        Map<String, Double> speaksFor,
        double speaksForNamed,
        InLanguages<String> opening,
        Optional<Holds> holds) {
    /** The same clue with other weights. */
    public Clue speakingFor(Map<String, Double> weights) {
        return new Clue(name, weights, speaksForNamed, opening, holds);
    }
}
