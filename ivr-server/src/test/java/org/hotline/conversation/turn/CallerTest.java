package org.hotline.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;
import org.hotline.call.CallEnded;
import org.hotline.call.FakeCall;
import org.hotline.call.Signal;
import org.hotline.speech.FakeRecognizer;
import org.hotline.speech.FakeVoice;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;
import org.hotline.speech.Sounds;
import org.hotline.speech.Synthesizer;
import org.hotline.speech.Transcript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CallerTest {
    private static final Prompt HOW = Prompt.of("How can I help?");
    private static final Pcm TALKING = Sounds.voice(900, 120, 8000);

    private static Caller caller(FakeCall call, FakeRecognizer recognizer) {
        return new Caller(
                call,
                Language.ENGLISH,
                recognizer,
                new FakeVoice(Duration.ofSeconds(2)),
                TalkListener.NONE,
                Runnable::run);
    }

    @Test
    void hearsAnAnswerAfterThePrompt() {
        FakeCall call = new FakeCall().waits(Duration.ofSeconds(3)).sounds(TALKING);
        Input input = caller(call, new FakeRecognizer("where is my parcel")).ask(HOW, Listening.openly());

        assertThat(input).isInstanceOfSatisfying(Input.Speech.class, speech -> {
            assertThat(speech.transcript()).isEqualTo(Transcript.of("where is my parcel"));
            assertThat(speech.bargeIn()).isEmpty();
            assertThat(speech.responseTime()).isBetween(Duration.ofMillis(600), Duration.ofMillis(800));
        });
    }

    @Test
    void aFinalTextThatDoesNotComeIsNotWaitedFor() {
        assertThat(answer(new FakeRecognizer("where is my").neverFinishes(Duration.ofMillis(300))))
                .isInstanceOfSatisfying(Input.Speech.class, speech -> {
                    assertThat(speech.transcript().text()).isEqualTo("where is my");
                    assertThat(speech.responseTime()).isBetween(Duration.ofMillis(640), Duration.ofMillis(800));
                });
        assertThat(answer(new FakeRecognizer("where is my").neverFinishes(Duration.ofSeconds(1))))
                .as("words may be missing: they are waited for, though not for ever")
                .isInstanceOfSatisfying(Input.Speech.class, speech -> {
                    assertThat(speech.transcript()).isEqualTo(Transcript.EMPTY);
                    assertThat(speech.responseTime()).isGreaterThan(Duration.ofSeconds(2));
                });
    }

    private static Input answer(FakeRecognizer recognizer) {
        FakeCall call = new FakeCall().waits(Duration.ofSeconds(3)).sounds(TALKING);
        return caller(call, recognizer).ask(HOW, Listening.openly());
    }

    @Test
    @Timeout(10)
    void aPromptInMemoryIsSaidInTheNextFrame() {
        Pcm sound = Sounds.voice(900, 120, 8000);
        Synthesizer ready = new Synthesizer() {
            @Override
            public Optional<Pcm> speak(Language language, List<Piece> pieces, int rate) {
                return ready(language, pieces, rate);
            }

            @Override
            public Optional<Pcm> ready(Language language, List<Piece> pieces, int rate) {
                return Optional.of(sound);
            }
        };
        FakeCall call = new FakeCall();
        new Caller(call, Language.ENGLISH, new FakeRecognizer(), ready, TalkListener.NONE, work -> {
                    throw new AssertionError("nothing is to be made");
                })
                .say(HOW);
        assertThat(call.said().getFirst()).isEqualTo(sound.frames().getFirst());
    }

    @Test
    void fallsSilentWhenTheCallerInterrupts() {
        FakeCall call = new FakeCall().waits(Duration.ofSeconds(1)).sounds(TALKING);
        Input input = caller(call, new FakeRecognizer("where is my parcel")).ask(HOW, Listening.openly());

        assertThat(input.bargeIn().orElseThrow()).isLessThanOrEqualTo(Duration.ofMillis(150));
        assertThat(call.said().subList(62, call.said().size())).allMatch(frame -> frame.rms() == 0);
    }

    @Test
    void goesOnWithThePromptAfterACough() {
        FakeCall call = new FakeCall().waits(Duration.ofSeconds(1)).sounds(Sounds.cough(8000));
        Input input = caller(call, new FakeRecognizer()).ask(HOW, Listening.openly());

        assertThat(input).isEqualTo(new Input.Silence());
        assertThat(call.said().stream().filter(frame -> frame.rms() > 0)).hasSize(2 * Frame.PER_SECOND);
    }

    @Test
    void anMmHmAlongWithThePromptIsNoAnswer() {
        FakeCall call = new FakeCall().waits(Duration.ofMillis(1500)).sounds(Sounds.voice(260, 120, 8000));
        assertThat(caller(call, new FakeRecognizer("mm")).ask(HOW, Listening.openly()))
                .isEqualTo(new Input.Silence());
        assertThat(call.said().stream().filter(frame -> frame.rms() > 0)).hasSize(2 * Frame.PER_SECOND);
    }

    @Test
    void takesNoInputForSilence() {
        FakeCall call = new FakeCall();
        assertThat(caller(call, new FakeRecognizer()).ask(HOW, Listening.openly()))
                .isEqualTo(new Input.Silence());
        assertThat(call.elapsed()).isEqualTo(Duration.ofSeconds(2 + 6));
    }

    @Test
    void aKeyStopsThePromptAtOnce() {
        FakeCall call = new FakeCall().waits(Duration.ofMillis(500)).presses("2");
        assertThat(caller(call, new FakeRecognizer()).ask(HOW, Listening.openly()))
                .isInstanceOfSatisfying(
                        Input.Keys.class, keys -> assertThat(keys.keys()).isEqualTo("2"));
        assertThat(call.elapsed()).isEqualTo(Duration.ofMillis(520));
    }

    @Test
    void keysEndByCountHashOrPause() {
        assertThat(keyed(new FakeCall().presses("12345678"))).isEqualTo("1234");
        assertThat(keyed(new FakeCall().presses("12#"))).isEqualTo("12");
        FakeCall pausing = new FakeCall().presses("12");
        assertThat(keyed(pausing)).isEqualTo("12");
        assertThat(pausing.elapsed()).isBetween(Duration.ofMillis(3000), Duration.ofMillis(3400));
    }

    /** Where yes or no is expected, up to four keys are too. */
    private static Listening closed() {
        return new Listening(
                Listening.openly().endpointing(), List.of("yes", "no"), Listening.Keying.upTo(4), Prompt.NOTHING);
    }

    @Test
    void whatWasNotExpectedIsHeardOnceMore() {
        FakeRecognizer recognizer = new FakeRecognizer("get me your boss");
        FakeCall call = new FakeCall().waits(Duration.ofSeconds(3)).sounds(TALKING);
        Input input = caller(call, recognizer).ask(HOW, closed());

        assertThat(input).isInstanceOfSatisfying(Input.Speech.class, speech -> {
            assertThat(speech.transcript()).isEqualTo(Transcript.of("get me your boss"));
            assertThat(speech.responseTime()).isBetween(Duration.ofMillis(600), Duration.ofMillis(800));
        });
        assertThat(recognizer.phrases()).containsExactly(List.of("yes", "no"), List.of());
    }

    @Test
    void whatWasExpectedIsHeardOnce() {
        FakeRecognizer recognizer = new FakeRecognizer("no no");
        FakeCall call = new FakeCall().waits(Duration.ofSeconds(3)).sounds(TALKING);
        Input input = caller(call, recognizer).ask(HOW, closed());

        assertThat(((Input.Speech) input).transcript()).isEqualTo(Transcript.of("no no"));
        assertThat(recognizer.phrases()).containsExactly(List.of("yes", "no"));
    }

    @Test
    void whoMumblesAndThenPressesKeysHasAnsweredByKeys() {
        FakeCall call = new FakeCall()
                .waits(Duration.ofSeconds(3))
                .sounds(TALKING)
                .waits(Duration.ofMillis(200))
                .presses("1234");
        Input input = caller(call, new FakeRecognizer("let me see")).ask(HOW, closed());

        assertThat(input)
                .isInstanceOfSatisfying(
                        Input.Keys.class, keys -> assertThat(keys.keys()).isEqualTo("1234"));
    }

    private static String keyed(FakeCall call) {
        Listening listening =
                new Listening(Listening.openly().endpointing(), List.of(), Listening.Keying.upTo(4), Prompt.NOTHING);
        return ((Input.Keys) caller(call, new FakeRecognizer()).ask(HOW, listening)).keys();
    }

    @Test
    void keysPressedAheadAnswerTheNextQuestion() {
        FakeCall call = new FakeCall().presses("1");
        Caller caller = caller(call, new FakeRecognizer());
        caller.say(Prompt.of("Welcome."));
        assertThat(caller.ask(HOW, Listening.openly())).isInstanceOf(Input.Keys.class);
        assertThat(call.elapsed()).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void asksForKeysWhenNothingCanBeRecognised() {
        List<String> said = new ArrayList<>();
        TalkListener listener = new TalkListener() {
            @Override
            public void saying(String prompt) {
                said.add(prompt);
            }

            @Override
            public void hearing(String partial) {}

            @Override
            public void turned(Turn turn) {}
        };
        FakeCall call = new FakeCall().waits(Duration.ofSeconds(8)).presses("3");
        Caller caller = new Caller(
                call,
                Language.ENGLISH,
                new FakeRecognizer().goesDown(),
                new FakeVoice(Duration.ofSeconds(2)),
                listener,
                Runnable::run);

        assertThat(caller.ask(HOW, Listening.openly())).isInstanceOf(Input.Keys.class);
        assertThat(said).hasSize(2);
        assertThat(said.getLast()).contains("Please use the keys").contains("How can I help?");
    }

    @Test
    void noTimePassesWhileTheCallerHoldsTheLine() {
        FakeCall call = new FakeCall()
                .waits(Duration.ofSeconds(3))
                .signals(new Signal.Hold())
                .waits(Duration.ofMinutes(2))
                .signals(new Signal.Resume())
                .sounds(TALKING);
        assertThat(caller(call, new FakeRecognizer("hello")).ask(HOW, Listening.openly()))
                .isInstanceOf(Input.Speech.class);
    }

    @Test
    @Timeout(10)
    void aHangUpInterruptsTheWorkAndUnwinds() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Executor once = work -> {
            Thread.startVirtualThread(work);
            Awaitility.await().until(() -> begun.getCount() == 0);
        };
        Caller caller = new Caller(
                new FakeCall().waits(Duration.ofMillis(100)).hangsUp(),
                Language.ENGLISH,
                new FakeRecognizer(),
                new FakeVoice(Duration.ZERO),
                TalkListener.NONE,
                once);
        assertThatThrownBy(() -> caller.whileHolding(Pcm.silence(Duration.ofMillis(20), 8000), () -> {
                    begun.countDown();
                    try {
                        return new CountDownLatch(1).await(1, TimeUnit.HOURS);
                    } catch (InterruptedException gone) {
                        interrupted.countDown();
                        throw gone;
                    }
                }))
                .isInstanceOf(CallEnded.class);
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatTheWorkThrowsIsThrown() {
        Caller caller = caller(new FakeCall(), new FakeRecognizer());
        Pcm silence = Pcm.silence(Duration.ofMillis(20), 8000);
        assertThatThrownBy(() -> caller.whileHolding(silence, () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> caller.whileHolding(silence, () -> {
                    throw new IOException("broken");
                }))
                .isInstanceOf(CompletionException.class);
    }

    @Test
    void aPromptThatCannotBeSpokenIsLeftOut() {
        FakeCall call = new FakeCall();
        caller(call, new FakeRecognizer()).say(Prompt.of("unspeakable"));
        assertThat(call.elapsed()).isZero();
    }
}
