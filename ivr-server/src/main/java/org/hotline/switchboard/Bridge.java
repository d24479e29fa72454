package org.hotline.switchboard;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.call.HangupCause;
import org.hotline.call.Signal;
import org.hotline.call.Tick;

/**
 * Two calls joined through the server (B2BUA). Each thread exchanges only its own call's frames and hands what it heard to
 * the other through a small bounded mailbox:
 *
 * <pre>
 *   caller's thread   caller --heard--> [f f f] --said--> called   called's thread
 *                     caller &lt;--said-- [f f f] &lt;--heard-- called
 * </pre>
 *
 * While one side holds the line, the other hears music. Keys pass through as keys: as telephone
 * events, or as tones to a phone that knows none. Ends when either side ends. Supervisors may take part
 * ({@link Supervision}).
 */
public final class Bridge {
    private final Mouth caller;
    private final Mouth called;
    private final CompletableFuture<Parting> parting = new CompletableFuture<>();
    private final List<Supervision> supervisions = new CopyOnWriteArrayList<>();
    private final Transfers transfers;

    /** A bridge of two calls at {@code rate}, of which the called one may ask for {@code transfers}. */
    public Bridge(int rate, List<Frame> music, Transfers transfers) {
        this.caller = new Mouth(rate, music);
        this.called = new Mouth(rate, music);
        this.transfers = transfers;
    }

    /**
     * Serves one side until the bridge ends. On the call's thread.
     *
     * @param ear hears what the party says, too; must not block
     * @return why it ended; the call goes on
     * @throws CallEnded if it ended because this call did
     */
    public Parting serve(Party party, Call call, Consumer<Frame> ear) {
        Mouth mine = mouth(party);
        Mouth theirs = mouth(party.other());
        try {
            while (!parting.isDone()) {
                theirs.keys().forEach(key -> call.press(key.digit(), key.length()));
                Tick tick = call.exchange(withSupervisors(party, theirs.next()));
                ear.accept(tick.heard());
                mine.say(tick.heard());
                supervisions.forEach(supervision -> supervision.hear(party, tick.heard()));
                tick.signals().forEach(signal -> take(signal, party, mine));
            }
            return parting.join();
        } catch (CallEnded over) {
            part(gone(party, over));
            throw over;
        }
    }

    private Frame withSupervisors(Party party, Frame said) {
        Frame all = said;
        for (Supervision supervision : supervisions) {
            all = supervision.beside(party, all);
        }
        return all;
    }

    /** A supervisor's phone takes part until the bridge or the phone's call ends. On the phone's thread. */
    void attend(Supervision supervision, Call phone) {
        supervisions.add(supervision);
        try {
            supervision.serve(phone, parting::isDone);
        } finally {
            supervisions.remove(supervision);
        }
    }

    /** Sends the caller on as if the agent's phone had asked for it. False if nobody may be sent there. */
    boolean sendOn(String asked) {
        Optional<String> allowed = transfers.find(asked);
        allowed.ifPresent(
                target -> part(new Parting.Referred(Party.CALLED, new Referral(target, new Signal.Referred(asked)))));
        return allowed.isPresent();
    }

    /** Does this when the bridge has ended, at once if it has. */
    void onEnd(Runnable then) {
        var unusedDone = parting.thenRun(then);
    }

    /** Ends the bridge; the first reason counts. Any thread. */
    public void part(Parting why) {
        if (!parting.complete(why) && why instanceof Parting.Referred late) {
            late.referral().failed(HangupCause.NORMAL_CLEARING);
        }
    }

    static Parting gone(Party party, CallEnded over) {
        return switch (over.by()) {
            case FAR_SIDE, US -> new Parting.HungUp(party);
            case MEDIA_LOST, SIGNALLING_LOST -> new Parting.LineLost(party);
        };
    }

    private void take(Signal signal, Party party, Mouth mine) {
        switch (signal) {
            case Signal.Key key -> mine.press(key);
            case Signal.Hold hold -> mine.hold();
            case Signal.Resume resume -> mine.resume();
            case Signal.Referred referred -> refer(party, referred);
        }
    }

    /** Callers may not send themselves elsewhere at our cost (toll fraud); agents only to configured places. */
    private void refer(Party party, Signal.Referred asked) {
        Optional<String> allowed = party == Party.CALLED ? transfers.find(asked.target()) : Optional.empty();
        allowed.ifPresentOrElse(
                target -> part(new Parting.Referred(party, new Referral(target, asked))),
                () -> asked.told().accept(new Signal.Fate.Failed(HangupCause.CALL_REJECTED)));
    }

    private Mouth mouth(Party party) {
        return party == Party.CALLER ? caller : called;
    }
}
