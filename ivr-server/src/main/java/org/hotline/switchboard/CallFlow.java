package org.hotline.switchboard;

import java.util.Optional;
import java.util.function.Supplier;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.conversation.Comprehension;
import org.hotline.conversation.Conversation;
import org.hotline.conversation.Known;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.conversation.plan.Move;
import org.hotline.conversation.plan.Step;
import org.hotline.conversation.turn.Caller;
import org.hotline.conversation.turn.Prompt;
import org.hotline.conversation.turn.Sentences;
import org.hotline.history.CallEvent;
import org.hotline.history.Ending;
import org.hotline.switchboard.LinePicture.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One caller's way through the house, answered call given: talk, queue, agent, transfer, voicemail, in the order the
 * plan's moves ask for.
 *
 * <p>What goes wrong on our side never drops the caller: we say sorry and queue for a human.
 */
final class CallFlow {
    private static final Logger LOG = LoggerFactory.getLogger(CallFlow.class);

    /** A plan may lead in circles; nobody goes around so often. */
    private static final int MOST_MOVES = 40;

    private final Line line;
    private final Dialplan plan;
    private final Equipment equipment;
    private final SwitchboardSettings settings;
    private final TalkScribe scribe;
    private final Caller caller;
    private final QueueMove queueing;
    private final TransferMove transferring;
    private final VoicemailMove voicemail;
    private Optional<Conversation> conversation = Optional.empty();
    private Optional<String> fault = Optional.empty();

    CallFlow(Call call, Line line, Dialplan plan, Equipment equipment, SwitchboardSettings settings, QueueDesk desk) {
        this.line = line;
        this.plan = plan;
        this.equipment = equipment;
        this.settings = settings;
        this.scribe = new TalkScribe(line);
        this.caller = new Caller(call, plan.language(), equipment.recognizer(), equipment.synthesizer(), scribe);
        this.queueing = new QueueMove(call, line, equipment, settings, desk);
        this.transferring = new TransferMove(call, line, equipment, settings, caller);
        this.voicemail = new VoicemailMove(call, line, equipment.recordings(), settings.message());
    }

    /**
     * Goes the whole way.
     *
     * @return how it ended, if not by hanging up
     * @throws CallEnded when the call is over
     */
    Ending follow() {
        Onward onward = new Onward.Talk(plan.start());
        for (int moves = 0; moves < MOST_MOVES; moves++) {
            if (onward instanceof Onward.Finished finished) {
                return finished.ending();
            }
            Onward way = onward;
            onward = faultless(() -> take(way));
        }
        LOG.error("A dialplan led a caller in circles");
        return new Ending.Failed("endless-plan");
    }

    private Onward take(Onward way) {
        return switch (way) {
            case Onward.Talk talk -> perform(talk(talk.step()));
            case Onward.Queue queue -> queueing.perform(queue.queue());
            case Onward.Transfer transfer -> transferring.perform(transfer.referral(), transfer.otherwise());
            case Onward.Finished finished -> finished;
        };
    }

    private Move talk(String step) {
        line.stage(Stage.IN_CONVERSATION);
        Conversation talk = conversation.orElseGet(this::begin);
        try {
            return talk.hold(step);
        } finally {
            learn(talk.known());
        }
    }

    /** Just after the start what callers say may still have to be learnt: they wait for that on a line that is not dead. */
    private Conversation begin() {
        Comprehension learnt = caller.whileQuiet(() -> equipment.comprehension().apply(plan));
        Conversation begun = new Conversation(plan, caller, learnt, equipment.lookups(), equipment.clock(), scribe);
        conversation = Optional.of(begun);
        return begun;
    }

    private void learn(Known known) {
        line.knows(known);
        known.issue()
                .ifPresent(issue ->
                        line.append(new CallEvent.IssueLocated(line.now(), issue, known.confirmed(), known.slots())));
    }

    private Onward perform(Move move) {
        return switch (move) {
            case Move.ToQueue queue -> queueing.perform(queue);
            case Move.ToNumber number -> transferring.perform(number);
            case Move.ToVoicemail box -> voicemail.perform(box);
            case Move.HangUp hangUp -> new Onward.Finished(new Ending.Completed(Ending.Where.IN_CONVERSATION));
        };
    }

    private Onward faultless(Supplier<Onward> way) {
        try {
            return way.get();
        } catch (CallEnded over) {
            throw over;
        } catch (RuntimeException | Error broken) {
            LOG.error("Our fault: the caller is sent to a human", broken);
            return askHumans(broken.getClass().getSimpleName());
        }
    }

    private Onward askHumans(String category) {
        boolean again = fault.isPresent();
        fault = Optional.of(category);
        Optional<String> humans = settings.humansFor(plan.language()).or(this::queueOfThePlan);
        if (again || humans.isEmpty()) {
            return new Onward.Finished(new Ending.Failed(category));
        }
        saySorry();
        return new Onward.Queue(humans.get());
    }

    private void saySorry() {
        try {
            caller.say(Prompt.of(Sentences.of(plan.language()).sorry()));
        } catch (CallEnded over) {
            throw over;
        } catch (RuntimeException speechless) {
            LOG.error("Could not even say sorry", speechless);
        }
    }

    private Optional<String> queueOfThePlan() {
        return plan.steps().values().stream()
                .filter(Step.ToQueue.class::isInstance)
                .map(step -> ((Step.ToQueue) step).queue())
                .findFirst();
    }
}
