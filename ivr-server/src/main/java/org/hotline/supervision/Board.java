package org.hotline.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline.call.CallId;

/**
 * What a supervisor sees: one immutable picture of the moment {@code at}. Durations are not in it: pages draw {@code at -
 * since} (the server's clock).
 *
 * @param at the moment
 * @param calls going on now, oldest first
 * @param queues every configured queue
 * @param agents every configured agent
 */
public record Board(Instant at, List<LiveCall> calls, List<LiveQueue> queues, List<LiveAgent> agents) {
    /** Nothing at all. */
    public static Board empty(Instant at) {
        return new Board(at, List.of(), List.of(), List.of());
    }

    /** Where a caller is. */
    public enum Stage {
        RINGING,
        IN_CONVERSATION,
        IN_QUEUE,
        WITH_AGENT,
        IN_VOICEMAIL
    }

    /**
     * One call.
     *
     * @param calling masked by the page unless permitted
     * @param since when the present stage began
     * @param slots what else is known, by name, once the conversation has handed the caller on
     * @param transcript the running transcript, oldest first, partial text last
     */
    public record LiveCall(
            CallId id,
            String calling,
            String dialled,
            String language,
            Instant arrivedAt,
            Stage stage,
            Instant since,
            Optional<String> issue,
            Map<String, String> slots,
            Optional<String> queue,
            Optional<String> agent,
            List<Line> transcript) {}

    /**
     * One line of the running transcript.
     *
     * @param side {@code caller}, {@code bot} or {@code agent}
     * @param partial true while it may still change
     */
    public record Line(Instant at, String side, String text, boolean partial) {}

    /**
     * One queue.
     *
     * @param waiting callers in order of service
     * @param offeredToday entered since midnight, business time zone
     * @param answeredToday joined by an agent
     * @param answeredInTimeToday joined within {@code targetSeconds}
     * @param abandonedToday hung up while waiting
     * @param shortAbandonedToday abandoned within 5 s (metrics.md)
     * @param targetSeconds the service level's T
     * @param targetPercent the service level aimed at, 0 to 100
     */
    public record LiveQueue(
            String name,
            List<Waiting> waiting,
            int offeredToday,
            int answeredToday,
            int answeredInTimeToday,
            int abandonedToday,
            int shortAbandonedToday,
            int targetSeconds,
            int targetPercent) {}

    /** One waiting caller. */
    public record Waiting(CallId call, Instant since, Optional<String> offeredTo) {}

    /**
     * One agent.
     *
     * @param state signed-out, available, offered, talking, wrapping-up, on-break (the glossary's words)
     * @param notResponding on break because calls were offered and not answered, not by choice
     * @param reachable the agent's phone is registered
     * @param call the call offered or talked to
     */
    public record LiveAgent(
            String name,
            String displayName,
            String state,
            boolean notResponding,
            Instant since,
            boolean reachable,
            Optional<CallId> call,
            List<String> queues) {}
}
