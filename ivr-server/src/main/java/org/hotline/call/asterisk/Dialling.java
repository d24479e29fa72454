package org.hotline.call.asterisk;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.hotline.call.CallEnded;
import org.hotline.call.CallFront.Destination;
import org.hotline.call.CallFront.Dialled;
import org.hotline.call.HangupCause;
import org.hotline.call.asterisk.ami.Ami;
import org.hotline.call.asterisk.ami.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Places calls through Asterisk: it rings a channel and, once that is answered, sends it to {@code [hotline-agent]}, which
 * connects the sound to us under the uuid that we have announced. Any thread; meant for virtual ones.
 *
 * <pre>
 *   announce uuid -> Originate -> rings -> answered: AudioSocket(uuid) -> a Call
 *                        |          \----> busy, rejected, no answer ---> failed
 *                        \---- refused, or nobody is there -------------> failed
 * </pre>
 */
final class Dialling {
    private static final Logger LOG = LoggerFactory.getLogger(Dialling.class);

    /** One channel: a driver and an address. {@code &} would ring several. */
    private static final Pattern CHANNEL = Pattern.compile("[A-Za-z0-9]+/[A-Za-z0-9._@+/-]+");

    /** One that exists, with its number; the half of a {@code Local} one has a semicolon. */
    private static final Pattern PRESENT = Pattern.compile("[A-Za-z0-9]+/[A-Za-z0-9._@+/;-]+");

    /** Where ChanSpy() hears the channel that the first variable names, and speaks as the second says. */
    private static final String SPY = "Local/s@hotline-spy/n";

    private static final String SPIED = "HOTLINE_SPY";
    private static final String VOICE = "HOTLINE_VOICE";
    private static final String CONTEXT = "hotline-agent";

    /** Asterisk rings for as long as we say and then tells so; only if it does not we do. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    private static final int HANG_UP_TRIES = 20;
    private static final long HANG_UP_AGAIN_MILLIS = 100;

    private final Ami ami;
    private final Ledger ledger;
    private final Attempts attempts = new Attempts();

    Dialling(Ami ami, Ledger ledger) {
        this.ami = ami;
        this.ledger = ledger;
        ami.listen(Attempts.WANTED, attempts);
    }

    /** True for what {@link #dial} can ring. */
    static boolean isChannel(String text) {
        return CHANNEL.matcher(text).matches();
    }

    /** Both sides of a call that stays in Asterisk, as the far side of one of ours; interrupting gives up. */
    Dialled attend(String channel, AsteriskFront.Voice voice, Destination nobody, AsteriskCall call, Duration within) {
        return PRESENT.matcher(channel).matches()
                ? place(SPY, Map.of(SPIED, channel, VOICE, voice.option), nobody, call, within)
                : failed(call, HangupCause.UNALLOCATED_NUMBER);
    }

    /**
     * Rings a channel; interrupting gives up.
     *
     * @param call not announced yet
     */
    Dialled dial(String channel, Destination destination, AsteriskCall call, Duration ringFor) {
        return isChannel(channel)
                ? place(channel, Map.of(), destination, call, ringFor)
                : failed(call, HangupCause.UNALLOCATED_NUMBER);
    }

    private Dialled place(
            String channel,
            Map<String, String> variables,
            Destination destination,
            AsteriskCall call,
            Duration ringFor) {
        if (ledger.isFull() || !ledger.announce(call)) {
            return failed(call, HangupCause.SWITCHING_EQUIPMENT_CONGESTION);
        }
        String id = Attempts.id(call.key());
        Attempt attempt = attempts.begin(id, call.rungs());
        try {
            OriginateAction action = originate(id, channel, destination, call, ringFor);
            variables.forEach(action::setVariable);
            call.rungs().sent("AMI Originate");
            return switch (ami.ask(action)) {
                case Answer.Done queued -> await(id, attempt, call, ringFor);
                case Answer.Refused refused -> {
                    LOG.atWarn().addKeyValue("what", refused.why()).log("Asterisk does not place a call");
                    yield failed(call, HangupCause.DESTINATION_OUT_OF_ORDER);
                }
                case Answer.Unanswered silent -> giveUp(id, call, HangupCause.DESTINATION_OUT_OF_ORDER);
            };
        } finally {
            attempts.end(id);
        }
    }

    private static OriginateAction originate(
            String id, String channel, Destination destination, AsteriskCall call, Duration ringFor) {
        OriginateAction action = new OriginateAction();
        action.setActionId(id);
        action.setChannelId(id);
        action.setChannel(channel);
        action.setContext(CONTEXT);
        action.setExten("s");
        action.setPriority(1);
        action.setAsync(true);
        action.setTimeout(ringFor.toMillis());
        action.setCallerId("\"" + plain(destination.display()) + "\" <"
                + plain(destination.calling().text()) + ">");
        action.setVariable("IVR_UUID", call.key().toString());
        return action;
    }

    /** Nothing that has a meaning in a caller ID or in the protocol. */
    private static String plain(String text) {
        return text.replaceAll("[^\\p{L}\\p{N} +*#._-]", "");
    }

    private Dialled await(String id, Attempt attempt, AsteriskCall call, Duration ringFor) {
        CompletableFuture<HangupCause> failed = attempt.failed();
        try {
            CompletableFuture.anyOf(call.line().connected(), call.line().ended(), failed)
                    .get(ringFor.plus(SLACK).toMillis(), TimeUnit.MILLISECONDS);
            if (call.line().connected().isDone()) {
                return new Dialled.Answered(call);
            }
            return failed.isDone()
                    ? failed(call, failed.join())
                    : giveUp(id, call, call.line().ended().join().cause());
        } catch (InterruptedException given) {
            Thread.currentThread().interrupt();
            return giveUp(id, call, HangupCause.NORMAL_CLEARING);
        } catch (TimeoutException silent) {
            return giveUp(id, call, HangupCause.NO_ANSWER);
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        }
    }

    private static Dialled failed(AsteriskCall call, HangupCause cause) {
        call.end(CallEnded.By.FAR_SIDE, cause);
        return new Dialled.Failed(cause);
    }

    /** Whoever answers from now on finds nobody, for the uuid is not good any more; and the phone stops ringing. */
    private Dialled giveUp(String id, AsteriskCall call, HangupCause cause) {
        call.end(CallEnded.By.US, cause);
        call.rungs().sent("AMI Hangup");
        Thread.ofVirtual().name("hang-up-" + id).start(() -> hangUp(id));
        return new Dialled.Failed(cause);
    }

    /** Asterisk may not have made the channel yet. */
    private void hangUp(String id) {
        try {
            for (int tries = 0;
                    tries < HANG_UP_TRIES && !(ami.ask(new HangupAction(id)) instanceof Answer.Done);
                    tries++) {
                Thread.sleep(HANG_UP_AGAIN_MILLIS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
