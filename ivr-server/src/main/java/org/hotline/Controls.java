package org.hotline;

import java.util.Optional;
import java.util.function.Consumer;
import org.hotline.call.CallId;
import org.hotline.queue.Dispatcher;
import org.hotline.queue.Event;
import org.hotline.supervision.web.CallControls;
import org.hotline.switchboard.Lines;
import org.hotline.switchboard.Listening;

/** What is steered from the pages, done in the queues, at the switchboard, and in Asterisk's queues. */
final class Controls implements CallControls {
    private final Dispatcher dispatcher;
    private final Lines lines;
    private final Optional<AsteriskQueues> others;
    private final Optional<AsteriskEar> ear;

    Controls(Dispatcher dispatcher, Lines lines, Optional<AsteriskQueues> others, Optional<AsteriskEar> ear) {
        this.dispatcher = dispatcher;
        this.lines = lines;
        this.others = others;
        this.ear = ear;
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
}
