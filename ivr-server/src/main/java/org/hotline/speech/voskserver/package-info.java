/**
 * Recognition by any server that speaks the vosk-server WebSocket protocol: our own recognizer processes, or foreign ones.
 *
 * <p>May import: {@code speech}, {@code audio}, the JDK's WebSocket client, Jackson.
 *
 * <p>Threads: calls hand over sound and never wait; answers arrive on the client's own threads.
 */
@NullMarked
package org.hotline.speech.voskserver;

import org.jspecify.annotations.NullMarked;
