package org.hotline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.hotline.call.CallId;
import org.hotline.queue.Dispatcher;
import org.hotline.queue.Event;
import org.hotline.queue.observed.ObservedBoard;
import org.hotline.supervision.web.CallControls;
import org.hotline.switchboard.Lines;
import org.hotline.switchboard.Listening;
import org.hotline.switchboard.Supervisors;
import org.hotline.switchboard.Switchboard;

/** What is steered from the pages, done in the queues, at the switchboard, and in Asterisk's queues. */
final class Controls implements CallControls {
    private static final String NO_AGENT =
            "The caller does not talk to an agent now: wait until an agent has answered.";

    private final Dispatcher dispatcher;
    private final Lines lines;
    private final Optional<AsteriskQueues> others;
    private final Optional<AsteriskEar> ear;
    private final Supervisors supervisors;
    private final Map<String, String> transferTargets;

    /** @param transferTargets where callers may be sent on: what is asked for, and what is dialled then */
    Controls(
            Dispatcher dispatcher,
            Switchboard switchboard,
            Optional<AsteriskQueues> others,
            Optional<AsteriskEar> ear,
            Map<String, String> transferTargets) {
        this.dispatcher = dispatcher;
        this.lines = switchboard.lines();
        this.supervisors = switchboard.supervisors();
        this.others = others;
        this.ear = ear;
        this.transferTargets = new TreeMap<>(transferTargets);
    }

    @Override
    public Outcome changeState(String agent, String state) {
        if (dispatcher.board().agent(agent).isEmpty()) {
            return others.map(queues -> queues.changeState(agent, state)).orElseGet(Outcome.Unknown::new);
        }
        Consumer<Event> post = dispatcher::post;
        switch (state) {
            case "available" -> {
                // Signing in is ready at once; for somebody who is signed in already it changes nothing.
                post.accept(new Event.AgentSignedIn(agent));
                post.accept(new Event.AgentReady(agent));
            }
            case "on-break" -> post.accept(new Event.BreakBegun(agent));
            case "signed-out" -> post.accept(new Event.AgentSignedOut(agent));
            default -> {
                return new Outcome.Refused(
                        "An agent can be made available, on-break or signed-out, not " + state + ".");
            }
        }
        return new Outcome.Done();
    }

    @Override
    public Outcome hangUp(CallId call) {
        return lines.hangUp(call)
                ? new Outcome.Done()
                : others.map(queues -> queues.hangUp(call)).orElseGet(Outcome.Unknown::new);
    }

    @Override
    public Optional<Listening> listen(CallId call) {
        return lines.listen(call)
                .or(() -> others.flatMap(queues -> queues.device(call))
                        .flatMap(channel -> ear.map(there -> there.listen(channel))));
    }

    @Override
    public Outcome speak(CallId call, Supervisors.Voice voice, String owner, Runnable over) {
        Optional<String> phone =
                dispatcher.board().agent(owner).map(desk -> desk.profile().phone());
        if (phone.isEmpty()) {
            return new Outcome.Refused(
                    "There is no agent " + owner + " any more, whose phone would ring: an administrator"
                            + " can name another one for you on the page of users.");
        }
        return switch (supervisors.bring(call, phone.get(), voice, over)) {
            case BEGUN -> new Outcome.Done();
            case NO_AGENT, NOT_ALLOWED -> new Outcome.Refused(NO_AGENT);
            case NO_SUCH_CALL ->
                others.flatMap(queues -> queues.call(call))
                        .map(guest -> speak(guest, voice, phone.get(), over))
                        .orElseGet(Outcome.Unknown::new);
        };
    }

    private Outcome speak(ObservedBoard.Guest guest, Supervisors.Voice voice, String phone, Runnable over) {
        if (guest.agentDevice().isEmpty() || ear.isEmpty()) {
            return new Outcome.Refused(AsteriskQueues.NO_CHANNEL);
        }
        ear.get().bring(guest.agentDevice(), phone, voice, over);
        return new Outcome.Done();
    }

    @Override
    public Outcome transfer(CallId call, String to, boolean attended) {
        Optional<String> target = Optional.ofNullable(transferTargets.get(to));
        if (target.isEmpty()) {
            return new Outcome.Refused("Callers are not sent on to " + to + ": add it to sip.transfer-targets.");
        }
        Optional<Outcome> there = others.filter(queues -> queues.call(call).isPresent())
                .map(queues -> queues.sendOn(call, to, target.get(), attended));
        return there.orElseGet(() -> attended
                ? new Outcome.Refused(
                        "Only agents of Asterisk's own queues can announce a caller first: send the caller"
                                + " on at once.")
                : sendOn(call, to));
    }

    private Outcome sendOn(CallId call, String to) {
        return switch (supervisors.sendOn(call, to)) {
            case BEGUN -> new Outcome.Done();
            case NO_AGENT, NOT_ALLOWED -> new Outcome.Refused(NO_AGENT);
            case NO_SUCH_CALL -> new Outcome.Unknown();
        };
    }

    @Override
    public List<String> transferTargets() {
        return List.copyOf(transferTargets.keySet());
    }
}
