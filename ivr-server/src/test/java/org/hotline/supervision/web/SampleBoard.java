package org.hotline.supervision.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.hotline.call.CallId;
import org.hotline.supervision.Board;
import org.hotline.supervision.LiveBoard;

/** A live board that shows what the test says. */
final class SampleBoard implements LiveBoard {
    static final CallId TALKING = new CallId("live0talking");
    static final CallId WAITING = new CallId("live1waiting");
    static final CallId BOT = new CallId("live2robot");

    private final List<Consumer<Board>> watchers = new CopyOnWriteArrayList<>();
    private volatile Board board = morning(Instant.now());

    @Override
    public Board now() {
        return board;
    }

    @Override
    public Watch watch(Consumer<Board> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    void show(Board picture) {
        board = picture;
        watchers.forEach(watcher -> watcher.accept(picture));
    }

    /** Another caller joins the queue named. */
    void enters(String queue, CallId caller) {
        Board old = board;
        show(new Board(
                Instant.now(),
                old.calls(),
                old.queues().stream()
                        .map(some -> some.name().equals(queue) ? withWaiting(some, caller) : some)
                        .toList(),
                old.agents(),
                old.silentSince()));
    }

    private static Board.LiveQueue withWaiting(Board.LiveQueue queue, CallId caller) {
        List<Board.Waiting> waiting = new ArrayList<>(queue.waiting());
        waiting.add(new Board.Waiting(caller, Instant.now(), Optional.empty()));
        return new Board.LiveQueue(
                queue.name(),
                queue.home(),
                waiting,
                queue.offeredToday() + 1,
                queue.answeredToday(),
                queue.answeredInTimeToday(),
                queue.abandonedToday(),
                queue.shortAbandonedToday(),
                queue.unseenToday(),
                queue.averageAnswer(),
                queue.averageHandle(),
                queue.targetSeconds(),
                queue.targetPercent());
    }

    /** Two queues, five agents, three calls. */
    static Board morning(Instant now) {
        return new Board(
                now,
                List.of(
                        call(TALKING, "13812345678", "zh", Board.Stage.WITH_AGENT, now.minusSeconds(95), "refund")
                                .in("service")
                                .with("anna")
                                .build(
                                        line(now.minusSeconds(140), "bot", "您好，请问有什么可以帮您？"),
                                        line(now.minusSeconds(135), "caller", "我的退款什么时候到账"),
                                        line(now.minusSeconds(90), "agent", "您好，我帮您查一下这笔退款。")),
                        call(WAITING, "02088123456", "en", Board.Stage.IN_QUEUE, now.minusSeconds(47), "parcel-late")
                                .in("service")
                                .build(
                                        line(now.minusSeconds(70), "bot", "How can I help?"),
                                        line(now.minusSeconds(64), "caller", "where is my parcel")),
                        call(BOT, "", "en", Board.Stage.IN_CONVERSATION, now.minusSeconds(12), "")
                                .build(
                                        line(now.minusSeconds(12), "bot", "How can I help?"),
                                        new Board.Line(now.minusSeconds(1), "caller", "i was charged", true))),
                List.of(
                        queue(
                                "service",
                                List.of(new Board.Waiting(WAITING, now.minusSeconds(47), Optional.of("ben"))),
                                212,
                                190,
                                158,
                                18,
                                4,
                                20,
                                80),
                        queue("complaints", List.of(), 31, 30, 28, 1, 0, 20, 80),
                        queue("vip", List.of(), 0, 0, 0, 0, 0, 10, 90)),
                List.of(
                        agent("anna", "Anna Becker", "talking", now.minusSeconds(95), true, Optional.of(TALKING)),
                        agent("ben", "Ben Okafor", "offered", now.minusSeconds(6), true, Optional.of(WAITING)),
                        agent("chen", "陈静", "available", now.minusSeconds(300), true, Optional.empty()),
                        agent("dai", "戴维", "on-break", now.minusSeconds(800), true, Optional.empty()),
                        agent("eva", "Eva Lindqvist", "available", now.minusSeconds(40), false, Optional.empty()),
                        agent("fang", "方敏", "wrapping-up", now.minusSeconds(33), true, Optional.empty()),
                        agent("gao", "高峰", "signed-out", now.minusSeconds(36000), false, Optional.empty())),
                Optional.empty());
    }

    private static Board.LiveQueue queue(
            String name,
            List<Board.Waiting> waiting,
            int offered,
            int answered,
            int inTime,
            int abandoned,
            int shortAbandoned,
            int seconds,
            int percent) {
        return new Board.LiveQueue(
                name,
                Board.Home.HOTLINE,
                waiting,
                offered,
                answered,
                inTime,
                abandoned,
                shortAbandoned,
                0,
                Optional.of(Duration.ofMillis(14_200)).filter(average -> answered > 0),
                Optional.of(Duration.ofSeconds(215)).filter(average -> answered > 0),
                seconds,
                percent);
    }

    static Board.Line line(Instant at, String side, String text) {
        return new Board.Line(at, side, text, false);
    }

    /** Whose name is Dai did not answer. */
    private static Board.LiveAgent agent(
            String name, String shown, String state, Instant since, boolean reachable, Optional<CallId> call) {
        return new Board.LiveAgent(
                name,
                shown,
                Board.Home.HOTLINE,
                state,
                name.equals("dai"),
                since,
                reachable,
                call,
                List.of("service"),
                Optional.empty(),
                true);
    }

    static CallSketch call(CallId id, String calling, String language, Board.Stage stage, Instant since, String issue) {
        return new CallSketch(id, calling, language, stage, since, issue, "", "");
    }

    /** A live call on its way to be one. */
    record CallSketch(
            CallId id,
            String calling,
            String language,
            Board.Stage stage,
            Instant since,
            String issue,
            String queue,
            String agent) {
        CallSketch in(String name) {
            return new CallSketch(id, calling, language, stage, since, issue, name, agent);
        }

        CallSketch with(String name) {
            return new CallSketch(id, calling, language, stage, since, issue, queue, name);
        }

        Board.LiveCall build(Board.Line... lines) {
            return build(List.of(lines));
        }

        Board.LiveCall build(List<Board.Line> lines) {
            return new Board.LiveCall(
                    id,
                    Board.Home.HOTLINE,
                    calling,
                    language.equals("zh") ? "4001" : "4000",
                    language,
                    since.minusSeconds(45),
                    stage,
                    since,
                    present(issue),
                    issue.isEmpty() ? Map.of() : Map.of("order", "20260417"),
                    present(queue),
                    present(agent),
                    lines);
        }

        private static Optional<String> present(String text) {
            return Optional.of(text).filter(some -> !some.isEmpty());
        }
    }
}
