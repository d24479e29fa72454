package org.hotline.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.hotline.speech.Endpointer.Progress;
import org.junit.jupiter.api.Test;

class EndpointerTest {
    @Test
    void nobodySpeaks() {
        Turn turn = new Turn(EndpointRules.open().withNoInput(Duration.ofSeconds(2)));
        assertThat(turn.silence(99)).isEqualTo(Progress.WAITING);
        assertThat(turn.silence(1)).isEqualTo(Progress.NO_INPUT);
    }

    @Test
    void anOpenAnswerEndsAfterSixHundredAndFortyMilliseconds() {
        Turn turn = new Turn(EndpointRules.open());
        turn.silence(20);
        assertThat(turn.speech(50, "where is my parcel")).isEqualTo(Progress.SPEAKING);
        assertThat(turn.framesUntil(Progress.OVER)).isEqualTo(32 - SpeechDetector.HANGOVER);
        assertThat(turn.endpointer.silence()).isEqualTo(Duration.ofMillis(640));
    }

    @Test
    void aPauseForBreathIsNotTheEnd() {
        Turn turn = new Turn(EndpointRules.open());
        turn.speech(30, "I want to");
        assertThat(turn.silence(25)).isEqualTo(Progress.SPEAKING);
        turn.speech(30, "I want to pay");
        assertThat(turn.framesUntil(Progress.OVER)).isEqualTo(32 - SpeechDetector.HANGOVER);
    }

    @Test
    void theLastWordTellsWhetherMoreWillCome() {
        EndpointRules rules = EndpointRules.open(Language.ENGLISH, "where is my parcel"::equals);
        assertThat(waitAfter(rules, "i want to")).isEqualTo(Duration.ofMillis(900));
        assertThat(waitAfter(rules, "i lost my parcel")).isEqualTo(Duration.ofMillis(480));
        assertThat(waitAfter(rules, "where is my parcel")).isEqualTo(Duration.ofMillis(300));
        assertThat(waitAfter(rules, "")).isEqualTo(Duration.ofMillis(640));
        assertThat(waitAfter(EndpointRules.open(Language.ENGLISH, text -> true), "i can not log in"))
                .isEqualTo(Duration.ofMillis(480));
        EndpointRules mandarin = EndpointRules.open(Language.MANDARIN, text -> false);
        assertThat(waitAfter(mandarin, "我 想 要")).isEqualTo(Duration.ofMillis(900));
        assertThat(waitAfter(mandarin, "我 的 包裹")).isEqualTo(Duration.ofMillis(480));
    }

    @Test
    void yesNeedsNoLongWait() {
        Turn turn = new Turn(EndpointRules.closed("yes"::equals));
        turn.speech(15, "yes");
        assertThat(turn.framesUntil(Progress.OVER)).isEqualTo(10 - SpeechDetector.HANGOVER);
    }

    @Test
    void theFinalTextIsWorthAskingForShortlyBeforeTheEnd() {
        Turn turn = new Turn(EndpointRules.dictated("one two"::equals));
        turn.speech(40, "one two");
        turn.silence(7 - SpeechDetector.HANGOVER);
        assertThat(turn.endpointer.isNearlyOver()).isFalse();
        turn.silence(1);
        assertThat(turn.endpointer.isNearlyOver()).isTrue();
        Turn cough = new Turn(EndpointRules.closed("yes"::equals));
        cough.speech(6, "");
        cough.silence(25);
        assertThat(cough.endpointer.isNearlyOver()).as("no words").isFalse();
    }

    @Test
    void aFinalTextThatTellsMoreShortensTheWait() {
        Turn turn = new Turn(EndpointRules.open(Language.ENGLISH, text -> false));
        turn.speech(60, "when will my refund");
        turn.speech(60, "when will my refund will");
        turn.silence(18 - SpeechDetector.HANGOVER);
        assertThat(turn.endpointer.isNearlyOver()).isTrue();
        turn.silence(1, "when will my refund come");
        turn.framesUntil(Progress.OVER);
        assertThat(turn.endpointer.silence()).isBetween(Duration.ofMillis(480), Duration.ofMillis(520));
    }

    @Test
    void digitsMayComeInGroups() {
        Turn turn = new Turn(EndpointRules.dictated("one two three four"::equals));
        turn.speech(40, "one two");
        assertThat(turn.silence(50)).isEqualTo(Progress.SPEAKING);
        turn.speech(40, "one two three four");
        assertThat(turn.framesUntil(Progress.OVER)).isEqualTo(12 - SpeechDetector.HANGOVER);
    }

    @Test
    void nothingIsCutWhileTheTextGrows() {
        Turn turn = new Turn(EndpointRules.closed(text -> true));
        turn.speech(20, "my order");
        for (int i = 0; i < 20; i++) {
            assertThat(turn.silence(2, "my order " + i)).isEqualTo(Progress.SPEAKING);
        }
    }

    @Test
    void aCoughIsNotAnAnswer() {
        Turn turn = new Turn(EndpointRules.open().withNoInput(Duration.ofSeconds(3)));
        turn.silence(20);
        turn.speech(6, "");
        turn.silence(32);
        assertThat(turn.silence(1)).isEqualTo(Progress.WAITING);
        assertThat(turn.framesUntil(Progress.NO_INPUT)).isLessThan(150 - 50);
    }

    @Test
    void aSoftCallerIsHeardByHerWords() {
        Turn turn = new Turn(EndpointRules.open());
        turn.silence(40);
        assertThat(turn.silence(10, "hello")).isEqualTo(Progress.SPEAKING);
        assertThat(turn.silence(30, "hello there")).isEqualTo(Progress.SPEAKING);
        assertThat(turn.framesUntil(Progress.OVER)).isBetween(1, 32);
    }

    @Test
    void aVoiceThatNeverStopsIsCut() {
        Turn turn = new Turn(EndpointRules.closed(text -> false));
        assertThat(turn.speech(499, "")).isEqualTo(Progress.SPEAKING);
        assertThat(turn.speech(1, "")).isEqualTo(Progress.TOO_LONG);
    }

    @Test
    void anInterrupterIsSpeakingAlready() {
        Turn turn = new Turn(Endpointer.speaking(EndpointRules.open(), 12));
        assertThat(turn.framesUntil(Progress.OVER)).isEqualTo(32 - SpeechDetector.HANGOVER);
    }

    private static Duration waitAfter(EndpointRules rules, String words) {
        Turn turn = new Turn(rules);
        turn.speech(40, words);
        turn.framesUntil(Progress.OVER);
        return turn.endpointer.silence();
    }

    /** A turn, frame by frame. */
    private static final class Turn {
        private final Endpointer endpointer;
        private String text = "";

        Turn(EndpointRules rules) {
            this(new Endpointer(rules));
        }

        Turn(Endpointer endpointer) {
            this.endpointer = endpointer;
        }

        Progress speech(int frames, String words) {
            text = words;
            Progress progress = Progress.WAITING;
            for (int i = 1; i <= frames; i++) {
                progress = endpointer.accept(i, text);
            }
            return progress;
        }

        Progress silence(int frames) {
            return silence(frames, text);
        }

        Progress silence(int frames, String words) {
            text = words;
            Progress progress = Progress.WAITING;
            for (int i = 0; i < frames; i++) {
                progress = endpointer.accept(0, text);
            }
            return progress;
        }

        int framesUntil(Progress end) {
            int frames = 1;
            while (endpointer.accept(0, text) != end) {
                assertThat(frames++).as("frames until " + end).isLessThan(1000);
            }
            return frames;
        }
    }
}
