package org.hotline.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.hotline.audio.Frame;
import org.hotline.call.FakeCall;
import org.hotline.speech.Language;
import org.hotline.speech.Recognition;
import org.hotline.speech.Recognizer;
import org.hotline.speech.Sounds;
import org.hotline.speech.Transcript;
import org.junit.jupiter.api.Test;

class EarTest {
    private final Counting recognition = new Counting();
    private final Line line = new Line(new FakeCall()
            .waits(Duration.ofSeconds(1))
            .sounds(Sounds.voice(600, 120, 8000))
            .waits(Duration.ofSeconds(1))
            .sounds(Sounds.voice(600, 120, 8000)));
    private final Ear ear = new Ear(line, recognition, Language.ENGLISH, List.of(), TalkListener.NONE);

    @Test
    void silenceAfterAConclusionIsKeptForTheNextSound() {
        ear.open();
        hears(50 + 30 + 10);
        ear.conclude();
        int before = recognition.accepted;
        assertThat(before).isGreaterThan(30);
        hears(20);
        ear.hasten();
        ear.conclude();
        assertThat(recognition.accepted).as("nobody decodes silence").isEqualTo(before);
        assertThat(recognition.conclusions).as("once in a pause").isEqualTo(1);
        hears(20 + 30);
        assertThat(recognition.accepted).isEqualTo(before + 15 + 29);
        hears(10);
        ear.conclude();
        assertThat(recognition.conclusions).isEqualTo(2);
    }

    @Test
    void whoCanBeAskedOnlyOnceHearsOn() {
        recognition.askedOnce = true;
        ear.open();
        hears(50 + 30 + 10);
        ear.conclude();
        int before = recognition.accepted;
        hears(20);
        assertThat(recognition.accepted).isEqualTo(before + 20);
    }

    private void hears(int frames) {
        for (int i = 0; i < frames; i++) {
            line.exchange();
            ear.hear();
        }
    }

    /** Both the recognizer and its only recognition. */
    private static final class Counting implements Recognizer, Recognition {
        private int accepted;
        private int conclusions;
        private boolean askedOnce;

        @Override
        public Recognition listen(Language language, int rate, List<String> phrases) {
            return this;
        }

        @Override
        public Set<Language> languages() {
            return Set.of(Language.ENGLISH);
        }

        @Override
        public Set<String> unknownWords(Language language, List<String> phrases) {
            return Set.of();
        }

        @Override
        public void accept(Frame heard) {
            accepted++;
        }

        @Override
        public boolean conclude() {
            conclusions++;
            return !askedOnce;
        }

        @Override
        public Transcript partial() {
            return Transcript.EMPTY;
        }

        @Override
        public CompletableFuture<Transcript> finish() {
            return CompletableFuture.completedFuture(Transcript.EMPTY);
        }

        @Override
        public boolean hasFailed() {
            return false;
        }

        @Override
        public void close() {}
    }
}
