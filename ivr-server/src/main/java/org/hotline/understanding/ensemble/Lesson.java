package org.hotline.understanding.ensemble;

/**
 * Examples as members learn them.
 *
 * @param truths the index of each text's label, 0 to {@code labels - 1}
 * @param features the number of features that texts have
 */
@SuppressWarnings("ArrayRecordComponent")
record Lesson(Vector[] texts, int[] truths, int labels, int features) {}
