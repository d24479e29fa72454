package org.hotline.bench.locate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent;
import org.hotline.history.CallStore;

/** One caller's call as the hotline writes it down while it goes on. One thread. */
final class CallStory {
    private final CallStore store;
    private final String number;
    private Optional<CallId> call = Optional.empty();

    /** @param number that the caller's phone shows; nobody else's */
    CallStory(CallStore store, String number) {
        this.store = store;
        this.number = number;
    }

    /** What was done last to locate the problem, in the story's words; empty if nothing yet. */
    String lastAct() {
        return decisions().stream()
                .reduce((first, second) -> second)
                .map(decided -> decided.options().getFirst().act())
                .orElse("");
    }

    /** All that was asked and answered, for a person to read: acts as the story has them, each turn as it was heard. */
    String read() {
        List<String> read = new ArrayList<>();
        events().forEach(event -> {
            switch (event) {
                case CallEvent.Decided decided ->
                    read.add("[" + decided.options().getFirst().act() + "]");
                case CallEvent.TurnTaken turn ->
                    read.add(turn.keys().isEmpty() ? '"' + turn.heard() + '"' : "keys " + turn.keys());
                default -> {}
            }
        });
        return String.join(" ", read);
    }

    int turns() {
        return turnsTaken().size();
    }

    List<CallEvent.TurnTaken> turnsTaken() {
        return only(CallEvent.TurnTaken.class);
    }

    private List<CallEvent.Decided> decisions() {
        return only(CallEvent.Decided.class);
    }

    Optional<CallEvent.IssueLocated> located() {
        return only(CallEvent.IssueLocated.class).stream().findFirst();
    }

    /** Whether the caller said yes to the issue that was located, or was told it and did not object. */
    boolean isAccepted() {
        return located()
                .filter(located -> located.confirmed()
                        || decisions().stream()
                                .map(decided -> decided.options().getFirst().act())
                                .anyMatch(("tell " + located.issue())::equals))
                .isPresent();
    }

    boolean hasEnded() {
        return !only(CallEvent.Ended.class).isEmpty();
    }

    private <E extends CallEvent> List<E> only(Class<E> kind) {
        return events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private List<CallEvent> events() {
        if (call.isEmpty()) {
            CallStore.Filter newest = CallStore.Filter.newest(1);
            call = store
                    .list(new CallStore.Filter(
                            newest.from(),
                            newest.to(),
                            Optional.of(number),
                            newest.agent(),
                            newest.queue(),
                            newest.issue(),
                            newest.before(),
                            newest.limit()))
                    .stream()
                    .findFirst()
                    .map(cdr -> cdr.id());
        }
        return call.map(store::events).orElse(List.of());
    }
}
