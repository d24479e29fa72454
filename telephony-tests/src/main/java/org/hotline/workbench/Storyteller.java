package org.hotline.workbench;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent;
import org.hotline.history.CallStore;

/** Tells calls as they happen: reads the store's events and prints what was said and what was really recognised. */
final class Storyteller {
    private final CallStore store;
    private final PrintStream out;
    private final Map<CallId, Integer> told = new HashMap<>();
    private final Map<CallId, Instant> began = new HashMap<>();

    Storyteller(CallStore store, PrintStream out) {
        this.store = store;
        this.out = out;
    }

    /** Tells what is new in the newest calls. Any thread, one at a time. */
    synchronized void tellNews() {
        store.list(CallStore.Filter.newest(8)).reversed().forEach(cdr -> {
            if (!cdr.dialled().startsWith("*")) {
                tell(cdr.id());
            }
        });
    }

    private void tell(CallId call) {
        List<CallEvent> events = store.events(call);
        int from = told.getOrDefault(call, 0);
        for (CallEvent event : events.subList(Math.min(from, events.size()), events.size())) {
            began.putIfAbsent(call, event.at());
            line(event).ifPresent(text -> out.printf("    %6s  %s%n", since(call, event), text));
        }
        told.put(call, events.size());
    }

    private String since(CallId call, CallEvent event) {
        Duration at = Duration.between(began.getOrDefault(call, event.at()), event.at());
        return String.format(Locale.ROOT, "%d.%d s", at.toSeconds(), at.toMillisPart() / 100);
    }

    private static Optional<String> line(CallEvent event) {
        return switch (event) {
            case CallEvent.TurnTaken turn -> Optional.of(turn(turn));
            case CallEvent.IssueLocated located ->
                Optional.of("         located: " + located.issue() + (located.confirmed() ? ", confirmed" : ""));
            case CallEvent.QueueEntered entered -> Optional.of("         waits in queue " + entered.queue());
            case CallEvent.Offered offered -> Optional.of("         offered to " + offered.agent());
            case CallEvent.OfferReturned back -> Optional.of("         " + back.agent() + ": " + back.why());
            case CallEvent.AgentJoined joined ->
                Optional.of("         " + joined.agent() + " joins after "
                        + joined.waited().toSeconds() + " s");
            case CallEvent.AgentLeft left -> Optional.of("         " + left.agent() + " leaves");
            case CallEvent.QueueLeft left -> Optional.of("         leaves the queue: " + left.why());
            case CallEvent.Spoken spoken -> Optional.of("%-8s %s".formatted(spoken.side() + ":", spoken.text()));
            case CallEvent.Ended ended -> Optional.of("         ended: " + EndingWords.of(ended.ending()));
            default -> Optional.empty();
        };
    }

    private static String turn(CallEvent.TurnTaken turn) {
        StringBuilder text = new StringBuilder("bot:     ").append(turn.prompt());
        String answer =
                !turn.heard().isEmpty() ? turn.heard() : turn.keys().isEmpty() ? "" : "[keys " + turn.keys() + "]";
        if (!answer.isEmpty()) {
            text.append(System.lineSeparator()).append("            caller:  ").append(answer);
            if (!turn.intent().isEmpty()) {
                text.append("   -> ").append(turn.intent());
            }
            turn.bargeIn()
                    .ifPresent(stop -> text.append("   (barged in, silent after ")
                            .append(stop.toMillis())
                            .append(" ms)"));
        }
        return text.toString();
    }
}
