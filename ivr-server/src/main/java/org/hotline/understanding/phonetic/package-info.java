/**
 * Learning from how texts sound, so that a misheard word still counts: Double Metaphone (commons-codec) for English, pinyin
 * without tones (HanLP) for Mandarin.
 *
 * <p>May import: {@code understanding}, {@code speech}, commons-codec, HanLP.
 *
 * <p>Threads: immutable.
 */
@NullMarked
package org.hotline.understanding.phonetic;

import org.jspecify.annotations.NullMarked;
