/**
 * Speech made by espeak-ng, run as a process of its own (its GPL stays outside ours).
 *
 * <p>May import: {@code speech}, {@code audio}, HanLP for Mandarin's pinyin.
 *
 * <p>Threads: any; each utterance waits for one process of some 20 ms.
 */
@NullMarked
package org.hotline.speech.espeak;

import org.jspecify.annotations.NullMarked;
