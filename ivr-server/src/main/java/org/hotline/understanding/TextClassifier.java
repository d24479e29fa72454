package org.hotline.understanding;

/** Tells what a text means, among the labels that it was taught. Immutable: any thread. Takes a millisecond or two at the most. */
public interface TextClassifier {
    /** @param text as recognised or typed; for Mandarin with or without blanks; any length */
    Ranking classify(String text);
}
