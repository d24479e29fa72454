package org.hotline.supervision.web;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hotline.call.CallId;

/** Remembers what it was asked to do; knows agent anna and every call, refuses ben. */
final class SampleControls implements CallControls {
    final List<String> asked = new CopyOnWriteArrayList<>();

    @Override
    public Outcome changeState(String agent, String state) {
        asked.add(agent + " " + state);
        return switch (agent) {
            case "anna" -> new Outcome.Done();
            case "ben" -> new Outcome.Refused("ben is talking to a caller: wait until the call is over");
            default -> new Outcome.Unknown();
        };
    }

    @Override
    public Outcome hangUp(CallId call) {
        asked.add("hang up " + call);
        return call.text().startsWith("gone") ? new Outcome.Unknown() : new Outcome.Done();
    }
}
