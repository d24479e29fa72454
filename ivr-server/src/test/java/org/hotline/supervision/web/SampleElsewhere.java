package org.hotline.supervision.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline.call.CallId;
import org.hotline.supervision.Board;
import org.hotline.supervision.Board.Home;

/** Asterisk's queues on a sample board: one of the name of ours, a caller who waits, one who talks, two agents. */
final class SampleElsewhere {
    static final CallId WAITING = new CallId("ast1waiting");
    static final CallId TALKING = new CallId("ast2talking");

    private SampleElsewhere() {}

    /** The same board with what is in Asterisk, if it is not there yet; nothing is told of it since {@code silent}. */
    static Board besides(Board board, Optional<Instant> silent) {
        Instant now = board.at();
        Stream<Board.LiveQueue> ours = board.queues().stream().filter(queue -> queue.home() == Home.HOTLINE);
        Stream<Board.LiveCall> calls = board.calls().stream().filter(call -> call.home() == Home.HOTLINE);
        Stream<Board.LiveAgent> agents = board.agents().stream().filter(agent -> agent.home() == Home.HOTLINE);
        return new Board(
                Instant.now(),
                Stream.concat(calls, Stream.of(waiting(now), talking(now))).toList(),
                Stream.concat(ours, Stream.of(queue(now))).toList(),
                Stream.concat(agents, Stream.of(otto(now), pia(now))).toList(),
                silent);
    }

    private static Board.LiveQueue queue(Instant now) {
        return new Board.LiveQueue(
                "service",
                Home.ASTERISK,
                List.of(new Board.Waiting(WAITING, now.minusSeconds(31), Optional.empty())),
                57,
                51,
                44,
                4,
                1,
                1,
                Optional.of(Duration.ofSeconds(17)),
                Optional.of(Duration.ofSeconds(260)),
                20,
                80);
    }

    private static Board.LiveCall waiting(Instant now) {
        return call(WAITING, "13987654321", Board.Stage.IN_QUEUE, now.minusSeconds(31), Optional.empty());
    }

    private static Board.LiveCall talking(Instant now) {
        return call(TALKING, "02155501234", Board.Stage.WITH_AGENT, now.minusSeconds(122), Optional.of("Otto Lang"));
    }

    private static Board.LiveCall call(
            CallId id, String calling, Board.Stage stage, Instant since, Optional<String> agent) {
        return new Board.LiveCall(
                id,
                Home.ASTERISK,
                calling,
                "",
                "zh",
                since.minusSeconds(5),
                stage,
                since,
                Optional.empty(),
                Map.of(),
                Optional.of("service"),
                agent,
                List.of());
    }

    private static Board.LiveAgent otto(Instant now) {
        return new Board.LiveAgent(
                "asterisk.PJSIP-otto",
                "Otto Lang",
                Home.ASTERISK,
                "talking",
                false,
                now.minusSeconds(122),
                true,
                Optional.of(TALKING),
                List.of("service"),
                Optional.empty(),
                false);
    }

    private static Board.LiveAgent pia(Instant now) {
        return new Board.LiveAgent(
                "asterisk.PJSIP-pia",
                "Pia Sommer",
                Home.ASTERISK,
                "on-break",
                false,
                now.minusSeconds(700),
                true,
                Optional.empty(),
                List.of("service"),
                Optional.of("lunch"),
                true);
    }
}
