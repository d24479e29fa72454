package org.hotline.issue;

/** When money is given back or an order is changed: the most that is done for a caller who is trusted enough. */
public enum Trust {
    /** At once, on the caller's word. */
    INSTANT,
    /** When the goods are back. */
    AFTER_RECEIPT,
    /** When a person has looked at it; always right. */
    BY_A_PERSON
}
