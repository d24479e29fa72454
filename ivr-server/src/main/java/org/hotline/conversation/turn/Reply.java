package org.hotline.conversation.turn;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hotline.audio.Frame;
import org.hotline.speech.Endpointer;
import org.hotline.speech.Interruption;
import org.hotline.speech.Transcript;

/**
 * One turn of the caller, from the first frame of our prompt to the end of their answer.
 *
 * <pre>
 *   prompt   |=====PLAY=====|                     |===PLAY==|PAUSE|YIELD
 *   caller   . . . . . . . .|. . v v v v v . . .  | . . . . .v v v v v v v v . . .
 *   ear                     |---open-------|      |          |---open--------|
 *   keys     ----- armed all the time: the first one stops the prompt --------
 * </pre>
 */
final class Reply {
    /** After a false alarm the ear stays open a second for words that come late. */
    private static final int LATE_WORDS = Frame.PER_SECOND;

    /** Milliseconds that may be waited between two frames. */
    private static final long WITHIN_FRAME = 8;

    /** A final text later than this is not waited for if the text so far holds all that was said. */
    private static final int PATIENCE = 3;

    /** A final text later than this is not waited for at all; recognizers promise about a second. */
    private static final int LONGEST_FINISH = 2 * Frame.PER_SECOND;

    private final Line line;
    private final Ear ear;
    private final Listening listening;
    private Optional<Duration> bargeIn = Optional.empty();
    private int quiet;

    Reply(Line line, Ear ear, Listening listening) {
        this.line = line;
        this.ear = ear;
        this.listening = listening;
    }

    /** Says the prompt and takes the answer; nothing if speech cannot be understood just now. */
    Optional<Input> to(List<Frame> prompt) {
        if (line.hasKeys()) {
            return Optional.of(keys());
        }
        Interruption interruption = new Interruption();
        var verdict = Interruption.Verdict.PLAY;
        int played = 0;
        while (played < prompt.size() && verdict != Interruption.Verdict.YIELD) {
            boolean plays = verdict == Interruption.Verdict.PLAY;
            if (plays) {
                line.exchange(prompt.get(played++));
            } else {
                line.exchange();
            }
            if (line.hasKeys()) {
                bargeIn = Optional.of(Duration.ZERO);
                return Optional.of(keys());
            }
            hearDuringPrompt(verdict);
            if (ear.hasFailed()) {
                return Optional.empty();
            }
            verdict = interruption.accept(line.speechFrames(), line.strength(), ear.partial());
        }
        if (verdict != Interruption.Verdict.YIELD) {
            forgetBackchannel();
            return answer(new Endpointer(listening.endpointing()));
        }
        bargeIn = interruption.stopTime();
        return answer(Endpointer.speaking(listening.endpointing(), Math.max(1, line.speechFrames())));
    }

    /** Takes keys only. */
    Input byKeys(List<Frame> prompt) {
        for (int played = 0; played < prompt.size() && !line.hasKeys(); played++) {
            line.exchange(prompt.get(played));
        }
        long patience = frames(listening.endpointing().noInput());
        for (long waited = 0; waited < patience && !line.hasKeys(); waited++) {
            line.exchange();
        }
        return line.hasKeys() ? keys() : new Input.Silence();
    }

    private void hearDuringPrompt(Interruption.Verdict verdict) {
        quiet = line.speechFrames() > 0 ? 0 : quiet + 1;
        if (!ear.isOpen() && line.speechFrames() > 0) {
            ear.open();
        }
        ear.hear();
        if (verdict == Interruption.Verdict.PAUSE) {
            if (line.speechFrames() == 0) {
                ear.hasten();
            }
        } else if (quiet > LATE_WORDS) {
            ear.close();
        }
    }

    /** Words that did not interrupt were an "mm-hm" along with the prompt, and are no answer to it. */
    private void forgetBackchannel() {
        if (!ear.partial().isEmpty()) {
            ear.close();
        }
    }

    private Optional<Input> answer(Endpointer endpointer) {
        if (!ear.isOpen()) {
            ear.open();
        }
        while (!ear.hasFailed()) {
            line.exchange();
            ear.hear();
            switch (endpointer.accept(line.speechFrames(), ear.partial())) {
                case NO_INPUT -> {
                    return Optional.of(new Input.Silence());
                }
                case WAITING -> {
                    if (line.hasKeys()) {
                        return Optional.of(keys());
                    }
                }
                case SPEAKING -> {
                    if (line.hasKeys()) {
                        return listening.keying().continuing() ? finished(Duration.ZERO) : Optional.of(keys());
                    }
                    if (line.speechFrames() == 0) {
                        ear.hasten();
                    }
                    if (endpointer.isNearlyOver()) {
                        ear.conclude();
                    }
                }
                case OVER, TOO_LONG -> {
                    return finished(endpointer.silence());
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Input> finished(Duration silence) {
        Optional<Transcript> settled = ear.settled(silence);
        CompletableFuture<Transcript> transcript = ear.finish();
        int waited = await(transcript, settled.isPresent() ? PATIENCE : LONGEST_FINISH);
        Transcript heard = transcript.getNow(settled.orElse(Transcript.EMPTY));
        if (heard.isEmpty() && ear.hasFailed()) {
            if (settled.isEmpty()) {
                return Optional.empty();
            }
            heard = settled.get();
        }
        if (heard.isEmpty() && line.hasKeys()) {
            return Optional.of(keys());
        }
        if (heard.isEmpty() && transcript.isDone()) {
            CompletableFuture<Transcript> anything = ear.hearAnew();
            waited += await(anything, LONGEST_FINISH);
            heard = anything.getNow(Transcript.EMPTY);
        }
        Duration responseTime = silence.plusMillis((long) waited * Frame.MILLIS);
        return Optional.of(new Input.Speech(heard, bargeIn, responseTime));
    }

    /** Says nothing until the text is there, at most so many frames; answers how many. */
    private int await(CompletableFuture<Transcript> transcript, int patience) {
        awaitWithinFrame(transcript);
        int waited = 0;
        while (!transcript.isDone() && waited < patience) {
            line.exchange();
            waited++;
        }
        return waited;
    }

    /** The final text mostly comes within a few milliseconds: too soon for the line to notice that we wait. */
    private static void awaitWithinFrame(CompletableFuture<Transcript> transcript) {
        try {
            transcript.get(WITHIN_FRAME, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException later) {
            // it is waited for frame by frame
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private Input.Keys keys() {
        Listening.Keying keying = listening.keying();
        StringBuilder pressed = new StringBuilder();
        long patience = frames(keying.pause());
        for (long waited = 0; waited < patience; waited++) {
            while (line.hasKeys()) {
                char key = line.takeKey();
                waited = 0;
                if (key == '#' && keying.longest() > 1) {
                    return new Input.Keys(pressed.toString(), bargeIn);
                }
                pressed.append(key);
                if (pressed.length() == keying.longest()) {
                    return new Input.Keys(pressed.toString(), bargeIn);
                }
            }
            line.exchange();
        }
        return new Input.Keys(pressed.toString(), bargeIn);
    }

    private static long frames(Duration time) {
        return time.toMillis() / Frame.MILLIS;
    }
}
