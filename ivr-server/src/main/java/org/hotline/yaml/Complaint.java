package org.hotline.yaml;

/**
 * What is wrong with a document, said to the person who wrote it.
 *
 * @param place where
 * @param sentence what is wrong, one sentence without a full stop
 * @param suggestion what to do about it; empty if there is nothing to suggest
 */
public record Complaint(Place place, String sentence, String suggestion) {
    @Override
    public String toString() {
        return place + ": " + sentence + (suggestion.isEmpty() ? "" : " (" + suggestion + ")");
    }
}
