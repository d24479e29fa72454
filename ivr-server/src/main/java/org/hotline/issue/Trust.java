package org.hotline.issue;

import java.util.Locale;

/** When money is given back or an order is changed: the most that a trust score may decide for a caller with such an issue. */
public enum Trust {
    /** At once, on the caller's word. */
    INSTANT,
    /** When the goods are back. */
    AFTER_RECEIPT,
    /** When a person has looked at it; always right. */
    BY_A_PERSON;

    /** As it is written in files: {@code after-receipt}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
