package org.hotline.supervision.web;

/** A phone number as shown to people who need not know it: {@code 138****5678}, {@code al***e}. */
final class MaskedNumber {
    private static final int EXTENSION = 6;

    private MaskedNumber() {}

    /** Short numbers are extensions of this house and stay as they are; nothing stays nothing. */
    static String of(String number) {
        int length = number.length();
        if (length <= EXTENSION && number.chars().allMatch(Character::isDigit)) {
            return number;
        }
        int tail = length >= 10 ? 4 : 1;
        int head = Math.min(length >= 10 ? length - 8 : 2, length - tail - 1);
        if (head < 1) {
            return "*".repeat(length);
        }
        return number.substring(0, head) + "*".repeat(length - head - tail) + number.substring(length - tail);
    }
}
