package org.hotline.call.sip;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sip.ClientTransaction;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.SipProvider;
import javax.sip.message.Request;
import org.hotline.call.registrar.Binding;
import org.hotline.call.registrar.Bindings;
import org.hotline.call.sip.stack.ClientRequest;
import org.hotline.call.sip.stack.Flow;
import org.hotline.call.sip.stack.Mailbox;
import org.hotline.call.sip.stack.Messages;
import org.hotline.call.sip.stack.Timers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every registered phone by OPTIONS whether it is still there, which also keeps its NAT open, and drops those that
 * stay silent. All in its own mailbox.
 */
final class Keepalive {
    private static final Logger LOG = LoggerFactory.getLogger(Keepalive.class);

    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final int LOSSES = 3;

    private final Endpoint endpoint;
    private final Bindings bindings;
    private final Timers timers;
    private final Clock clock;
    private final SipTimes times;
    private final Mailbox mailbox = new Mailbox();
    private final Map<Phone, Watch> watched = new HashMap<>();

    private record Phone(String account, String contact) {}

    private record Watch(Instant next, int losses, boolean asked) {}

    Keepalive(Endpoint endpoint, Bindings bindings, Timers timers, Clock clock, SipTimes times) {
        this.endpoint = endpoint;
        this.bindings = bindings;
        this.timers = timers;
        this.clock = clock;
        this.times = times;
    }

    /** Begins; ends when the timers are closed. */
    void start() {
        Duration patience = times.askPatience();
        timers.after(patience.compareTo(SWEEP) < 0 ? patience : SWEEP, mailbox, () -> {
            sweep();
            start();
        });
    }

    private void sweep() {
        bindings.expire();
        Set<Phone> present = new HashSet<>();
        for (String account : bindings.accounts()) {
            for (Binding binding : bindings.bindings(account)) {
                Phone phone = new Phone(account, binding.contact());
                present.add(phone);
                watch(phone, binding);
            }
        }
        watched.keySet().retainAll(present);
    }

    private void watch(Phone phone, Binding binding) {
        Instant now = clock.instant();
        Watch watch = watched.computeIfAbsent(phone, fresh -> new Watch(now.plus(times.askEvery()), 0, false));
        if (now.isBefore(watch.next())) {
            return;
        }
        int losses = watch.asked() ? watch.losses() + 1 : 0;
        if (losses >= LOSSES) {
            LOG.atInfo().log("A registered phone does not answer any more");
            bindings.drop(phone.account(), phone.contact());
            return;
        }
        watched.put(phone, new Watch(now.plus(times.askPatience()), losses, true));
        ask(phone, binding);
    }

    private void ask(Phone phone, Binding binding) {
        Flow flow = new Flow(binding.source().getAddress(), binding.source().getPort(), binding.transport());
        try {
            SipProvider provider = endpoint.toward(flow.address());
            Request options = endpoint.request(Request.OPTIONS, provider, Messages.uri(binding.contact()), flow);
            ClientTransaction transaction = provider.getNewClientTransaction(options);
            transaction.setApplicationData(new Asked(phone));
            transaction.sendRequest();
        } catch (SipException | IllegalArgumentException unreachable) {
            LOG.atDebug().setCause(unreachable).log("A registered phone could not be asked whether it is there");
        }
    }

    private final class Asked implements ClientRequest {
        private final Phone phone;

        Asked(Phone phone) {
            this.phone = phone;
        }

        /** Whatever it says, it is there. */
        @Override
        public void answered(ResponseEvent event) {
            mailbox.post(() -> watched.computeIfPresent(
                    phone, (who, watch) -> new Watch(clock.instant().plus(times.askEvery()), 0, false)));
        }

        @Override
        public void unanswered() {}
    }
}
