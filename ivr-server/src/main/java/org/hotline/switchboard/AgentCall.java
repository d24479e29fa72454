package org.hotline.switchboard;

import java.util.List;
import org.hotline.audio.Frame;
import org.hotline.call.Call;
import org.hotline.history.Ending;
import org.hotline.queue.AgentProfile;

/** An agent's phone dials a feature code: we do what it says, confirm, and hang up. */
final class AgentCall {
    private final Call call;
    private final Line line;
    private final Equipment equipment;
    private final SwitchboardSettings settings;

    AgentCall(Call call, Line line, Equipment equipment, SwitchboardSettings settings) {
        this.call = call;
        this.line = line;
        this.equipment = equipment;
        this.settings = settings;
    }

    Ending perform(AgentCode code, AgentProfile agent) {
        Answer.to(call, line, "", settings.officeLanguage().tag(), settings.durableWithin());
        line.stage(LinePicture.Stage.IN_CONVERSATION);
        equipment.queues().accept(code.event(agent.name()));
        confirmation(code).forEach(call::exchange);
        return new Ending.Completed(Ending.Where.IN_CONVERSATION);
    }

    private List<Frame> confirmation(AgentCode code) {
        List<Frame> spoken = Speaking.frames(
                equipment.synthesizer(),
                settings.officeLanguage(),
                code.confirmation(Announcements.of(settings.officeLanguage())).with(java.util.Map.of()),
                call.rate());
        return spoken.isEmpty() ? Sounds.beep(call.rate()) : spoken;
    }
}
