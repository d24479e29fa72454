package org.hotline.call.sip.dialog;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hotline.audio.Frame;
import org.hotline.call.CallEnded;
import org.hotline.call.HangupCause;
import org.hotline.call.Signal;
import org.hotline.call.Tick;
import org.hotline.call.rtp.Codec;
import org.hotline.call.rtp.MediaFormat;
import org.hotline.call.rtp.RtpLeg;
import org.hotline.call.sdp.Agreement;

/**
 * The media side of one call as its signalling sees it: connect, hold, signal, end once. Lets go of the leg and its
 * buffers at the end, as the stack keeps a call's transactions, and us with them, for another 32 s. Any thread.
 */
public final class Line {
    private volatile Optional<RtpLeg> leg;
    private final Runnable whenOver;
    private final CompletableFuture<CallEnded> ended = new CompletableFuture<>();
    private boolean held;

    public Line(RtpLeg leg, Runnable whenOver) {
        this.leg = Optional.of(leg);
        this.whenOver = whenOver;
    }

    /** What offer and answer agreed on, at first and again after each re-INVITE; in the call's mailbox. */
    public void connect(Agreement agreed) {
        leg.ifPresent(present -> {
            present.connect(format(agreed));
            if (agreed.onHold() != held) {
                held = agreed.onHold();
                present.hold(held);
                present.post(held ? new Signal.Hold() : new Signal.Resume());
            }
        });
    }

    private static MediaFormat format(Agreement agreed) {
        return new MediaFormat(
                agreed.remote(),
                agreed.reports(),
                switch (agreed.encoding()) {
                    case PCMU -> Codec.PCMU;
                    case PCMA -> Codec.PCMA;
                },
                agreed.payloadType(),
                agreed.keys(),
                agreed.comfortNoise(),
                agreed.packetTime(),
                switch (agreed.direction()) {
                    case SENDRECV -> MediaFormat.Direction.SEND_RECEIVE;
                    case SENDONLY -> MediaFormat.Direction.SEND_ONLY;
                    case RECVONLY -> MediaFormat.Direction.RECEIVE_ONLY;
                    case INACTIVE -> MediaFormat.Direction.INACTIVE;
                });
    }

    /** When the media ends the call, having heard nothing for too long, the signalling says so to the far side. */
    @SuppressWarnings("FutureReturnValueIgnored") // nothing in it can fail but the hang-up, which reports for itself
    public void watch(Signalling signalling) {
        leg.ifPresent(present -> present.ended().thenAccept(end -> {
            if (ended.complete(end)) {
                letGo();
                signalling.hangUp(end.cause());
            }
        }));
    }

    public void post(Signal signal) {
        leg.ifPresent(present -> present.post(signal));
    }

    public void press(char key, Duration length) {
        leg.ifPresent(present -> present.press(key, length));
    }

    public Tick exchange(Frame say) {
        return leg.orElseThrow(ended::join).exchange(say);
    }

    /** Ends the call for its owner, unless it has ended already. */
    public void end(CallEnded.By by, HangupCause cause) {
        CallEnded end = new CallEnded(by, cause);
        if (ended.complete(end)) {
            leg.ifPresent(present -> present.end(end));
            letGo();
        }
    }

    private void letGo() {
        leg.ifPresent(RtpLeg::close);
        leg = Optional.empty();
        whenOver.run();
    }

    public Optional<CallEnded> ended() {
        return ended.isDone() ? Optional.of(ended.join()) : Optional.empty();
    }

    public boolean isOver() {
        return ended.isDone();
    }
}
