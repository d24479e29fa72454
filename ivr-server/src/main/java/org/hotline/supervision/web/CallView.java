package org.hotline.supervision.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hotline.history.Cdr;
import org.hotline.history.Ending;

/** A call detail record as the contract wants it. */
record CallView(
        String id,
        Instant arrivedAt,
        Optional<Instant> answeredAt,
        Optional<Instant> endedAt,
        String calling,
        String dialled,
        String dialplan,
        String language,
        int turns,
        Optional<String> issue,
        boolean confirmed,
        Optional<String> queue,
        long waitedMs,
        Optional<String> agent,
        long talkedMs,
        Optional<Long> durationMs,
        boolean recorded,
        boolean contained,
        Optional<EndingView> ending) {

    static CallView of(Cdr cdr) {
        return new CallView(
                cdr.id().text(),
                cdr.arrivedAt(),
                cdr.answeredAt(),
                cdr.endedAt(),
                MaskedNumber.of(cdr.calling()),
                cdr.dialled(),
                cdr.dialplan(),
                cdr.language(),
                cdr.turns(),
                cdr.issue(),
                cdr.confirmed(),
                cdr.queue(),
                cdr.waited().toMillis(),
                cdr.agent(),
                cdr.talked().toMillis(),
                cdr.endedAt().map(end -> Duration.between(cdr.arrivedAt(), end).toMillis()),
                cdr.recording().isPresent(),
                cdr.isContained(),
                cdr.ending().map(EndingView::of));
    }

    /** How it ended: a kind, where the caller was, and what else there is to know. */
    record EndingView(String kind, Optional<String> where, Optional<String> detail) {
        static EndingView of(Ending ending) {
            return switch (ending) {
                case Ending.CallerHungUp e -> at("caller-hung-up", e.where());
                case Ending.Completed e -> at("completed", e.where());
                case Ending.Transferred e -> with("transferred", MaskedNumber.of(e.target()));
                case Ending.NotAnswered e -> with("not-answered", Words.of(e.cause()));
                case Ending.LineLost e -> with("line-lost", Words.of(e.cause()));
                case Ending.Failed e -> with("failed", e.category());
                case Ending.Interrupted e -> new EndingView("interrupted", Optional.empty(), Optional.empty());
            };
        }

        private static EndingView at(String kind, Ending.Where where) {
            return new EndingView(kind, Optional.of(Words.of(where)), Optional.empty());
        }

        private static EndingView with(String kind, String detail) {
            return new EndingView(kind, Optional.empty(), Optional.of(detail));
        }
    }
}
