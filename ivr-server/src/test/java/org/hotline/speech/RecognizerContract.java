package org.hotline.speech;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;
import org.junit.jupiter.api.Test;

/** What every recognizer must do; an adapter's test extends it and gives one that hears English over the telephone. */
public abstract class RecognizerContract {
    /** A recognizer that is ready. */
    protected abstract Recognizer recognizer();

    @Test
    void itHearsAClearSentence() throws Exception {
        try (Recognition recognition = recognizer().listen(Language.ENGLISH, 8000, List.of())) {
            Transcript heard = heard(recognition, Spoken.english("where is my parcel"));
            assertThat(heard.text()).contains("parcel");
            assertThat(heard.confidence()).isBetween(0.1, 1.0);
            assertThat(heard.words())
                    .extracting(Transcript.Word::text)
                    .isEqualTo(List.of(heard.text().split(" ", -1)));
            Transcript.Word last = heard.words().getLast();
            assertThat(last.from()).isBetween(Duration.ofMillis(600), last.to());
            assertThat(recognition.hasFailed()).isFalse();
        }
    }

    @Test
    void whatIsNotClearHasOtherReadings() throws Exception {
        try (Recognition recognition = recognizer().listen(Language.ENGLISH, 8000, List.of())) {
            Transcript heard = heard(recognition, Spoken.english("charged twice for my winter jacket"));
            assertThat(heard.alternatives())
                    .isNotEmpty()
                    .allSatisfy(other -> assertThat(other.text()).isNotEqualTo(heard.text()));
            assertThat(heard.readings().getFirst().text()).isEqualTo(heard.text());
            assertThat(heard.readings().stream()
                            .mapToDouble(Transcript.Reading::probability)
                            .sum())
                    .isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void itShowsTheTextWhileItGrows() throws Exception {
        try (Recognition recognition = recognizer().listen(Language.ENGLISH, 8000, List.of())) {
            assertThat(recognition.partial()).isEqualTo(Transcript.EMPTY);
            Spoken.english("where is my parcel").frames().forEach(recognition::accept);
            Awaitility.await().until(() -> {
                recognition.hasten();
                return recognition.partial().text().contains("parcel");
            });
            assertThat(recognition.finish().get(20, SECONDS).text()).contains("parcel");
        }
    }

    @Test
    void withAPhraseListOtherSpeechIsNothing() throws Exception {
        List<String> phrases = List.of("yes", "no", "speak to someone");
        try (Recognition yes = recognizer().listen(Language.ENGLISH, 8000, phrases);
                Recognition other = recognizer().listen(Language.ENGLISH, 8000, phrases)) {
            assertThat(heard(yes, Spoken.english("yes")).text()).isEqualTo("yes");
            assertThat(heard(other, Spoken.english("the weather was beautiful last wednesday morning"))
                            .text())
                    .isEmpty();
        }
    }

    @Test
    void digitsWithAPauseAreOneUtterance() throws Exception {
        List<String> digits = List.of("zero one two three four five six seven eight nine".split(" ", -1));
        Pcm pause = Pcm.silence(Duration.ofMillis(900), 8000);
        Pcm speech = Pcm.concat(List.of(Spoken.english("one two three"), pause, Spoken.english("seven eight")));
        try (Recognition recognition = recognizer().listen(Language.ENGLISH, 8000, digits)) {
            assertThat(heard(recognition, speech).text())
                    .startsWith("one two three")
                    .endsWith("seven eight");
        }
    }

    @Test
    void whatFollowsAConclusionBelongsToTheUtterance() throws Exception {
        List<String> digits = List.of("zero one two three four five six seven eight nine".split(" ", -1));
        try (Recognition recognition = recognizer().listen(Language.ENGLISH, 8000, digits)) {
            Spoken.english("one two three").frames().forEach(recognition::accept);
            recognition.conclude();
            Transcript heard = heard(recognition, Spoken.english("seven eight"));
            assertThat(heard.text()).startsWith("one two three").endsWith("seven eight");
            assertThat(heard.words()).extracting(Transcript.Word::from).isSorted();
            assertThat(recognition.behind()).isZero();
        }
    }

    @Test
    void sixteenKilohertzWillDo() throws Exception {
        Pcm narrow = Spoken.english("where is my parcel");
        short[] wide = new short[narrow.samples().length * 2];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = narrow.samples()[i / 2];
        }
        try (Recognition recognition = recognizer().listen(Language.ENGLISH, 16000, List.of())) {
            assertThat(heard(recognition, Pcm.of(wide, 16000)).text()).contains("parcel");
        }
    }

    @Test
    void silenceIsNothing() throws Exception {
        try (Recognition recognition = recognizer().listen(Language.ENGLISH, 8000, List.of("yes", "no"))) {
            Pcm silence = Sounds.onALine(Pcm.silence(Duration.ofSeconds(1), 8000));
            assertThat(heard(recognition, silence)).isEqualTo(Transcript.EMPTY);
            assertThat(recognition.hasFailed()).isFalse();
        }
    }

    @Test
    void notASoundIsNothingToo() throws Exception {
        try (Recognition recognition = recognizer().listen(Language.ENGLISH, 8000, List.of())) {
            assertThat(recognition.finish().get(20, SECONDS)).isEqualTo(Transcript.EMPTY);
        }
    }

    @Test
    void phrasesNobodyCanSayDoNoHarm() throws Exception {
        List<List<String>> lists = List.of(List.of(""), List.of("Yes"), List.of("\"]}", "\\"), List.of("qwxyz"));
        for (List<String> phrases : lists) {
            try (Recognition recognition = recognizer().listen(Language.ENGLISH, 8000, phrases)) {
                assertThat(heard(recognition, Spoken.english("yes")).text()).isEmpty();
            }
        }
        try (Recognition recognition = recognizer().listen(Language.ENGLISH, 8000, List.of("yes"))) {
            assertThat(heard(recognition, Spoken.english("yes")).text()).isEqualTo("yes");
        }
    }

    @Test
    void manyAreHeardAtOnce() throws Exception {
        List<Frame> frames = Spoken.english("where is my parcel").frames();
        List<Recognition> callers = Stream.generate(
                        () -> recognizer().listen(Language.ENGLISH, 8000, List.of("where is my parcel")))
                .limit(8)
                .toList();
        frames.forEach(frame -> callers.forEach(caller -> caller.accept(frame)));
        List<CompletableFuture<Transcript>> texts =
                callers.stream().map(Recognition::finish).toList();
        for (CompletableFuture<Transcript> text : texts) {
            assertThat(text.get(20, SECONDS).text()).isEqualTo("where is my parcel");
        }
        callers.forEach(Recognition::close);
    }

    @Test
    void givingUpIsQuietAndMayBeRepeated() throws Exception {
        Recognition recognition = recognizer().listen(Language.ENGLISH, 8000, List.of());
        Spoken.english("where is").frames().forEach(recognition::accept);
        recognition.close();
        recognition.close();
        recognition.accept(Frame.silence(8000));
        assertThat(recognition.finish().get(20, SECONDS)).isEqualTo(Transcript.EMPTY);
    }

    private static Transcript heard(Recognition recognition, Pcm speech) throws Exception {
        speech.frames().forEach(recognition::accept);
        return recognition.finish().get(20, SECONDS);
    }
}
