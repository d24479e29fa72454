package org.hotline.call.registrar;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The bindings of all accounts, changed by the rules of RFC 3261 section 10.3. */
public final class Bindings implements Registrations {
    /** Phones one account may have at the same time. */
    public static final int MOST_CONTACTS = 5;

    private final Clock clock;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final List<Consumer<Reachability>> listeners = new CopyOnWriteArrayList<>();

    private record Entry(List<Binding> bindings, Reachability reachability) {}

    /** How a registration fared. */
    public enum Result {
        DONE,
        /** Older than what it would change: a retransmission out of order. */
        OUT_OF_ORDER,
        TOO_MANY
    }

    public Bindings(Clock clock) {
        this.clock = clock;
    }

    /** Does what a REGISTER asks for, all or nothing. */
    public Result register(Registration asked) {
        List<Result> result = new ArrayList<>(List.of(Result.DONE));
        change(asked.account(), before -> {
            boolean old = asked.contacts().keySet().stream()
                    .flatMap(contact -> find(before, contact).stream())
                    .anyMatch(binding -> isOlder(asked, binding));
            List<Binding> after = old ? before : updated(before, asked);
            if (old || after.size() > MOST_CONTACTS) {
                result.set(0, old ? Result.OUT_OF_ORDER : Result.TOO_MANY);
                return before;
            }
            return after;
        });
        return result.getFirst();
    }

    private static boolean isOlder(Registration asked, Binding binding) {
        return asked.callId().equals(binding.callId()) && asked.cseq() <= binding.cseq();
    }

    private List<Binding> updated(List<Binding> before, Registration asked) {
        List<Binding> after = new ArrayList<>(before);
        after.removeIf(binding -> asked.contacts().containsKey(binding.contact()));
        asked.contacts().forEach((contact, lasts) -> {
            if (lasts.isPositive()) {
                Instant expires = clock.instant().plus(lasts);
                after.add(
                        new Binding(contact, asked.source(), asked.transport(), asked.callId(), asked.cseq(), expires));
            }
        });
        return after;
    }

    private static Optional<Binding> find(List<Binding> bindings, String contact) {
        return bindings.stream()
                .filter(binding -> binding.contact().equals(contact))
                .findFirst();
    }

    /** Takes all phones away from an account ({@code Contact: *}). */
    public void clear(String account) {
        change(account, before -> List.of());
    }

    /** Takes one phone away: it does not answer any more. */
    public void drop(String account, String contact) {
        change(
                account,
                before -> before.stream()
                        .filter(binding -> !binding.contact().equals(contact))
                        .toList());
    }

    /** Takes away what has expired; to be called every second or so. */
    public void expire() {
        Instant now = clock.instant();
        entries.forEach((account, entry) -> {
            if (entry.bindings().stream().anyMatch(binding -> !binding.expires().isAfter(now))) {
                change(account, before -> before);
            }
        });
    }

    /** The phones of an account that have not expired; none if there is no such account. */
    public List<Binding> bindings(String account) {
        Entry entry = entries.get(account);
        return entry == null ? List.of() : living(entry.bindings());
    }

    /** All accounts that were ever registered since the start. */
    public List<String> accounts() {
        return List.copyOf(entries.keySet());
    }

    private List<Binding> living(List<Binding> bindings) {
        Instant now = clock.instant();
        return bindings.stream()
                .filter(binding -> binding.expires().isAfter(now))
                .toList();
    }

    private void change(String account, UnaryOperator<List<Binding>> change) {
        List<Reachability> told = new ArrayList<>();
        entries.compute(account, (name, entry) -> {
            List<Binding> before = entry == null ? List.of() : entry.bindings();
            List<Binding> after = List.copyOf(living(change.apply(living(before))));
            Reachability was = entry == null ? new Reachability(name, 0, clock.instant()) : entry.reachability();
            boolean turned = was.reachable() != !after.isEmpty();
            Reachability is = new Reachability(name, after.size(), turned ? clock.instant() : was.since());
            if (!is.equals(was)) {
                told.add(is);
            }
            return new Entry(after, is);
        });
        told.forEach(news -> listeners.forEach(listener -> listener.accept(news)));
    }

    @Override
    public Optional<Reachability> of(String account) {
        return Optional.ofNullable(entries.get(account)).map(Entry::reachability);
    }

    @Override
    public List<Reachability> all() {
        return entries.values().stream()
                .map(Entry::reachability)
                .sorted(java.util.Comparator.comparing(Reachability::account))
                .toList();
    }

    @Override
    public void onChange(Consumer<Reachability> listener) {
        listeners.add(listener);
    }
}
