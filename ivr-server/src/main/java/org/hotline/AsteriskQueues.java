package org.hotline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.asteriskjava.manager.action.AtxferAction;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.QueuePauseAction;
import org.asteriskjava.manager.action.QueueRemoveAction;
import org.asteriskjava.manager.action.QueueStatusAction;
import org.asteriskjava.manager.action.RedirectAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.asteriskjava.manager.event.ManagerEvent;
import org.hotline.call.CallId;
import org.hotline.call.asterisk.AsteriskFront;
import org.hotline.call.asterisk.ami.Ami;
import org.hotline.call.asterisk.ami.AmiListener;
import org.hotline.call.asterisk.ami.AmiVersion;
import org.hotline.call.asterisk.ami.Answer;
import org.hotline.history.CallStore;
import org.hotline.queue.QueueSettings;
import org.hotline.queue.asterisk.Sightings;
import org.hotline.queue.observed.DutyLog;
import org.hotline.queue.observed.Fact;
import org.hotline.queue.observed.ObservedBoard;
import org.hotline.queue.observed.ObservedQueues;
import org.hotline.queue.observed.Observer;
import org.hotline.queue.observed.Sighting;
import org.hotline.supervision.web.CallControls.Outcome;
import org.hotline.switchboard.Chronicle;
import org.hotline.switchboard.ObservedCalls;
import org.hotline.switchboard.ObservedStories;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asterisk's own queues, followed by its manager interface: what it tells goes to the observer, what the observer finds
 * into the records, and agents are paused and removed.
 */
final class AsteriskQueues implements AmiListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AsteriskQueues.class);
    private static final int SNAPSHOTS = 3;
    private static final Duration BETWEEN_SNAPSHOTS = Duration.ofSeconds(2);

    /** A call that came longer ago than this before midnight is not counted as waiting into the day. */
    private static final Duration LONGEST_CALL = Duration.ofHours(4);

    /** Where the dialplan sends callers on, as after a talk with us; and where agents announce them. */
    private static final String TRANSFER = "ivr-transfer";

    private static final String ATTENDED = "ivr-attended";

    /** Why nobody can speak to an agent. */
    static final String NO_CHANNEL =
            "There is no talk with an agent, or it began before Hotline was connected to Asterisk and the agent's channel is"
                    + " not known: wait for the next one.";

    private final Ami ami;
    private final Clock clock;
    private final Observer observer;
    private final CountDownLatch closing = new CountDownLatch(1);

    /** @param targets of our queues; one of the same name there has the same */
    AsteriskQueues(Ami ami, List<QueueSettings> targets, Clock clock) {
        this.ami = ami;
        this.clock = clock;
        Map<String, QueueSettings> byName =
                targets.stream().collect(Collectors.toMap(QueueSettings::name, Function.identity()));
        this.observer = new Observer(
                new ObservedQueues(
                        name -> Optional.ofNullable(byName.get(name)).orElseGet(() -> QueueSettings.of(name, "")),
                        CallId::at,
                        clock.getZone(),
                        clock.instant()),
                clock);
    }

    /**
     * Takes up what an earlier run wrote down, then listens.
     *
     * @param ours the call of ours on a channel, by its unique id, if we talked to it just before
     */
    void start(
            CallStore store,
            Chronicle chronicle,
            DutyLog duties,
            Function<String, Optional<CallId>> ours,
            Runnable changed) {
        Instant midnight = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
        List<Fact> past = ObservedStories.read(store, midnight.minus(LONGEST_CALL));
        observer.onChange(changed);
        observer.start(past, fact -> write(fact, chronicle, ours), duties);
        ami.listen(Sightings.KINDS, this);
    }

    private static void write(Fact fact, Chronicle chronicle, Function<String, Optional<CallId>> ours) {
        ObservedCalls.write(fact, chronicle);
        if (fact instanceof Fact.Came came) {
            ours.apply(came.caller().channel())
                    .ifPresent(before -> ObservedCalls.link(came.call(), before, came.at(), chronicle));
        }
    }

    ObservedBoard board() {
        return observer.board();
    }

    @Override
    public void connected(AmiVersion version) {
        for (int i = 0; i < SNAPSHOTS; i++) {
            switch (ami.ask(new QueueStatusAction())) {
                case Answer.Done done -> {
                    tell(new Sighting.SnapshotBegun());
                    done.events().forEach(this::event);
                    tell(new Sighting.SnapshotComplete());
                    return;
                }
                case Answer.Refused refused -> {
                    LOG.atWarn()
                            .addKeyValue("what", refused.why())
                            .log("Asterisk does not tell of its queues: give the user read=agent,call in manager.conf,"
                                    + " and load app_queue");
                    return;
                }
                case Answer.Unanswered unanswered -> {
                    if (isOver(BETWEEN_SNAPSHOTS)) {
                        return;
                    }
                }
            }
        }
    }

    @Override
    public void event(ManagerEvent event) {
        Sightings.of(event).ifPresent(this::tell);
    }

    @Override
    public void lost() {
        tell(new Sighting.Lost());
    }

    /** Nobody if no agent of this name is observed. */
    Outcome changeState(String agent, String state) {
        return board().agent(agent)
                .map(desk -> switch (state) {
                    case "available" -> outcome(List.of(new QueuePauseAction(desk.location(), false)));
                    case "on-break" -> outcome(List.of(new QueuePauseAction(desk.location(), true)));
                    case "signed-out" -> remove(desk);
                    default ->
                        new Outcome.Refused(
                                "An agent can be made available, on-break or signed-out, not " + state + ".");
                })
                .orElseGet(Outcome.Unknown::new);
    }

    private Outcome remove(ObservedBoard.Desk desk) {
        return desk.removable().isEmpty()
                ? new Outcome.Refused(desk.display()
                        + " is a member by queues.conf and can only be paused from here: set on break instead.")
                : outcome(desk.removable().stream()
                        .<ManagerAction>map(queue -> new QueueRemoveAction(queue, desk.location()))
                        .toList());
    }

    /** Hangs a caller up. Nobody if no such call is in sight. */
    Outcome hangUp(CallId call) {
        return guest(call)
                .map(guest -> outcome(List.of(new HangupAction(guest.caller().channel()))))
                .orElseGet(Outcome.Unknown::new);
    }

    /**
     * Sends a caller on in the other switch's own dialplan.
     *
     * @param asked a number or name
     * @param target what the dialplan gets for it
     * @param attended the agent announces the caller there first, and hangs up to connect them
     */
    Outcome sendOn(CallId call, String asked, String target, boolean attended) {
        return guest(call)
                .map(guest -> attended
                        ? announce(guest, asked)
                        : outcome(List.of(
                                new SetVarAction(
                                        guest.caller().channel(), "IVR_TARGET", AsteriskFront.variable(target)),
                                new RedirectAction(guest.caller().channel(), TRANSFER, "s", 1))))
                .orElseGet(Outcome.Unknown::new);
    }

    /** Asterisk types the feature code and the number for the agent. */
    private Outcome announce(ObservedBoard.Guest guest, String asked) {
        if (guest.agentDevice().isEmpty()) {
            return new Outcome.Refused(NO_CHANNEL);
        }
        return asked.matches("[0-9*#]+")
                ? outcome(List.of(new AtxferAction(guest.agentDevice(), ATTENDED, asked, 1)))
                : new Outcome.Refused("An agent can only announce a caller at a number, and " + asked
                        + " is a name: name it by a number in sip.transfer-targets, or send the caller on at once.");
    }

    /** The call, if it is in sight. */
    Optional<ObservedBoard.Guest> call(CallId call) {
        return guest(call);
    }

    /** The name of the caller's channel, if the call is in sight and its name was told. */
    Optional<String> device(CallId call) {
        return guest(call).map(guest -> guest.caller().device()).filter(name -> !name.isEmpty());
    }

    private Optional<ObservedBoard.Guest> guest(CallId call) {
        return board().calls().stream().filter(guest -> guest.id().equals(call)).findFirst();
    }

    private Outcome outcome(List<ManagerAction> actions) {
        for (ManagerAction action : actions) {
            switch (ami.ask(action)) {
                case Answer.Done done -> {}
                case Answer.Refused refused -> {
                    return new Outcome.Refused("Asterisk would not: " + refused.why());
                }
                case Answer.Unanswered unanswered -> {
                    return new Outcome.Refused("Asterisk did not answer: " + unanswered.why());
                }
            }
        }
        return new Outcome.Done();
    }

    private void tell(Sighting sighting) {
        try {
            observer.post(sighting);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOver(Duration pause) {
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closing.countDown();
        observer.close();
    }
}
