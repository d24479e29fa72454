package org.hotline.queue.observed;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hotline.queue.observed.Fact.End;

/** Where a call in sight is. */
sealed interface Place {
    /** When it came there. */
    Instant since();

    /** When time alone will move it on. */
    default Optional<Instant> until() {
        return Optional.empty();
    }

    /** Where it is, or was when we saw it last. */
    default Place known() {
        return this instanceof Unseen unseen ? unseen.before() : this;
    }

    /** In no queue yet. */
    record Nowhere(Instant since) implements Place {}

    /**
     * In a queue.
     *
     * @param ringing since when whose phone rings, by location
     */
    record Waiting(Instant since, String queue, Map<String, Ring> ringing) implements Place {
        public Waiting {
            ringing = Map.copyOf(ringing);
        }

        static Waiting of(Instant since, String queue) {
            return new Waiting(since, queue, Map.of());
        }

        Waiting ring(String location, Ring ring) {
            Map<String, Ring> more = new LinkedHashMap<>(ringing);
            more.put(location, ring);
            return new Waiting(since, queue, more);
        }

        /** Where this agent's phone rings; the location may be unknown. */
        Optional<String> rings(String location, String agent) {
            return ringing.entrySet().stream()
                    .filter(ring -> location.isEmpty()
                            ? ring.getValue().agent().equals(agent)
                            : ring.getKey().equals(location))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        Waiting silence(String location) {
            Map<String, Ring> fewer = new LinkedHashMap<>(ringing);
            fewer.remove(location);
            return new Waiting(since, queue, fewer);
        }
    }

    /** A phone that rings. */
    record Ring(Instant since, String agent) {}

    /**
     * Out of the queue, nobody has said why: perhaps to an agent.
     *
     * @param givenUp not to an agent: the caller hung up, or the time was up
     * @param exit which way it went, if not to an agent
     */
    record Leaving(Waiting from, Instant left, Instant decided, boolean givenUp, Fact.Exit exit) implements Place {
        Leaving by(Fact.Exit told) {
            return new Leaving(from, left, decided, givenUp, told);
        }

        @Override
        public Instant since() {
            return from.since();
        }

        @Override
        public Optional<Instant> until() {
            return Optional.of(decided);
        }
    }

    /**
     * With an agent.
     *
     * @param location empty if it is not known any more
     * @param device the name of the agent's channel; empty if it was never told
     * @param gone the caller's channel is; who parted them may still be told
     */
    record Talking(Instant since, String queue, String location, String agent, String device, Optional<Gone> gone)
            implements Place {
        @Override
        public Optional<Instant> until() {
            return gone.map(Gone::decided);
        }
    }

    /** The end of a channel, and when we no longer wait to be told more of it. */
    record Gone(Instant at, Instant decided) {}

    /** Served, or gone on; may come back to a queue until {@code decided}. */
    record Served(Instant since, End how, Instant decided) implements Place {
        @Override
        public Optional<Instant> until() {
            return Optional.of(decided);
        }
    }

    /**
     * Was somewhere when we lost sight of it.
     *
     * @param lastSeen until then it was there for sure
     * @param decided then we give it up; nothing as long as we see nothing at all
     */
    record Unseen(Place before, Instant lastSeen, Optional<Instant> decided) implements Place {
        @Override
        public Instant since() {
            return before.since();
        }

        @Override
        public Optional<Instant> until() {
            return decided;
        }
    }
}
