package org.hotline.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hotline.queue.AgentState;
import org.hotline.queue.DayCounts;
import org.hotline.queue.QueueBoard;
import org.hotline.switchboard.LinePicture;

/** Puts one board together from what the switchboard and the queues show. Pure. */
final class Picture {
    private Picture() {}

    static Board of(Instant at, List<LinePicture> lines, QueueBoard queues) {
        return new Board(
                at,
                lines.stream().map(Picture::call).toList(),
                queues.queues().stream().map(Picture::queue).toList(),
                queues.agents().stream().map(Picture::agent).toList());
    }

    private static Board.LiveCall call(LinePicture line) {
        return new Board.LiveCall(
                line.id(),
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

    private static Board.Stage stage(LinePicture.Stage stage) {
        return switch (stage) {
            case RINGING -> Board.Stage.RINGING;
            case IN_CONVERSATION -> Board.Stage.IN_CONVERSATION;
            case IN_QUEUE -> Board.Stage.IN_QUEUE;
            case WITH_AGENT -> Board.Stage.WITH_AGENT;
            case IN_VOICEMAIL -> Board.Stage.IN_VOICEMAIL;
        };
    }

    private static Board.LiveQueue queue(QueueBoard.Line line) {
        DayCounts today = line.today();
        return new Board.LiveQueue(
                line.settings().name(),
                line.waiting().stream()
                        .map(waiting -> new Board.Waiting(waiting.call(), waiting.since(), waiting.offeredTo()))
                        .toList(),
                today.offered(),
                today.answered(),
                today.answeredInTime(),
                today.abandoned(),
                today.shortAbandoned(),
                Math.toIntExact(line.settings().targetWithin().toSeconds()),
                line.settings().targetPercent());
    }

    private static Board.LiveAgent agent(QueueBoard.Desk desk) {
        return new Board.LiveAgent(
                desk.profile().name(),
                desk.profile().display(),
                desk.state().word(),
                desk.state() instanceof AgentState.OnBreak rest && rest.notResponding(),
                desk.state().since(),
                desk.reachable(),
                desk.state().busyWith(),
                desk.profile().queues().stream().sorted().toList());
    }
}
