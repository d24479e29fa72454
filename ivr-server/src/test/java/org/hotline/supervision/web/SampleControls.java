package org.hotline.supervision.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hotline.audio.Frame;
import org.hotline.audio.Tone;
import org.hotline.call.CallId;
import org.hotline.switchboard.Listening;
import org.hotline.switchboard.Supervisors.Voice;

/** Remembers what it was asked to do; knows agent anna, those of Asterisk and every call, refuses ben. */
final class SampleControls implements CallControls {
    final List<String> asked = new CopyOnWriteArrayList<>();

    @Override
    public Outcome changeState(String agent, String state) {
        asked.add(agent + " " + state);
        return switch (agent) {
            case "anna" -> new Outcome.Done();
            case "ben" -> new Outcome.Refused("ben is talking to a caller: wait until the call is over");
            default -> agent.startsWith("asterisk.") ? new Outcome.Done() : new Outcome.Unknown();
        };
    }

    @Override
    public Outcome hangUp(CallId call) {
        asked.add("hang up " + call);
        return call.text().startsWith("gone") ? new Outcome.Unknown() : new Outcome.Done();
    }

    @Override
    public Outcome speak(CallId call, Voice voice, String owner, Runnable over) {
        asked.add(voice + " " + call + " " + owner);
        return call.text().startsWith("gone") ? new Outcome.Unknown() : new Outcome.Done();
    }

    @Override
    public Outcome transfer(CallId call, String to, boolean attended) {
        asked.add("transfer " + call + " " + to + " " + attended);
        return to.equals("900") ? new Outcome.Done() : new Outcome.Refused("Callers are not sent on to " + to + ".");
    }

    @Override
    public List<String> transferTargets() {
        return List.of("900");
    }

    /** Every call sounds of a tone: the caller's 1000 Hz, the other side's 440. */
    @Override
    public Optional<Listening> listen(CallId call) {
        asked.add("listen " + call);
        if (call.text().startsWith("gone")) {
            return Optional.empty();
        }
        Listening listening = new Listening(left -> asked.add("left " + call));
        List<Frame> caller = Tone.sine(1000, 8000, Duration.ofSeconds(1), 8000).frames();
        List<Frame> other = Tone.sine(440, 8000, Duration.ofSeconds(1), 8000).frames();
        for (int i = 0; i < caller.size(); i++) {
            listening.hear(new Listening.Moment(caller.get(i), other.get(i)));
        }
        listening.end();
        return Optional.of(listening);
    }
}
