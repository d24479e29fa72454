package org.hotline.issue;

import java.util.List;
import java.util.Map;

/**
 * Something that tells issues from their neighbours, and the question that asks for it: "Has the parcel arrived?"
 *
 * @param ask the question, answerable by voice
 * @param choices the answers by name, in the order written: nine at the most, the first is key 1
 */
public record Facet(String name, InLanguages<String> ask, Map<String, Choice> choices) {

    /**
     * One answer.
     *
     * @param called how to name it in "for ..., press one": "before it was delivered"
     * @param utterances how callers say it
     */
    public record Choice(String name, InLanguages<String> called, InLanguages<List<String>> utterances) {}
}
