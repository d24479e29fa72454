package org.hotline.understanding;

/**
 * Something callers say, and what it means.
 *
 * @param text as said; for Mandarin with or without blanks
 * @param label what it means; {@link #OUT_OF_SCOPE} for what none of the labels covers
 */
public record Example(String text, String label) {
    /** The label of small talk, noise and other people's business. */
    public static final String OUT_OF_SCOPE = "";

    public boolean isOutOfScope() {
        return label.equals(OUT_OF_SCOPE);
    }
}
