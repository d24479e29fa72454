package org.hotline.call.digest;

/**
 * Which counts of one nonce were used: the highest and a bitmap of the 64 up to it, so that requests that overtake each
 * other on UDP are not taken for replays.
 */
final class Counts {
    private long highest;
    private long recent;

    /** Uses a count up; false if it was used, is too far behind, or is not positive. */
    synchronized boolean use(long count) {
        if (count <= 0 || count <= highest - Long.SIZE) {
            return false;
        }
        if (count > highest) {
            long step = count - highest;
            recent = (step >= Long.SIZE ? 0 : recent << step) | 1;
            highest = count;
            return true;
        }
        long bit = 1L << (highest - count);
        boolean unused = (recent & bit) == 0;
        recent |= bit;
        return unused;
    }
}
