package org.hotline.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline.queue.AgentState;
import org.hotline.queue.DayCounts;
import org.hotline.queue.QueueBoard;
import org.hotline.queue.observed.ObservedBoard;
import org.hotline.supervision.Board.Home;
import org.hotline.switchboard.LinePicture;

/** Puts one board together from what the switchboard, our queues and observed ones show. Pure. */
final class Picture {
    private Picture() {}

    static Board of(Instant at, List<LinePicture> lines, QueueBoard queues, Optional<ObservedBoard> observed) {
        return new Board(
                at,
                Stream.concat(
                                lines.stream().map(Picture::call),
                                observed.stream()
                                        .flatMap(other -> other.calls().stream())
                                        .map(Picture::guest))
                        .toList(),
                Stream.concat(
                                queues.queues().stream().map(line -> queue(line, Home.HOTLINE)),
                                observed.stream()
                                        .flatMap(other -> other.queues().stream())
                                        .map(line -> queue(line, Home.ASTERISK)))
                        .toList(),
                Stream.concat(
                                queues.agents().stream().map(Picture::agent),
                                observed.stream()
                                        .flatMap(other -> other.agents().stream())
                                        .map(Picture::member))
                        .toList(),
                observed.flatMap(ObservedBoard::staleSince));
    }

    private static Board.LiveCall call(LinePicture line) {
        return new Board.LiveCall(
                line.id(),
                Home.HOTLINE,
                line.calling().text(),
                line.dialled().text(),
                line.language(),
                line.arrivedAt(),
                stage(line.stage()),
                line.since(),
                line.known().flatMap(known -> known.issue()),
                line.known().map(known -> known.slots()).orElse(Map.of()),
                line.queue(),
                line.agent(),
                line.transcript().stream()
                        .map(said -> new Board.Line(said.at(), said.side(), said.text(), said.partial()))
                        .toList());
    }

    private static Board.LiveCall guest(ObservedBoard.Guest guest) {
        return new Board.LiveCall(
                guest.id(),
                Home.ASTERISK,
                guest.caller().calling(),
                guest.caller().dialled(),
                guest.caller().language(),
                guest.cameAt(),
                guest.agent().isPresent() ? Board.Stage.WITH_AGENT : Board.Stage.IN_QUEUE,
                guest.since(),
                Optional.empty(),
                Map.of(),
                Optional.of(guest.queue()),
                guest.agent(),
                List.of());
    }

    private static Board.Stage stage(LinePicture.Stage stage) {
        return switch (stage) {
            case RINGING -> Board.Stage.RINGING;
            case IN_CONVERSATION -> Board.Stage.IN_CONVERSATION;
            case IN_QUEUE -> Board.Stage.IN_QUEUE;
            case WITH_AGENT -> Board.Stage.WITH_AGENT;
            case IN_VOICEMAIL -> Board.Stage.IN_VOICEMAIL;
        };
    }

    private static Board.LiveQueue queue(QueueBoard.Line line, Home home) {
        DayCounts today = line.today();
        return new Board.LiveQueue(
                line.settings().name(),
                home,
                line.waiting().stream()
                        .map(waiting -> new Board.Waiting(waiting.call(), waiting.since(), waiting.offeredTo()))
                        .toList(),
                today.offered(),
                today.answered(),
                today.answeredInTime(),
                today.abandoned(),
                today.shortAbandoned(),
                today.unseen(),
                average(today.averageSpeedOfAnswer(), today.answered()),
                average(today.averageHandleTime(), today.handled()),
                Math.toIntExact(line.settings().targetWithin().toSeconds()),
                line.settings().targetPercent());
    }

    private static Optional<Duration> average(Duration average, int of) {
        return of == 0 ? Optional.empty() : Optional.of(average);
    }

    private static Board.LiveAgent agent(QueueBoard.Desk desk) {
        return new Board.LiveAgent(
                desk.profile().name(),
                desk.profile().display(),
                Home.HOTLINE,
                desk.state().word(),
                desk.state() instanceof AgentState.OnBreak rest && rest.notResponding(),
                desk.state().since(),
                desk.reachable(),
                desk.state().busyWith(),
                desk.profile().queues().stream().sorted().toList(),
                Optional.empty(),
                true);
    }

    private static Board.LiveAgent member(ObservedBoard.Desk desk) {
        return new Board.LiveAgent(
                desk.name(),
                desk.display(),
                Home.ASTERISK,
                word(desk.state()),
                false,
                desk.since(),
                desk.reachable(),
                desk.call(),
                desk.queues().stream().sorted().toList(),
                Optional.of(desk.reason()).filter(reason -> !reason.isEmpty()),
                !desk.removable().isEmpty());
    }

    /** The glossary's word for a state. */
    private static String word(ObservedBoard.State state) {
        return switch (state) {
            case AVAILABLE -> "available";
            case OFFERED -> "offered";
            case TALKING -> "talking";
            case WRAPPING_UP -> "wrapping-up";
            case ON_BREAK -> "on-break";
        };
    }
}
