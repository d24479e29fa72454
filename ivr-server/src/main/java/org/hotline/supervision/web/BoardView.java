package org.hotline.supervision.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hotline.access.Role;
import org.hotline.access.User;
import org.hotline.call.CallId;
import org.hotline.supervision.Board;

/** The live board as the contract wants it. */
record BoardView(
        Instant at, List<CallNow> calls, List<QueueNow> queues, List<AgentNow> agents, Optional<Instant> silentSince) {

    /** What this user may see of it: an agent only the own call and not who listens, everyone else all. */
    static BoardView of(Board board, User user, Function<CallId, List<String>> listeners) {
        boolean told = user.role() != Role.AGENT;
        return new BoardView(
                board.at(),
                board.calls().stream()
                        .filter(call -> user.role() != Role.AGENT || concerns(board, call, user.agent()))
                        .map(call -> CallNow.of(call, told ? listeners.apply(call.id()) : List.of()))
                        .toList(),
                board.queues().stream().map(QueueNow::of).toList(),
                board.agents().stream().map(AgentNow::of).toList(),
                board.silentSince());
    }

    private static boolean concerns(Board board, Board.LiveCall call, Optional<String> agent) {
        return agent.isPresent()
                && (call.agent().equals(agent)
                        || board.agents().stream()
                                .anyMatch(some -> some.name().equals(agent.get())
                                        && some.call().equals(Optional.of(call.id()))));
    }

    record CallNow(
            String id,
            String home,
            String calling,
            String dialled,
            String language,
            Instant arrivedAt,
            String stage,
            Instant since,
            Optional<String> issue,
            Map<String, String> slots,
            Optional<String> queue,
            Optional<String> agent,
            List<String> listeners,
            List<Board.Line> transcript) {

        static CallNow of(Board.LiveCall call, List<String> listeners) {
            return new CallNow(
                    call.id().text(),
                    Words.of(call.home()),
                    MaskedNumber.of(call.calling()),
                    call.dialled(),
                    call.language(),
                    call.arrivedAt(),
                    Words.of(call.stage()),
                    call.since(),
                    call.issue(),
                    call.slots(),
                    call.queue(),
                    call.agent(),
                    listeners,
                    call.transcript());
        }
    }

    record QueueNow(
            String name,
            String home,
            List<WaitingNow> waiting,
            int offeredToday,
            int answeredToday,
            int answeredInTimeToday,
            int abandonedToday,
            int shortAbandonedToday,
            int unseenToday,
            Optional<Double> serviceLevelPercent,
            Optional<Long> averageAnswerMs,
            Optional<Long> averageHandleMs,
            int targetSeconds,
            int targetPercent) {

        static QueueNow of(Board.LiveQueue queue) {
            return new QueueNow(
                    queue.name(),
                    Words.of(queue.home()),
                    queue.waiting().stream().map(WaitingNow::of).toList(),
                    queue.offeredToday(),
                    queue.answeredToday(),
                    queue.answeredInTimeToday(),
                    queue.abandonedToday(),
                    queue.shortAbandonedToday(),
                    queue.unseenToday(),
                    serviceLevel(queue),
                    queue.averageAnswer().map(Duration::toMillis),
                    queue.averageHandle().map(Duration::toMillis),
                    queue.targetSeconds(),
                    queue.targetPercent());
        }
    }

    record WaitingNow(String call, Instant since, Optional<String> offeredTo) {
        static WaitingNow of(Board.Waiting waiting) {
            return new WaitingNow(waiting.call().text(), waiting.since(), waiting.offeredTo());
        }
    }

    record AgentNow(
            String name,
            String displayName,
            String home,
            String state,
            boolean notResponding,
            Instant since,
            boolean reachable,
            Optional<String> call,
            List<String> queues,
            Optional<String> reason,
            boolean removable) {

        static AgentNow of(Board.LiveAgent agent) {
            return new AgentNow(
                    agent.name(),
                    agent.displayName(),
                    Words.of(agent.home()),
                    agent.state(),
                    agent.notResponding(),
                    agent.since(),
                    agent.reachable(),
                    agent.call().map(id -> id.text()),
                    agent.queues(),
                    agent.reason(),
                    agent.removable());
        }
    }

    /** A_T / (O - B_s - U): in time of those offered, short abandons and the unseen left out. Nothing before the first. */
    static Optional<Double> serviceLevel(Board.LiveQueue queue) {
        int counted = queue.offeredToday() - queue.shortAbandonedToday() - queue.unseenToday();
        return counted <= 0
                ? Optional.empty()
                : Optional.of(Math.round(1000.0 * queue.answeredInTimeToday() / counted) / 10.0);
    }
}
