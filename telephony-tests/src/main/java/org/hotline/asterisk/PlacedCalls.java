package org.hotline.asterisk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What a played Asterisk does when it is asked to ring phones, or to stop. */
public final class PlacedCalls {
    private final ManagerPort manager;
    private final Supplier<ScriptedAsterisk> asterisk;
    private final Map<String, DeskPhone> phones = new ConcurrentHashMap<>();
    private final List<Ringing> calls = new CopyOnWriteArrayList<>();
    private final List<String> spied = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Channel> spies = new LinkedBlockingQueue<>();

    /** @param asterisk whose dialplan answered calls run */
    public PlacedCalls(ManagerPort manager, Supplier<ScriptedAsterisk> asterisk) {
        this.manager = manager;
        this.asterisk = asterisk;
        manager.on("Originate", this::originate);
        manager.on("Hangup", this::hangUp);
    }

    /** The phone of this name, registered from now on. */
    public DeskPhone phone(String endpoint) {
        return phones.computeIfAbsent(endpoint, DeskPhone::new);
    }

    private List<ManagerMessage> originate(ManagerMessage wish) {
        Ringing call = new Ringing(manager, asterisk.get(), wish);
        Optional<DeskPhone> phone = Optional.ofNullable(phones.get(wish.get("Channel")));
        Thread.ofVirtual().name("originate").start(() -> {
            calls.add(call);
            if (wish.get("Channel").startsWith("Local/")) {
                runFarHalf(call, wish.get("Channel"));
                return;
            }
            phone.ifPresentOrElse(there -> there.ring(call), () -> call.originated("Failure", 0, "<null>"));
        });
        return List.of(ManagerMessage.of("Response", "Success", "Message", "Originate successfully queued"));
    }

    /** The second half of a {@code Local} channel runs the dialplan, with the variables of the first. */
    private void runFarHalf(Ringing call, String local) {
        String[] place = local.replaceAll("Local/|/n", "").split("@", 2);
        call.rings();
        String leads = new Channel(
                        asterisk.get(),
                        new Origin(
                                call.name() + ";2",
                                call.uniqueId() + ";2",
                                "",
                                "",
                                new Extensions.Place(place[1], place[0], 1),
                                call.variables()),
                        heard -> {})
                .left()
                .join();
        if (leads.startsWith("ChanSpy(")) {
            spied.add(leads);
            spies.add(call.answers(heard -> {}));
        } else {
            call.rejects(21);
        }
    }

    /** Waits until somebody spies: what this channel says is what is heard of the one spied on. */
    public Channel spies(Duration patience) {
        try {
            return Optional.ofNullable(spies.poll(patience.toMillis(), TimeUnit.MILLISECONDS))
                    .orElseThrow(() -> new AssertionError("nobody spied within " + patience.toSeconds() + " s"));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** The {@code ChanSpy()} calls so far, as they were made. */
    public List<String> spied() {
        return List.copyOf(spied);
    }

    /** By name, and for want of one by unique id, as {@code ast_channel_get_by_name} looks for it. */
    private List<ManagerMessage> hangUp(ManagerMessage wish) {
        String wanted = wish.get("Channel");
        Optional<Ringing> call = calls.stream()
                .filter(each -> each.name().equals(wanted) || each.uniqueId().equals(wanted))
                .findFirst();
        call.ifPresent(Ringing::hangUp);
        return List.of(
                call.isPresent()
                        ? ManagerMessage.of("Response", "Success", "Message", "Channel Hungup")
                        : ManagerPort.error("No such channel"));
    }
}
