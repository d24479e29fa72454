package org.hotline.call;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Several fronts as one. A target that begins with a front's name and a colon is dialled there without them; every other
 * one at the usual front.
 *
 * @param usual takes all that no other is named for
 * @param named the others, by what targets of theirs begin with
 */
public record Fronts(CallFront usual, Map<String, CallFront> named) implements CallFront {
    public Fronts {
        named = Map.copyOf(named);
    }

    @Override
    public void start(Consumer<Call> taker) {
        usual.start(taker);
        named.values().forEach(front -> front.start(taker));
    }

    @Override
    public Dialled dial(Destination destination, Duration ringFor) {
        String target = destination.target();
        int colon = target.indexOf(':');
        CallFront front = colon < 0 ? null : named.get(target.substring(0, colon));
        return front == null
                ? usual.dial(destination, ringFor)
                : front.dial(
                        new Destination(target.substring(colon + 1), destination.calling(), destination.display()),
                        ringFor);
    }

    @Override
    public void close() {
        named.values().forEach(CallFront::close);
        usual.close();
    }
}
