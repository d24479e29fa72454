package org.hotline.call.sdp;

import java.util.Optional;

/** Reads decimal numbers of 0 to 65535. */
final class Port {
    private Port() {}

    static Optional<Integer> of(String text) {
        if (text.isEmpty() || text.length() > 5 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int number = Integer.parseInt(text);
        return number <= 65_535 ? Optional.of(number) : Optional.empty();
    }
}
