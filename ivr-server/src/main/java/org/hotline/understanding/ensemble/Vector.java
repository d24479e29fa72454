package org.hotline.understanding.ensemble;

/**
 * A text as a sparse vector of length 1; empty if nothing of it is known. Belongs to whoever made it: the arrays are not
 * copied.
 *
 * @param indexes rising, from 0
 * @param known how much of the text is known, 0 to 1: the share of its n-grams, weighted by rarity
 */
@SuppressWarnings("ArrayRecordComponent")
record Vector(int[] indexes, float[] values, double known) {
    boolean isEmpty() {
        return indexes.length == 0;
    }
}
