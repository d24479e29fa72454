package org.hotline.call.asterisk;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.hotline.call.CallEnded;
import org.hotline.call.HandBack;
import org.hotline.call.HangupCause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two questions of a dialplan. {@code begin}: here is a call, do you take it? {@code result}: what is to become of
 * it? Whatever goes wrong, the answer is the operator. One for all sessions: keeps nothing.
 */
final class AgiDesk implements AgiScript {
    private static final Logger LOG = LoggerFactory.getLogger(AgiDesk.class);

    /** Longer than the switchboard waits for a durable record; the caller hears ringing. */
    private static final long VERDICT_SECONDS = 5;

    /** The hang-up has reached Asterisk before the talk's last thread is done. */
    private static final long END_SECONDS = 2;

    private final Ledger ledger;
    private final Function<Announcement, Optional<AsteriskCall>> taking;
    private final Map<String, Integer> priorities;

    /** @param taking begins a call; empty if it cannot */
    AgiDesk(Ledger ledger, Function<Announcement, Optional<AsteriskCall>> taking, Map<String, Integer> priorities) {
        this.ledger = ledger;
        this.taking = taking;
        this.priorities = priorities;
    }

    @Override
    public void service(AgiRequest request, AgiChannel channel) throws AgiException {
        String script = request.getScript() == null ? "" : request.getScript();
        switch (script) {
            case "begin" -> begin(request, channel);
            case "result" -> result(request, channel);
            default ->
                LOG.atWarn()
                        .addKeyValue("source", request.getRemoteAddress().getHostAddress())
                        .log("An AGI session asked for something else than begin or result");
        }
    }

    private void begin(AgiRequest request, AgiChannel channel) throws AgiException {
        Optional<Announcement> announced = Announcement.of(request);
        if (announced.isEmpty()) {
            LOG.atWarn()
                    .addKeyValue("source", request.getRemoteAddress().getHostAddress())
                    .log("A call was announced without its uuid");
            refuse(channel, HangupCause.INTERWORKING);
            return;
        }
        Optional<AsteriskCall> begun = taking.apply(announced.get());
        if (begun.isEmpty()) {
            refuse(channel, HangupCause.SWITCHING_EQUIPMENT_CONGESTION);
            return;
        }
        AsteriskCall call = begun.get();
        Optional<HangupCause> refusal = verdict(call);
        try {
            if (refusal.isPresent()) {
                call.rungs().sent("AGI IVR_OK=0 IVR_CAUSE=" + refusal.get().q850());
                refuse(channel, refusal.get());
            } else {
                call.rungs().sent("AGI IVR_OK=1");
                channel.setVariable("IVR_TRANSCRIPT", call.id().text());
                channel.setVariable("IVR_OK", "1");
            }
        } catch (AgiException hungUp) {
            call.end(CallEnded.By.FAR_SIDE, HangupCause.NORMAL_CLEARING);
            throw hungUp;
        }
    }

    private static Optional<HangupCause> verdict(AsteriskCall call) {
        call.verdict()
                .copy()
                .completeOnTimeout(Optional.empty(), VERDICT_SECONDS, TimeUnit.SECONDS)
                .join();
        if (!call.verdict().isDone()) {
            call.end(CallEnded.By.SIGNALLING_LOST, HangupCause.RECOVERY_ON_TIMER_EXPIRY);
        }
        return call.verdict().join();
    }

    private static void refuse(AgiChannel channel, HangupCause cause) throws AgiException {
        channel.setVariable("IVR_CAUSE", Integer.toString(cause.q850()));
        channel.setVariable("IVR_OK", "0");
    }

    private void result(AgiRequest request, AgiChannel channel) throws AgiException {
        Optional<AsteriskCall> call = Announcement.key(request).flatMap(ledger::find);
        if (call.isEmpty()) {
            channel.setVariable("IVR_RESULT", Variables.word(HandBack.Way.OPERATOR));
            return;
        }
        for (Map.Entry<String, String> variable : result(call.get()).entrySet()) {
            channel.setVariable(variable.getKey(), variable.getValue());
        }
    }

    private Map<String, String> result(AsteriskCall call) {
        call.rungs().came("AGI result");
        call.line()
                .ended()
                .copy()
                .completeOnTimeout(
                        new CallEnded(CallEnded.By.SIGNALLING_LOST, HangupCause.INTERWORKING),
                        END_SECONDS,
                        TimeUnit.SECONDS)
                .join();
        // Asterisk has gone on with a call whose sound is still connected: then it is not ours any more.
        call.end(CallEnded.By.SIGNALLING_LOST, HangupCause.INTERWORKING);
        HandBack onward = call.onward();
        call.rungs().sent("AGI IVR_RESULT=" + Variables.word(onward.way()));
        int priority =
                onward.issue().map(issue -> priorities.getOrDefault(issue, 0)).orElse(0);
        return Variables.of(onward, call.id(), priority);
    }
}
