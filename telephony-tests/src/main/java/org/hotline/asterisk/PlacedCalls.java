package org.hotline.asterisk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** What a played Asterisk does when it is asked to ring phones, or to stop. */
public final class PlacedCalls {
    private final ManagerPort manager;
    private final Supplier<ScriptedAsterisk> asterisk;
    private final Map<String, DeskPhone> phones = new ConcurrentHashMap<>();
    private final List<Ringing> calls = new CopyOnWriteArrayList<>();

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
            phone.ifPresentOrElse(there -> there.ring(call), () -> call.originated("Failure", 0, "<null>"));
        });
        return List.of(ManagerMessage.of("Response", "Success", "Message", "Originate successfully queued"));
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
