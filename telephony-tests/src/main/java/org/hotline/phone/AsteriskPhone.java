package org.hotline.phone;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.hotline.asterisk.Channel;
import org.hotline.asterisk.Ringing;
import org.hotline.asterisk.ScriptedAsterisk;
import org.hotline.audio.Frame;
import org.hotline.speech.Language;
import org.hotline.speech.Synthesizer;

/** A telephone behind an Asterisk that hands its calls over to the hotline. */
public final class AsteriskPhone implements CallersPhone {
    private static final Frame SILENCE = Frame.silence(Frame.TELEPHONE_RATE);

    private final ScriptedAsterisk asterisk;
    private final String endpoint;
    private final String number;
    private final Language language;
    private final Synthesizer voice;
    private final BadLine weather;
    private final List<ChannelLine> lines = new CopyOnWriteArrayList<>();

    /**
     * @param number the caller's
     * @param weather of the line between the phone and its Asterisk
     */
    public AsteriskPhone(
            ScriptedAsterisk asterisk, String number, Language language, Synthesizer voice, BadLine weather) {
        this(asterisk, "PJSIP/trunk", number, language, voice, weather);
    }

    /** @param endpoint whose channel its calls are */
    public AsteriskPhone(
            ScriptedAsterisk asterisk,
            String endpoint,
            String number,
            Language language,
            Synthesizer voice,
            BadLine weather) {
        this.asterisk = asterisk;
        this.endpoint = endpoint;
        this.number = number;
        this.language = language;
        this.voice = voice;
        this.weather = weather;
    }

    @Override
    public PhoneCall dials(String dialled) {
        return new PhoneCall(this, ear -> line(asterisk.call(endpoint, number, dialled, ear))).invite();
    }

    /** Answers a call to this phone. */
    public PhoneCall answers(Ringing ringing) {
        return new PhoneCall(this, ear -> line(ringing.answers(ear))).isAnswered();
    }

    private ChannelLine line(Channel channel) {
        ChannelLine line = new ChannelLine(channel);
        lines.add(line);
        return line;
    }

    /** Where the dialplan led the last call, once it has gone on. */
    public Channel channel() {
        return lines.getLast().channel;
    }

    @Override
    public Language language() {
        return language;
    }

    @Override
    public Synthesizer voice() {
        return voice;
    }

    @Override
    public void close() {
        lines.forEach(line -> line.channel.hangUp());
        lines.forEach(ChannelLine::close);
    }

    /** The call's channel: says a frame every 20 ms, and signals by being connected or not. */
    final class ChannelLine implements Mouth, Dialog {
        private final Channel channel;
        private final Queue<Utterance> mouth = new ConcurrentLinkedQueue<>();
        private final Runnable beat = this::sendOne;
        private volatile boolean silent;

        /** What goes over in one beat. */
        private record Utterance(Frame frame, Optional<Character> key) {}

        private ChannelLine(Channel channel) {
            this.channel = channel;
            Metronome.join(beat);
        }

        private void sendOne() {
            if (silent || !channel.isConnected()) {
                return;
            }
            Utterance next = Optional.ofNullable(mouth.poll()).orElse(new Utterance(SILENCE, Optional.empty()));
            // Asterisk gets keys by RFC 4733, repeated: a bad line loses none.
            next.key().ifPresent(channel::press);
            weather.carry(() -> channel.say(next.frame()));
        }

        /** Runs this once the dialplan has gone on, whoever ended the talk. */
        void whenOver(Runnable then) {
            Thread.ofVirtual().name("asterisk-call").start(() -> {
                channel.left().join();
                then.run();
            });
        }

        @Override
        public void say(Iterable<Frame> frames) {
            frames.forEach(frame -> mouth.add(new Utterance(frame, Optional.empty())));
        }

        @Override
        public void press(char key) {
            mouth.add(new Utterance(SILENCE, Optional.of(key)));
            for (int i = 0; i < 8; i++) {
                mouth.add(new Utterance(SILENCE, Optional.empty()));
            }
        }

        @Override
        public boolean isQuiet() {
            return mouth.isEmpty();
        }

        @Override
        public void fallSilent() {
            silent = true;
        }

        @Override
        public String callId() {
            return channel.variable("IVR_UUID");
        }

        @Override
        public void invite() {}

        @Override
        public void awaitAnswer(Duration patience) {
            try {
                channel.answered()
                        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                        .join();
            } catch (CompletionException refused) {
                throw new AssertionError("the hotline did not take the call: " + channel.variables(), refused);
            }
        }

        @Override
        public void bye() {
            channel.hangUp();
        }

        @Override
        public void pressBySignalling(char key) {
            channel.press(key);
        }

        @Override
        public void close() {
            Metronome.leave(beat);
        }
    }
}
