package org.hotline.switchboard;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.call.CallFront;
import org.hotline.call.CallFront.Destination;
import org.hotline.call.CallFront.Dialled;
import org.hotline.call.CallId;
import org.hotline.call.HangupCause;
import org.hotline.call.PhoneNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings supervisors by their own phones into talks of callers and agents, and sends callers on for them. Any thread. */
public final class Supervisors {
    private static final Logger LOG = LoggerFactory.getLogger(Supervisors.class);

    private final Lines lines;
    private final CallFront front;
    private final Duration ringFor;

    /** Whom a supervisor speaks to. */
    public enum Voice {
        /** Whisper. */
        TO_AGENT,
        /** Join. */
        TO_BOTH
    }

    /** What came of it. */
    public enum Found {
        BEGUN,
        NO_SUCH_CALL,
        /** The caller talks to nobody now. */
        NO_AGENT,
        /** Callers may not be sent there. */
        NOT_ALLOWED
    }

    /** @param ringFor how long a supervisor's phone rings */
    public Supervisors(Lines lines, CallFront front, Duration ringFor) {
        this.lines = lines;
        this.front = front;
        this.ringFor = ringFor;
    }

    /**
     * Rings a phone; who picks up is in the talk until one of them has enough.
     *
     * @param phone as an agent's is configured
     * @param over runs once when that is over, if it has begun
     */
    public Found bring(CallId call, String phone, Voice voice, Runnable over) {
        Optional<Line> line = lines.find(call);
        Optional<Bridge> bridge = line.flatMap(Line::bridge);
        bridge.ifPresent(talk -> ring(
                phone,
                line.orElseThrow().call().calling(),
                voice,
                talk::onEnd,
                supervisor -> talk.attend(new Supervision(Frame.TELEPHONE_RATE, voice == Voice.TO_BOTH), supervisor),
                over));
        return line.isEmpty() ? Found.NO_SUCH_CALL : bridge.isEmpty() ? Found.NO_AGENT : Found.BEGUN;
    }

    /**
     * Rings a phone; who picks up is joined with a leg that leads into a talk held elsewhere.
     *
     * @param leg places it
     * @param over runs once when that is over
     */
    public void bring(String phone, Voice voice, Supplier<Dialled> leg, Runnable over) {
        ring(phone, PhoneNumber.WITHHELD, voice, giveUp -> {}, supervisor -> join(supervisor, leg.get()), over);
    }

    /** Sends a caller who talks to an agent on, to one of the configured places. */
    public Found sendOn(CallId call, String target) {
        Optional<Line> line = lines.find(call);
        return line.flatMap(Line::bridge)
                .map(talk -> talk.sendOn(target) ? Found.BEGUN : Found.NOT_ALLOWED)
                .orElse(line.isPresent() ? Found.NO_AGENT : Found.NO_SUCH_CALL);
    }

    private void ring(
            String phone,
            PhoneNumber calling,
            Voice voice,
            Consumer<Runnable> onEnd,
            Consumer<Call> talk,
            Runnable over) {
        Dialling dialling = new Dialling();
        onEnd.accept(dialling::giveUp);
        Thread.ofVirtual().name("supervisor-" + phone).start(() -> {
            try {
                Destination destination = new Destination(phone, calling, word(voice));
                switch (dialling.dial(() -> front.dial(destination, ringFor))) {
                    case Dialled.Answered answered -> serve(answered.call(), talk);
                    case Dialled.Failed failed ->
                        LOG.atInfo().addKeyValue("cause", failed.cause()).log("A supervisor's phone was not answered");
                }
            } finally {
                over.run();
            }
        });
    }

    private static String word(Voice voice) {
        return switch (voice) {
            case TO_AGENT -> "whisper";
            case TO_BOTH -> "join";
        };
    }

    private static void serve(Call supervisor, Consumer<Call> talk) {
        try {
            talk.accept(supervisor);
        } catch (CallEnded enough) {
            LOG.debug("A supervisor has left a talk");
        } finally {
            supervisor.hangUp(HangupCause.NORMAL_CLEARING);
        }
    }

    private static void join(Call supervisor, Dialled dialled) {
        switch (dialled) {
            case Dialled.Failed failed ->
                LOG.atWarn()
                        .addKeyValue("cause", failed.cause())
                        .log("A talk in Asterisk cannot be taken part in: [hotline-spy] may be missing there");
            case Dialled.Answered answered -> {
                Call there = answered.call();
                Bridge bridge = new Bridge(supervisor.rate(), Sounds.music(supervisor.rate()), Transfers.NONE);
                Thread.ofVirtual()
                        .name("supervised")
                        .start(() -> serve(there, leg -> bridge.serve(Party.CALLED, leg, heard -> {})));
                try {
                    bridge.serve(Party.CALLER, supervisor, heard -> {});
                } finally {
                    there.hangUp(HangupCause.NORMAL_CLEARING);
                }
            }
        }
    }
}
