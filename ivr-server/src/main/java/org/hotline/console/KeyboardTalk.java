package org.hotline.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hotline.call.PhoneNumber;
import org.hotline.conversation.Comprehension;
import org.hotline.conversation.Known;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.conversation.plan.Move;
import org.hotline.conversation.turn.TalkListener;
import org.hotline.conversation.turn.Turn;
import org.hotline.dialplan.Deed;
import org.hotline.dialplan.TypedTalk;
import org.hotline.issue.belief.Belief;
import org.hotline.issue.belief.Decision;
import org.hotline.switchboard.DecisionRecord;

/** A conversation held at a terminal. */
final class KeyboardTalk implements TalkListener {
    private static final Pattern KEYS = Pattern.compile("[0-9*#]+");

    private final BufferedReader in;
    private final PrintWriter out;

    KeyboardTalk(BufferedReader in, PrintWriter out) {
        this.in = in;
        this.out = out;
    }

    void hold(Dialplan plan, Comprehension comprehension, Lookups lookups, PhoneNumber calling) {
        TypedTalk talk = new TypedTalk(plan, comprehension, lookups, calling, this::typed, () -> true, this);
        Optional<Move> move = talk.hold();
        out.println("Ends:   " + move.map(TypedTalk::inWords).orElse("caller hangs up"));
        Known known = talk.known();
        known.issue().ifPresent(issue -> out.println("Issue:  " + issue + (known.confirmed() ? ", confirmed" : "")));
        known.slots().forEach((slot, value) -> out.println("Slot:   " + slot + " = " + value));
    }

    private Deed typed() {
        out.print("Caller: ");
        out.flush();
        try {
            String line = in.readLine();
            if (line == null) {
                out.println();
                return new Deed.HangsUp();
            }
            return deed(line.strip());
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    private static Deed deed(String typed) {
        if (typed.isEmpty()) {
            return new Deed.KeepsSilent();
        }
        return KEYS.matcher(typed).matches()
                ? new Deed.Presses(typed)
                : Deed.of(typed).orElse(new Deed.Says(typed));
    }

    @Override
    public void saying(String prompt) {
        out.println("Bot:    " + prompt);
    }

    @Override
    public void hearing(String partial) {}

    @Override
    public void decided(int turn, String step, Decision decision, Belief belief) {
        DecisionRecord.secondOpinion(belief).ifPresent(told -> out.println("        second opinion: " + told));
    }

    @Override
    public void turned(Turn turn) {
        if (!(turn.answer() instanceof Turn.Answer.NotAsked)) {
            out.printf("        -> %s (%.2f)%n", turn.intent().orElse("not understood"), turn.confidence());
        }
    }
}
