package org.hotline.switchboard;

import java.util.Optional;
import java.util.function.Consumer;
import org.hotline.call.Call;
import org.hotline.call.CallEnded;
import org.hotline.call.HandBack;
import org.hotline.call.HangupCause;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.history.CallEvent;
import org.hotline.history.Ending;
import org.hotline.queue.AgentProfile;
import org.hotline.queue.Effect;
import org.hotline.recording.Recorder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes every call, finds who is to serve it, and sees it to its ending: every call taken gets exactly one, whatever
 * happens. The one place where {@link CallEnded} comes to rest.
 *
 * <p>{@link #accept} runs on the call's own virtual thread and returns when the call is over.
 */
public final class Switchboard implements Consumer<Call> {
    private static final Logger LOG = LoggerFactory.getLogger(Switchboard.class);

    private final Equipment equipment;
    private final SwitchboardSettings settings;
    private final Lines lines = new Lines();
    private final QueueDesk desk;

    /** Give {@link #perform} to the dispatcher and this to the call fronts. */
    public Switchboard(Equipment equipment, SwitchboardSettings settings) {
        this.equipment = equipment;
        this.settings = settings;
        this.desk = new QueueDesk(lines, equipment.queues(), new Offering(equipment, settings));
    }

    /** All calls going on. */
    public Lines lines() {
        return lines;
    }

    /** Supervisors, who take part in talks. */
    public Supervisors supervisors() {
        return new Supervisors(lines, equipment.front(), settings.ringFor());
    }

    /** Does what a queue's effect says; the dispatcher's thread, never waits. */
    public void perform(Effect effect) {
        desk.perform(effect);
    }

    @Override
    public void accept(Call call) {
        CallContext.run(call.id(), () -> take(call));
    }

    private void take(Call call) {
        Line line = lines.open(call, equipment.chronicle(), equipment.clock());
        line.append(new CallEvent.Arrived(
                line.now(), call.calling().text(), call.dialled().text(), call.account(), call.origin()));
        Ending ending = new Ending.Failed("switchboard");
        try {
            ending = connect(new LimitedCall(new OverheardCall(call, line), settings.longestCall()), line);
        } catch (CallEnded over) {
            ending = endingOf(over, line);
        } catch (RuntimeException | Error fault) {
            LOG.error("A call failed in the switchboard", fault);
        } finally {
            call.handBack(
                    line.handBack(ending instanceof Ending.Failed ? HandBack.Way.OPERATOR : HandBack.Way.HANG_UP, ""));
            call.hangUp(HangupCause.NORMAL_CLEARING);
            lines.close(line);
            line.end(ending);
            LOG.atInfo().addKeyValue("ending", ending).log("Call ended");
        }
    }

    private Ending connect(Call call, Line line) {
        Optional<Dialplan> plan = equipment.plans().apply(call.dialled());
        Optional<AgentCode> code =
                Optional.ofNullable(settings.codes().get(call.dialled().text()));
        Optional<AgentProfile> agent = call.account().flatMap(equipment::agentWithPhone);
        if (code.isPresent() && agent.isPresent()) {
            return new AgentCall(call, line, equipment, settings).perform(code.get(), agent.get());
        }
        if (plan.isEmpty()) {
            return refuse(call, HangupCause.UNALLOCATED_NUMBER);
        }
        if (lines.count() > settings.mostCalls()) {
            LOG.warn("A call was refused: as many calls are going on as are allowed");
            return refuse(call, HangupCause.SWITCHING_EQUIPMENT_CONGESTION);
        }
        return serve(call, line, plan.get());
    }

    private Ending serve(Call call, Line line, Dialplan plan) {
        line.servedBy(plan);
        if (!plan.recorded() || !settings.recording()) {
            answer(call, line, plan);
            return new CallFlow(call, line, plan, equipment, settings, desk).follow();
        }
        try (Recorder recorder = equipment.recordings().record(call)) {
            answer(recorder, line, plan);
            line.append(new CallEvent.RecordingStarted(line.now(), recorder.file()));
            return new CallFlow(recorder, line, plan, equipment, settings, desk).follow();
        }
    }

    private void answer(Call call, Line line, Dialplan plan) {
        Answer.to(call, line, plan.name(), plan.language().tag(), settings.durableWithin());
        line.stage(LinePicture.Stage.IN_CONVERSATION);
    }

    private static Ending refuse(Call call, HangupCause cause) {
        call.hangUp(cause);
        return new Ending.NotAnswered(cause);
    }

    private static Ending endingOf(CallEnded over, Line line) {
        if (line.picture().stage() == LinePicture.Stage.RINGING) {
            return new Ending.NotAnswered(over.cause());
        }
        Ending.Where where = switch (line.picture().stage()) {
            case RINGING, IN_CONVERSATION -> Ending.Where.IN_CONVERSATION;
            case IN_QUEUE -> Ending.Where.IN_QUEUE;
            case WITH_AGENT -> Ending.Where.WITH_AGENT;
            case IN_VOICEMAIL -> Ending.Where.IN_VOICEMAIL;
        };
        return switch (over.by()) {
            case FAR_SIDE -> new Ending.CallerHungUp(where);
            case US -> new Ending.Completed(where);
            case MEDIA_LOST, SIGNALLING_LOST -> new Ending.LineLost(over.cause());
        };
    }
}
