package org.hotline.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline.call.CallId;

/** Finds calls by what was said in them, English and Chinese. Any thread. */
public interface TranscriptSearch extends AutoCloseable {
    /** Adds (or replaces) one utterance; visible to searches within a second. Never blocks for long. */
    void add(Utterance utterance);

    /** Forgets a call. */
    void remove(CallId call);

    /**
     * Best hits first, newest first among equals.
     *
     * @param query words, "phrases", -excluded; any syntax error is read as plain words, never thrown
     * @param limit 1 to 200
     */
    Hits search(String query, Within within, int limit);

    /** The same among everything that was ever said. */
    default Hits search(String query, int limit) {
        return search(query, Within.EVERYTHING, limit);
    }

    /** True once everything that was said before this start can be found, too. */
    boolean isComplete();

    @Override
    void close();

    /**
     * @param offset from the answer of the call: where to play
     * @param side {@code caller}, {@code bot} or {@code agent}
     */
    record Utterance(CallId call, int number, Instant at, Duration offset, String side, String text) {}

    /**
     * Where to look.
     *
     * @param side only what this side said
     * @param from said at or after
     * @param to said before
     * @param calls only in these
     */
    record Within(Optional<String> side, Optional<Instant> from, Optional<Instant> to, Optional<Set<CallId>> calls) {
        /** Everywhere. */
        public static final Within EVERYTHING =
                new Within(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** @param total how many there are in all */
    record Hits(long total, List<Hit> hits) {}

    /**
     * @param snippet the text with hits between U+0001 and U+0002, for the page to mark; never HTML
     * @param score higher is better, comparable within one search only
     */
    record Hit(Utterance utterance, String snippet, float score) {}
}
