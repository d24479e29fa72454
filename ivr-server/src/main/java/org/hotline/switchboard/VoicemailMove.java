package org.hotline.switchboard;

import java.time.Duration;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.Signal;
import org.hotline.call.Tick;
import org.hotline.conversation.plan.Move;
import org.hotline.history.CallEvent;
import org.hotline.history.Ending;
import org.hotline.recording.Message;
import org.hotline.recording.Recordings;
import org.hotline.speech.SpeechDetector;
import org.hotline.switchboard.LinePicture.Stage;

/** The caller leaves a message after the beep: until the hash key, a long silence, the limit, or hanging up. */
final class VoicemailMove {
    private final Call call;
    private final Line line;
    private final Recordings recordings;
    private final MessageRules rules;

    VoicemailMove(Call call, Line line, Recordings recordings, MessageRules rules) {
        this.call = call;
        this.line = line;
        this.recordings = recordings;
        this.rules = rules;
    }

    Onward perform(Move.ToVoicemail move) {
        line.stage(Stage.IN_VOICEMAIL);
        Sounds.beep(call.rate()).forEach(call::exchange);
        try (Message message = recordings.message(call.id(), call.rate())) {
            Taking taking = new Taking(message);
            try {
                taking.listen();
            } finally {
                taking.keep(move.mailbox());
            }
        }
        return move.then()
                .<Onward>map(Onward.Talk::new)
                .orElse(new Onward.Finished(new Ending.Completed(Ending.Where.IN_VOICEMAIL)));
    }

    /** One message being taken. */
    private final class Taking {
        private final Message message;
        private final SpeechDetector detector = new SpeechDetector();
        private int frames;
        private int silent;
        private boolean spoken;

        Taking(Message message) {
            this.message = message;
        }

        void listen() {
            Frame silence = Frame.silence(call.rate());
            boolean over = false;
            while (!over) {
                Tick tick = call.exchange(silence);
                message.accept(tick.heard());
                frames++;
                boolean speech = detector.accept(tick.heard()) > 0;
                spoken |= speech;
                silent = speech ? 0 : silent + 1;
                over = isOver(tick);
            }
        }

        private boolean isOver(Tick tick) {
            return tick.signals().stream().anyMatch(signal -> signal instanceof Signal.Key key && key.digit() == '#')
                    || silent > frames(spoken ? rules.pause() : rules.patience())
                    || frames > frames(rules.longest());
        }

        /** A message in which nobody spoke is none. */
        void keep(String mailbox) {
            if (spoken) {
                Duration length = Duration.ofMillis((long) frames * Frame.MILLIS);
                line.append(new CallEvent.VoicemailLeft(line.now(), mailbox, message.file(), length));
            } else {
                message.discard();
            }
        }

        private static int frames(Duration time) {
            return Math.toIntExact(time.toMillis() / Frame.MILLIS);
        }
    }
}
