package org.hotline;

import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.call.CallFront.Dialled;
import org.hotline.call.HangupCause;
import org.hotline.call.asterisk.AsteriskFront;
import org.hotline.switchboard.Listening;
import org.hotline.switchboard.Supervisors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets people hear calls that stay in an Asterisk as they hear ours, and speak there. Both sides come mixed, as the caller's. */
final class AsteriskEar {
    private static final Logger LOG = LoggerFactory.getLogger(AsteriskEar.class);
    private static final Frame SILENCE = Frame.silence(Frame.TELEPHONE_RATE);

    private final AsteriskFront asterisk;
    private final Supervisors supervisors;

    AsteriskEar(AsteriskFront asterisk, Supervisors supervisors) {
        this.asterisk = asterisk;
        this.supervisors = supervisors;
    }

    /** Brings a supervisor's phone into the talk of the agent whose channel this is. */
    void bring(String channel, String phone, Supervisors.Voice voice, Runnable over) {
        AsteriskFront.Voice there = switch (voice) {
            case TO_AGENT -> AsteriskFront.Voice.ONE;
            case TO_BOTH -> AsteriskFront.Voice.BOTH;
        };
        supervisors.bring(phone, voice, () -> asterisk.attend(channel, there), over);
    }

    /** Begins to hear the call of this channel; what it says comes once Asterisk has connected it. */
    Listening listen(String channel) {
        Spy spy = new Spy(channel);
        Thread.ofVirtual().name("overhears-" + channel).start(spy::run);
        return spy.listening;
    }

    private final class Spy {
        private final String channel;
        private final Listening listening = new Listening(listener -> leave());
        private volatile boolean enough;

        private Spy(String channel) {
            this.channel = channel;
        }

        private void leave() {
            enough = true;
        }

        private void run() {
            try {
                switch (asterisk.overhear(channel)) {
                    case Dialled.Answered answered -> hear(answered.call());
                    case Dialled.Failed failed ->
                        LOG.atWarn()
                                .addKeyValue("cause", failed.cause())
                                .log("A call in Asterisk cannot be heard: [hotline-spy] may be missing there");
                }
            } finally {
                listening.end();
            }
        }

        private void hear(Call call) {
            try {
                while (!enough) {
                    listening.hear(new Listening.Moment(call.exchange(SILENCE).heard(), SILENCE));
                }
            } catch (CallEnded over) {
                LOG.debug("A call in Asterisk that somebody heard is over");
            } finally {
                call.hangUp(HangupCause.NORMAL_CLEARING);
            }
        }
    }
}
