package org.hotline.speech;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * When a caller's turn is over. A pause is not an end: people halt for breath in the middle of a number, but after "yes"
 * nothing more comes. So the silence that ends an utterance depends on what has been said so far.
 *
 * @param noInput silence after the prompt until the caller is taken to say nothing (W3C VoiceXML "timeout")
 * @param pause how long a silence ends the utterance, given the text recognized so far (maybe empty)
 * @param longest the utterance is cut here, speech or not (W3C VoiceXML "maxspeechtimeout")
 */
public record EndpointRules(Duration noInput, Function<String, Duration> pause, Duration longest) {
    /** Pause after a closed answer that lacks nothing; at 160 ms callers seem to be cut in "no thank you". */
    private static final Duration ANSWERED = Duration.ofMillis(200);

    /** Pause after as many digits as there can be: a little longer, for one of them may have been heard twice. */
    private static final Duration ALL_DIGITS = Duration.ofMillis(240);

    private static final Duration NO_INPUT = Duration.ofSeconds(6);

    /** An open question, "How can I help?": 640 ms, longer than most pauses for breath. */
    public static EndpointRules open() {
        return new EndpointRules(NO_INPUT, text -> Duration.ofMillis(640), Duration.ofSeconds(25));
    }

    /**
     * An open question in a known language, with somebody who knows what may be asked for: 300 ms once {@code complete}
     * accepts the text so far, 900 ms after a word that is seldom the last ("I want to ..."), 480 ms after any other, or if
     * both is true ("I can not log in"), 640 ms while no word is known. Measured with pauses of 200 to 600 ms at random places in every turn, {@code bench speech}.
     */
    public static EndpointRules open(Language language, Predicate<String> complete) {
        return new EndpointRules(NO_INPUT, text -> openPause(language, complete, text), Duration.ofSeconds(25));
    }

    /** A closed question, "Is that right?": 200 ms once {@code complete} accepts the text so far, else 640 ms. */
    public static EndpointRules closed(Predicate<String> complete) {
        return new EndpointRules(
                NO_INPUT, text -> complete.test(text) ? ANSWERED : Duration.ofMillis(640), Duration.ofSeconds(10));
    }

    /**
     * Something read out, such as an order number: 240 ms once {@code complete} accepts the text so far, else 1.2 s,
     * because people halt between groups of digits (13 of 50 human digit strings were cut at 500 ms).
     */
    public static EndpointRules dictated(Predicate<String> complete) {
        return new EndpointRules(
                NO_INPUT, text -> complete.test(text) ? ALL_DIGITS : Duration.ofMillis(1200), Duration.ofSeconds(25));
    }

    private static Duration openPause(Language language, Predicate<String> complete, String text) {
        if (text.isEmpty()) {
            return Duration.ofMillis(640);
        }
        if (complete.test(text)) {
            return Duration.ofMillis(HangingWords.end(language, text) ? 480 : 300);
        }
        return Duration.ofMillis(HangingWords.end(language, text) ? 900 : 480);
    }

    /** The same rules with another patience for no input. */
    public EndpointRules withNoInput(Duration patience) {
        return new EndpointRules(patience, pause, longest);
    }
}
