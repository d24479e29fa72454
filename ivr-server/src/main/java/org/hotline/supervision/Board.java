package org.hotline.supervision;

import java.time.Duration;
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
 * @param queues every configured queue, then those observed elsewhere
 * @param agents every configured agent, then those observed elsewhere
 * @param silentSince since then nothing is told of what is observed elsewhere, and it is shown as it was then; nothing
 *     while it is told, or nothing is observed
 */
public record Board(
        Instant at,
        List<LiveCall> calls,
        List<LiveQueue> queues,
        List<LiveAgent> agents,
        Optional<Instant> silentSince) {
    /** Nothing at all. */
    public static Board empty(Instant at) {
        return new Board(at, List.of(), List.of(), List.of(), Optional.empty());
    }

    /** Whose calls, queues and agents they are. */
    public enum Home {
        /** Ours: steered here. */
        HOTLINE,
        /** Asterisk's app_queue: looked on. */
        ASTERISK
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
     * @param home whose it is
     * @param calling masked by the page unless permitted
     * @param since when the present stage began
     * @param slots what else is known, by name, once the conversation has handed the caller on
     * @param transcript the running transcript, oldest first, partial text last
     */
    public record LiveCall(
            CallId id,
            Home home,
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
     * @param home whose it is; there may be one of the same name in the other
     * @param waiting callers in order of service
     * @param offeredToday entered since midnight, business time zone
     * @param answeredToday joined by an agent
     * @param answeredInTimeToday joined within {@code targetSeconds}
     * @param abandonedToday hung up while waiting
     * @param shortAbandonedToday abandoned within 5 s (metrics.md)
     * @param unseenToday of whom we do not know what came of them
     * @param averageAnswer ASA of today; nothing before the first answer
     * @param averageHandle AHT of today; nothing before the first talk's end
     * @param targetSeconds the service level's T
     * @param targetPercent the service level aimed at, 0 to 100
     */
    public record LiveQueue(
            String name,
            Home home,
            List<Waiting> waiting,
            int offeredToday,
            int answeredToday,
            int answeredInTimeToday,
            int abandonedToday,
            int shortAbandonedToday,
            int unseenToday,
            Optional<Duration> averageAnswer,
            Optional<Duration> averageHandle,
            int targetSeconds,
            int targetPercent) {}

    /** One waiting caller. */
    public record Waiting(CallId call, Instant since, Optional<String> offeredTo) {}

    /**
     * One agent.
     *
     * @param home whose it is
     * @param state signed-out, available, offered, talking, wrapping-up, on-break (the glossary's words)
     * @param notResponding on break because calls were offered and not answered, not by choice
     * @param reachable the agent's phone is registered
     * @param call the call offered or talked to
     * @param reason why on break, if that is said
     * @param removable can be signed out from here
     */
    public record LiveAgent(
            String name,
            String displayName,
            Home home,
            String state,
            boolean notResponding,
            Instant since,
            boolean reachable,
            Optional<CallId> call,
            List<String> queues,
            Optional<String> reason,
            boolean removable) {}
}
