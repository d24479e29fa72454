package org.hotline.call.guard;

/** What becomes of a message before the stack sees it. */
public sealed interface Verdict {
    /** It goes on. */
    record Pass() implements Verdict {}

    /** It is dropped without a word. */
    record Drop() implements Verdict {}

    /**
     * It is answered with a fixed text, never with words of its own.
     *
     * @param status 400 to 505
     */
    record Refuse(int status, String reason) implements Verdict {}
}
