package org.hotline.training;

/** What was asked for cannot be done; the message says why, and what to do instead. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refused(String why, String suggestion) {
        super(suggestion.isEmpty() ? why : why + ": " + suggestion);
    }
}
