package org.hotline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hotline.audio.Frame;
import org.junit.jupiter.api.Test;

class StopwatchTest {
    private static final long FRAME_NANOS = Frame.MILLIS * 1_000_000L;
    private static final Frame SILENCE = Frame.silence(Frame.TELEPHONE_RATE);
    private static final Frame PROMPT = sound(1000);
    private static final Frame SPEECH = sound(2000);
    private static final Frame LAST_SPEECH = sound(3000);

    private final Stopwatch watch = new Stopwatch();
    private long now = FRAME_NANOS;

    @Test
    void aPromptThatBeginsWithoutAPauseIsHeardByACallerWhoHasSaidNothingYet() {
        watch.said(SILENCE, now);
        hears(PROMPT, 80);
        assertThat(watch.isPromptOver()).as("it goes on").isFalse();
        hears(SILENCE, 20);
        assertThat(watch.isPromptOver()).isTrue();
        assertThat(watch.replyTime()).as("nobody has asked anything").isEmpty();
    }

    @Test
    void aReplyIsTimedFromTheLastPacketOfSpeech() {
        hears(PROMPT, 50);
        hears(SILENCE, 30);
        watch.start(SPEECH, LAST_SPEECH);
        watch.said(SPEECH, now);
        hears(SILENCE, 40);
        watch.said(LAST_SPEECH, now);
        hears(SILENCE, 20);
        assertThat(watch.replyTime()).isEmpty();
        hears(PROMPT, 1);
        assertThat(watch.replyTime()).hasValue(20L * Frame.MILLIS);
    }

    private void hears(Frame frame, int times) {
        IntStream.range(0, times).forEach(each -> {
            watch.heard(frame, now);
            now += FRAME_NANOS;
        });
    }

    private static Frame sound(int level) {
        short[] samples = new short[Frame.TELEPHONE_RATE / Frame.PER_SECOND];
        Arrays.fill(samples, (short) level);
        return Frame.of(samples, Frame.TELEPHONE_RATE);
    }
}
