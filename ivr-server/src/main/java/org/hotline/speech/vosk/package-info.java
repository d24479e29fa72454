/**
 * Vosk: the recognizer's own process, the pool that supervises such processes, and the models they load.
 *
 * <p>May import: {@code speech}, {@code speech.voskserver}, {@code audio}, {@code yaml}, Vosk, Javalin.
 *
 * <p>Threads: decoding runs on platform threads of the recognizer process only; native code pins a virtual thread's carrier.
 */
@NullMarked
package org.hotline.speech.vosk;

import org.jspecify.annotations.NullMarked;
