package org.hotline.switchboard;

import org.hotline.conversation.turn.TalkListener;
import org.hotline.conversation.turn.Turn;
import org.hotline.history.CallEvent;
import org.hotline.issue.belief.Belief;
import org.hotline.issue.belief.Decision;

/** Writes a conversation into the line's story and running transcript as it goes. The call's thread. */
final class TalkScribe implements TalkListener {
    private final Line line;

    TalkScribe(Line line) {
        this.line = line;
    }

    @Override
    public void saying(String prompt) {
        line.said("bot", prompt, true);
    }

    @Override
    public void hearing(String partial) {
        line.said("caller", partial, true);
    }

    @Override
    public void turned(Turn turn) {
        line.said("bot", turn.prompt(), false);
        String heard = switch (turn.answer()) {
            case Turn.Answer.Spoken spoken -> spoken.text();
            case Turn.Answer.Keyed keyed -> "[" + keyed.keys() + "]";
            case Turn.Answer.Silence silence -> "";
            case Turn.Answer.NotAsked notAsked -> "";
        };
        line.said("caller", heard, false);
        line.append(event(turn));
    }

    @Override
    public void decided(int turn, String step, Decision decision, Belief belief) {
        line.append(DecisionRecord.of(line.now(), turn, step, decision, belief));
    }

    @Override
    public void rated(String scale, int score) {
        line.append(new CallEvent.Rated(line.now(), scale, score));
    }

    private CallEvent event(Turn turn) {
        return new CallEvent.TurnTaken(
                line.now(),
                line.sinceAnswer(turn.at()),
                turn.number(),
                turn.step(),
                turn.prompt(),
                turn.answer() instanceof Turn.Answer.Spoken spoken ? spoken.text() : "",
                turn.answer() instanceof Turn.Answer.Keyed keyed ? keyed.keys() : "",
                turn.intent().orElse(""),
                turn.confidence(),
                turn.bargeIn(),
                turn.responseTime());
    }
}
