package org.hotline.switchboard;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.call.CallFront.Destination;
import org.hotline.call.CallFront.Dialled;
import org.hotline.call.CallId;
import org.hotline.call.HandBack;
import org.hotline.call.HangupCause;
import org.hotline.conversation.plan.Move;
import org.hotline.conversation.turn.Caller;
import org.hotline.history.Ending;
import org.hotline.switchboard.LinePicture.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A blind transfer through us: we call the target while the caller hears music, and bridge the two. */
final class TransferMove {
    private static final Logger LOG = LoggerFactory.getLogger(TransferMove.class);

    private final Call call;
    private final Line line;
    private final Equipment equipment;
    private final SwitchboardSettings settings;
    private final Caller caller;

    TransferMove(Call call, Line line, Equipment equipment, SwitchboardSettings settings, Caller caller) {
        this.call = call;
        this.line = line;
        this.equipment = equipment;
        this.settings = settings;
        this.caller = caller;
    }

    Onward perform(Move.ToNumber move) {
        return isHandedBack(move.target())
                ? new Onward.Finished(new Ending.Transferred(move.target()))
                : connect(
                        move.target(),
                        dial(move.target()),
                        move.giveUp()
                                .<Onward>map(Onward.Talk::new)
                                .orElse(new Onward.Finished(new Ending.Failed("transfer"))));
    }

    /** To where an agent asked for, who hears what became of it; {@code otherwise} if nobody answers there. */
    Onward perform(Referral referral, Onward otherwise) {
        if (isHandedBack(referral.target())) {
            referral.connected();
            return new Onward.Finished(new Ending.Transferred(referral.target()));
        }
        return connect(referral.target(), dial(referral), otherwise);
    }

    /** The exchange that handed the call over connects it, if there is one that does. */
    private boolean isHandedBack(String target) {
        return call.handBack(line.handBack(HandBack.Way.NUMBER, target));
    }

    private Dialled dial(Referral referral) {
        try {
            Dialled dialled = dial(referral.target());
            switch (dialled) {
                case Dialled.Answered answered -> referral.connected();
                case Dialled.Failed failed -> referral.failed(failed.cause());
            }
            return dialled;
        } finally {
            referral.failed(HangupCause.NORMAL_CLEARING); // unless it is decided, the caller hung up meanwhile
        }
    }

    private Onward connect(String target, Dialled dialled, Onward otherwise) {
        return switch (dialled) {
            case Dialled.Answered answered -> {
                join(answered.call());
                yield new Onward.Finished(new Ending.Transferred(target));
            }
            case Dialled.Failed failed -> {
                LOG.atInfo().addKeyValue("cause", failed.cause()).log("A transfer was not answered");
                caller.say(Announcements.of(caller.language()).noTransfer().with(Map.of()));
                yield otherwise;
            }
        };
    }

    private Dialled dial(String target) {
        Dialling dialling = new Dialling();
        CompletableFuture<Dialled> dialled = CompletableFuture.supplyAsync(
                () -> ScopedValue.where(CallId.CURRENT, line.id())
                        .call(() -> dialling.dial(() -> equipment
                                .front()
                                .dial(new Destination(target, call.calling(), ""), settings.ringFor()))),
                Thread::startVirtualThread);
        Loop music = new Loop(Sounds.music(call.rate()));
        try {
            while (!dialled.isDone()) {
                call.exchange(music.next());
            }
            return dialled.join();
        } catch (CallEnded gone) {
            dialling.giveUp();
            letGo(dialled.join()); // at once, now that it is given up; answered only if it was so just before
            throw gone;
        }
    }

    private static void letGo(Dialled dialled) {
        if (dialled instanceof Dialled.Answered answered) {
            answered.call().hangUp(HangupCause.NORMAL_CLEARING);
        }
    }

    /** Bridges until one of the two has enough. */
    private void join(Call target) {
        line.stage(Stage.WITH_AGENT);
        Bridge bridge = new Bridge(call.rate(), Sounds.music(call.rate()), Transfers.NONE);
        Thread.ofVirtual().name("transferred-" + line.id()).start(() -> serve(bridge, target));
        try {
            bridge.serve(Party.CALLER, call, heard -> {});
        } catch (CallEnded over) {
            LOG.info("The caller hung up after a transfer");
        } finally {
            target.hangUp(HangupCause.NORMAL_CLEARING);
        }
    }

    private static void serve(Bridge bridge, Call target) {
        try {
            bridge.serve(Party.CALLED, target, heard -> {});
        } catch (CallEnded over) {
            // the bridge knows already and tells the caller's thread
        }
    }
}
