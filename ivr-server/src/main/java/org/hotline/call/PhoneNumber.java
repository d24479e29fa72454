package org.hotline.call;

/**
 * A calling or dialled number as the network gave it: digits, {@code *}, {@code #}, an optional leading {@code +}, or
 * the user part of a SIP address. At most 64 characters, no control characters.
 *
 * @param text the number; empty if the caller withheld it
 */
public record PhoneNumber(String text) {
    /** A number nobody told us. */
    public static final PhoneNumber WITHHELD = new PhoneNumber("");

    public PhoneNumber {
        if (text.length() > 64 || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not a phone number");
        }
    }

    /** For logs: everything but the last two characters hidden. */
    public String masked() {
        int shown = Math.min(2, text.length() / 3);
        return "*".repeat(text.length() - shown) + text.substring(text.length() - shown);
    }

    @Override
    public String toString() {
        return masked();
    }
}
