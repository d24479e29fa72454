package org.hotline.call.asterisk;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.asteriskjava.manager.event.DialEndEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.OriginateResponseEvent;
import org.hotline.call.asterisk.ami.AmiListener;
import org.hotline.call.asterisk.ami.AmiVersion;
import org.jspecify.annotations.Nullable;

/** The calls that Asterisk is placing for us, by the unique id that we chose for their channels. Any thread. */
final class Attempts implements AmiListener {
    static final Set<Class<? extends ManagerEvent>> WANTED =
            Set.of(OriginateResponseEvent.class, DialEndEvent.class, HangupEvent.class);

    private static final String ID = "hotline-";

    /** The second half of a {@code Local} channel. */
    private static final String FAR_HALF = ";2";

    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();

    /** The unique id of the channel that brings the call of this key. */
    static String id(UUID key) {
        return ID + key;
    }

    Attempt begin(String id, Rungs rungs) {
        Attempt attempt = new Attempt(rungs);
        attempts.put(id, attempt);
        return attempt;
    }

    void end(String id) {
        attempts.remove(id);
    }

    /** What happened while nobody told us is not told later: the one who waits has a time-out. */
    @Override
    public void connected(AmiVersion version) {}

    @Override
    public void lost() {}

    @Override
    public void event(ManagerEvent event) {
        switch (event) {
            case OriginateResponseEvent over -> {
                if (!over.isSuccess()) {
                    find(over.getActionId())
                            .ifPresent(one -> one.notOriginated(number(over.getReason()), isOurs(over.getUniqueId())));
                }
            }
            case HangupEvent hungUp ->
                find(hungUp.getUniqueId()).ifPresent(one -> one.hungUp(number(hungUp.getCause())));
            case DialEndEvent end ->
                find(end.getDestUniqueId())
                        .or(() -> find(end.getUniqueId()))
                        .ifPresent(one -> one.dialled(text(end.getDialStatus())));
            default -> {}
        }
    }

    private Optional<Attempt> find(@Nullable String id) {
        String whole = text(id);
        return Optional.ofNullable(attempts.get(
                whole.endsWith(FAR_HALF) ? whole.substring(0, whole.length() - FAR_HALF.length()) : whole));
    }

    private static boolean isOurs(@Nullable String id) {
        return text(id).startsWith(ID);
    }

    private static int number(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
