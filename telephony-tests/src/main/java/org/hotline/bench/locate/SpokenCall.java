package org.hotline.bench.locate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;
import org.hotline.bench.SpokenCorpus;
import org.hotline.history.CallEvent;
import org.hotline.phone.PhoneCall;
import org.hotline.phone.Softphone;
import org.hotline.speech.Language;

/**
 * One call over SIP and RTP. The caller speaks, or presses keys, when a prompt has ended; they know what was asked from the
 * call's story, as if they had understood every word.
 */
final class SpokenCall implements Callable<SpokenCall.Held> {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final int LOOKS = 25;

    /** Silence after which the caller speaks. Who objects is quicker. */
    private static final Duration THINKING = Duration.ofMillis(300);

    private final SpokenCaller caller;
    private final Softphone phone;
    private final Language language;
    private final CallStory story;
    private final PromptEnd prompt = new PromptEnd();
    private final List<Said> described = new ArrayList<>();
    private int turns;

    /**
     * What became of it.
     *
     * @param described what the caller said in their own words, and what was heard
     * @param story all that was asked and answered, as the hotline has it
     */
    record Held(SimulatedCall.Ended ended, List<Said> described, String story) {}

    /** @param turn the place, from 0, of its turn among the call's */
    record Said(int turn, String said, String heard) {}

    SpokenCall(SpokenCaller caller, Softphone phone, Language language, CallStory story) {
        this.caller = caller;
        this.phone = phone;
        this.language = language;
        this.story = story;
    }

    @Override
    public Held call() {
        PhoneCall call = phone.dials(SpokenPlans.number(language)).watchedBy(prompt);
        String act = nextAct(call);
        while (isQuestion(act)) {
            answer(call, act);
            act = nextAct(call);
        }
        call.hangsUp();
        return held(act);
    }

    /** What the hotline asks, when it has asked; how the call ends, as soon as that is decided. */
    private String nextAct(PhoneCall call) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            boolean asked = isAsked(call);
            String act = story.lastAct();
            if (asked || (!act.isEmpty() && !isQuestion(act))) {
                return act;
            }
            if (call.isOver()) {
                return "people"; // after too many tries nothing is weighed any more
            }
        }
        throw new IllegalStateException("nothing was said for " + PATIENCE.toSeconds() + " s to " + caller.number());
    }

    /** Whether a prompt has ended; false after a while without one. */
    private boolean isAsked(PhoneCall call) {
        for (int looks = 0; looks < LOOKS && !prompt.isNow() && !call.isOver(); looks++) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return prompt.isNow();
    }

    private static boolean isQuestion(String act) {
        return !act.equals("people") && !act.startsWith("settle ");
    }

    private void answer(PhoneCall call, String act) {
        int turn = story.turns();
        prompt.forget();
        switch (caller.answers(act, turn == 0)) {
            case SpokenCaller.Answer.Silence silence -> {}
            case SpokenCaller.Answer.Keys keys -> {
                turns++;
                call.presses(keys.keys());
            }
            case SpokenCaller.Answer.Words words -> {
                turns++;
                call.plays(sound(words.text(), act.startsWith("tell ") ? Duration.ZERO : THINKING, turn));
                if (words.open()) {
                    described.add(new Said(turn, words.text(), ""));
                }
            }
        }
    }

    private Pcm sound(String text, Duration before, int turn) {
        Pcm speech = SpokenCorpus.spoken(language, text, caller.voice());
        return SpokenCorpus.onALine(
                Pcm.concat(List.of(
                        Pcm.silence(before, speech.rate()),
                        speech,
                        Pcm.silence(Duration.ofMillis(2L * Frame.MILLIS), speech.rate()))),
                caller.who().seed() + turn);
    }

    /** Until the hotline has written all of it down. */
    private void awaitEnd() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!story.hasEnded() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private Held held(String act) {
        Optional<String> settled =
                act.startsWith("settle ") ? Optional.of(act.substring("settle ".length())) : Optional.empty();
        awaitEnd();
        List<CallEvent.TurnTaken> taken = story.turnsTaken();
        List<Said> heard = described.stream()
                .filter(said -> said.turn() < taken.size())
                .map(said -> new Said(
                        said.turn(), said.said(), taken.get(said.turn()).heard()))
                .toList();
        return new Held(
                new SimulatedCall.Ended(turns, settled, settled.isPresent() && story.isAccepted(), 0),
                heard,
                story.read());
    }
}
