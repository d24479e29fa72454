package org.hotline.conversation;

import java.time.Clock;
import java.util.Optional;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.conversation.plan.Move;
import org.hotline.conversation.plan.Step;
import org.hotline.conversation.plan.Wording;
import org.hotline.conversation.turn.Caller;
import org.hotline.conversation.turn.TalkListener;

/**
 * A talk with a caller along a dialplan, step by step, up to the move that ends it. Belongs to the call's thread.
 *
 * <p>What goes wrong inside (our fault) is thrown to the one who holds the conversation; a hang-up unwinds it as {@link
 * org.hotline.call.CallEnded}.
 */
public final class Conversation {
    private final Talk talk;

    /**
     * @param comprehension what the plan's callers are understood with
     * @param clock says when turns began
     * @param listener hears of each turn when it is over
     */
    public Conversation(
            Dialplan plan,
            Caller caller,
            Comprehension comprehension,
            Lookups lookups,
            Clock clock,
            TalkListener listener) {
        Notes notes = new Notes(plan.language(), listener);
        this.talk = new Talk(plan, caller, comprehension, lookups, clock, notes, new SaidBefore(plan));
    }

    /** Talks from the plan's first step on. */
    public Move hold() {
        return hold(talk.plan().start());
    }

    /**
     * Talks from a step on; again after a queue or a transfer that led nowhere, with everything known so far.
     *
     * @return what to do with the caller next
     */
    public Move hold(String fromStep) {
        Next next = new Next.Go(fromStep);
        while (true) {
            switch (next) {
                case Next.Go go -> next = perform(talk.plan().step(talk.notes().onward(go.step())));
                case Next.Leave leave -> {
                    return leave.move();
                }
            }
        }
    }

    /** What has been learnt so far. */
    public Known known() {
        return talk.notes().known();
    }

    private Next perform(Step step) {
        return switch (step) {
            case Step.Say say -> {
                talk.say(say, say.say());
                yield new Next.Go(say.then());
            }
            case Step.Ask ask -> new Asking(talk, ask).perform();
            case Step.Locate locate -> new Locating(talk, locate).perform();
            case Step.Collect collect -> new Collecting(talk, collect).perform();
            case Step.Lookup lookup -> new LookingUp(talk, lookup).perform();
            case Step.Branch branch ->
                new Next.Go(talk.notes()
                        .branchValue(branch.slot())
                        .map(value -> branch.when().get(value))
                        .orElse(branch.otherwise()));
            case Step.ToQueue queue -> leave(queue, queue.say(), new Move.ToQueue(queue.queue(), queue.waiting()));
            case Step.Transfer transfer ->
                leave(transfer, transfer.say(), new Move.ToNumber(transfer.target(), transfer.giveUp()));
            case Step.Voicemail voicemail ->
                leave(voicemail, voicemail.say(), new Move.ToVoicemail(voicemail.mailbox(), voicemail.then()));
            case Step.Survey survey -> new Surveying(talk, survey).perform();
            case Step.HangUp hangUp -> leave(hangUp, hangUp.say(), new Move.HangUp());
        };
    }

    private Next leave(Step step, Optional<Wording> last, Move move) {
        last.ifPresent(wording -> talk.say(step, wording));
        if (move instanceof Move.ToQueue || move instanceof Move.ToNumber) {
            talk.notes().needsAPerson();
        }
        return new Next.Leave(move);
    }
}
