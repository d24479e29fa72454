/**
 * Speech made by a server with OpenAI's speech interface, of which there are many, in a house or rented.
 *
 * <p>May import: {@code speech}, {@code audio}, Jackson.
 *
 * <p>Threads: any; each utterance waits for the server, up to its time limit.
 */
@NullMarked
package org.hotline.speech.http;

import org.jspecify.annotations.NullMarked;
