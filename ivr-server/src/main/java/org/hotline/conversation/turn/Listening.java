package org.hotline.conversation.turn;

import java.time.Duration;
import java.util.List;
import org.hotline.speech.EndpointRules;

/**
 * How to listen for one answer.
 *
 * @param endpointing when the caller's turn is over
 * @param phrases what may be said, for the recognizer; empty for anything
 * @param keying how keys are taken; they are always armed
 * @param byKeys said, instead of the prompt, when speech cannot be understood; {@link Prompt#NOTHING} to say the prompt
 */
public record Listening(EndpointRules endpointing, List<String> phrases, Keying keying, Prompt byKeys) {
    /**
     * How keys are taken.
     *
     * @param longest how many keys make an answer; at 1 every key answers at once, above 1 the # key ends one early
     * @param pause how long to wait for the next key
     * @param continuing keys pressed after words belong to them, as in an order number half said and half keyed
     */
    public record Keying(int longest, Duration pause, boolean continuing) {
        /** W3C VoiceXML "interdigittimeout". */
        public static final Duration PAUSE = Duration.ofSeconds(3);

        /** One key answers. */
        public static final Keying ONE = new Keying(1, PAUSE, false);

        /** Up to {@code longest} keys answer, alone or after words. */
        public static Keying upTo(int longest) {
            return new Keying(longest, PAUSE, true);
        }
    }

    /** Anything may be said, one key may be pressed. */
    public static Listening openly() {
        return new Listening(EndpointRules.open(), List.of(), Keying.ONE, Prompt.NOTHING);
    }

    public Listening withNoInput(Duration patience) {
        return new Listening(endpointing.withNoInput(patience), phrases, keying, byKeys);
    }
}
