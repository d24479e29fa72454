package org.hotline.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hotline.call.CallId;

/** A {@link Cdr} being changed. Belongs to one method of {@link CdrProjection}. */
final class CdrDraft {
    private final CallId id;
    private final Instant arrivedAt;
    private Optional<Instant> answeredAt;
    Optional<Instant> endedAt;
    private String calling;
    private String dialled;
    private String dialplan;
    private String language;
    int turns;
    private Optional<String> issue;
    private boolean confirmed;
    Optional<String> queue;
    Duration waited;
    private Optional<String> agent;
    Duration talked;
    Optional<String> recording;
    Optional<Ending> ending;

    CdrDraft(Cdr cdr) {
        this.id = cdr.id();
        this.arrivedAt = cdr.arrivedAt();
        this.answeredAt = cdr.answeredAt();
        this.endedAt = cdr.endedAt();
        this.calling = cdr.calling();
        this.dialled = cdr.dialled();
        this.dialplan = cdr.dialplan();
        this.language = cdr.language();
        this.turns = cdr.turns();
        this.issue = cdr.issue();
        this.confirmed = cdr.confirmed();
        this.queue = cdr.queue();
        this.waited = cdr.waited();
        this.agent = cdr.agent();
        this.talked = cdr.talked();
        this.recording = cdr.recording();
        this.ending = cdr.ending();
    }

    /** Nothing is known but that it came. */
    static CdrDraft blank(CallId call, Instant arrivedAt) {
        return new CdrDraft(new Cdr(
                call,
                arrivedAt,
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                "",
                "",
                0,
                Optional.empty(),
                false,
                Optional.empty(),
                Duration.ZERO,
                Optional.empty(),
                Duration.ZERO,
                Optional.empty(),
                Optional.empty()));
    }

    void numbers(String from, String to) {
        calling = from;
        dialled = to;
    }

    void answered(Instant at, String plan, String tag) {
        answeredAt = Optional.of(at);
        dialplan = plan;
        language = tag;
    }

    void located(String located, boolean yes) {
        issue = Optional.of(located);
        confirmed = yes;
    }

    void joined(String name, Duration wait) {
        agent = Optional.of(name);
        waited = waited.plus(wait);
    }

    Cdr toCdr() {
        return new Cdr(
                id,
                arrivedAt,
                answeredAt,
                endedAt,
                calling,
                dialled,
                dialplan,
                language,
                turns,
                issue,
                confirmed,
                queue,
                waited,
                agent,
                talked,
                recording,
                ending);
    }
}
