package org.hotline.issue;

import java.util.Map;
import java.util.Optional;

/**
 * Something that may be known before the caller says a word: an order that is late, an open ticket, an outage that is on now.
 * A plan's lookup says which clues hold for the caller.
 *
 * @param speaksFor how many times likelier it makes an issue, by the issue's name; above 0, 1 says nothing. As written by
 *     people: what {@code hotline train} learns from calls takes its place
 * @param opening what to ask when it is nearly certain, with slots of the lookup: "Are you calling about the {item} that was
 *     due on {due}?"
 * @param byClock when it holds for every caller; nothing if a lookup says for whom it does
 */
public record Clue(
        String name, Map<String, Double> speaksFor, InLanguages<String> opening, Optional<ByClock> byClock) {}
