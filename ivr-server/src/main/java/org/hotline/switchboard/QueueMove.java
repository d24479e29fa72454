package org.hotline.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hotline.call.Call;
import org.hotline.call.HandBack;
import org.hotline.call.Signal;
import org.hotline.call.Tick;
import org.hotline.conversation.plan.Move;
import org.hotline.history.CallEvent;
import org.hotline.history.Ending;
import org.hotline.queue.Event;
import org.hotline.switchboard.Wait.Outcome;

/** The caller waits for an agent with music and news of the place, and talks with the agent who comes. */
final class QueueMove {
    private final Call call;
    private final Line line;
    private final Equipment equipment;
    private final SwitchboardSettings settings;
    private final QueueDesk desk;
    private final Offering offering;

    QueueMove(Call call, Line line, Equipment equipment, SwitchboardSettings settings, QueueDesk desk) {
        this.call = call;
        this.line = line;
        this.equipment = equipment;
        this.settings = settings;
        this.desk = desk;
        this.offering = desk.offering();
    }

    /** Waits as long as the queue allows, with no way out but hanging up. */
    Onward perform(String queue) {
        return perform(new Move.ToQueue(queue, new Move.Wait(Optional.empty(), Optional.empty(), true)));
    }

    Onward perform(Move.ToQueue move) {
        if (call.handBack(line.handBack(HandBack.Way.QUEUE, move.queue()))) {
            return new Onward.Finished(new Ending.Transferred("queue:" + move.queue()));
        }
        Instant entered = line.now();
        line.append(new CallEvent.QueueEntered(entered, move.queue()));
        line.inQueue(move.queue());
        Wait wait = desk.enter(call, move.queue(), move.waiting().atMost());
        try {
            return switch (keepCompany(wait, move.waiting())) {
                case Outcome.Joined joined -> talk(joined, move.queue());
                case Outcome.Over over -> leave(move, over.why(), entered);
                case Outcome.Left left -> leave(move, "key", entered);
            };
        } catch (RuntimeException | Error gone) {
            if (desk.leave(wait, Event.Leaving.HUNG_UP)) {
                line.append(new CallEvent.QueueLeft(line.now(), move.queue(), "hung-up", since(entered)));
            }
            throw gone;
        }
    }

    private Outcome keepCompany(Wait wait, Move.Wait rules) {
        Loop music = new Loop(Sounds.music(call.rate()));
        PlaceAnnouncer announcer = new PlaceAnnouncer(
                equipment.synthesizer(),
                line.plan().map(plan -> plan.language()).orElse(settings.officeLanguage()),
                call.rate());
        while (true) {
            Optional<Outcome> outcome = wait.outcome();
            if (outcome.isPresent()) {
                return outcome.get();
            }
            Tick tick = call.exchange(
                    announcer.next(rules.announcePosition() ? wait.place() : 0).orElseGet(music::next));
            if (rules.then().isPresent() && wantsToLeave(tick)) {
                desk.leave(wait, Event.Leaving.KEY_EXIT);
                return new Outcome.Left();
            }
        }
    }

    private boolean wantsToLeave(Tick tick) {
        return tick.signals().stream()
                .anyMatch(signal -> signal instanceof Signal.Key key && key.digit() == settings.leaveKey());
    }

    private Onward leave(Move.ToQueue move, String why, Instant entered) {
        line.append(new CallEvent.QueueLeft(line.now(), move.queue(), why, since(entered)));
        return move.waiting()
                .then()
                .<Onward>map(Onward.Talk::new)
                .orElse(new Onward.Finished(new Ending.Completed(Ending.Where.IN_QUEUE)));
    }

    private Onward talk(Outcome.Joined joined, String queue) {
        Instant began = line.now();
        line.append(new CallEvent.AgentJoined(began, queue, joined.agent(), joined.waited()));
        line.withAgent(queue, joined.agent());
        line.bridged(joined.bridge());
        try (Stenographer stenographer = offering.stenographer(line, "caller")) {
            return afterwards(joined.bridge().serve(Party.CALLER, call, stenographer::hear), queue);
        } finally {
            line.apart();
            line.append(new CallEvent.AgentLeft(line.now(), joined.agent(), since(began)));
        }
    }

    /** Whose agent's phone died is not served yet; who was sent elsewhere and nobody answers there comes back. */
    private static Onward afterwards(Parting parting, String queue) {
        return switch (parting) {
            case Parting.HungUp hungUp -> new Onward.Finished(new Ending.Completed(Ending.Where.WITH_AGENT));
            case Parting.LineLost lost -> new Onward.Queue(queue);
            case Parting.Referred referred -> new Onward.Transfer(referred.referral(), new Onward.Queue(queue));
        };
    }

    private Duration since(Instant moment) {
        return Duration.between(moment, line.now());
    }
}
