package org.hotline.conversation.liblinear;

/**
 * Something callers say.
 *
 * @param intent what it means; {@link #NOTHING} for what no plan understands
 */
record Example(String text, String intent) {
    /** The intent of small talk, noise and other business. */
    static final String NOTHING = "";
}
