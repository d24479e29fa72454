package org.hotline.switchboard;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hotline.call.CallFront;
import org.hotline.call.PhoneNumber;
import org.hotline.conversation.Comprehension;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.queue.AgentProfile;
import org.hotline.queue.Event;
import org.hotline.queue.QueueSettings;
import org.hotline.recording.Recordings;
import org.hotline.speech.Recognizer;
import org.hotline.speech.Synthesizer;

/**
 * What the switchboard works with. Everything here may be used from any thread.
 *
 * @param front where calls to agents and transfers are placed
 * @param plans the dialplan of a dialled number
 * @param comprehension what a plan's callers are understood with; just after the start it may have to be waited for
 * @param recordings records calls of plans that want it, and voicemail
 * @param chronicle where events are written down: the store's append
 * @param queues takes the queues' events: the dispatcher
 * @param queueSettings every queue
 * @param agents every agent
 */
public record Equipment(
        CallFront front,
        Function<PhoneNumber, Optional<Dialplan>> plans,
        Function<Dialplan, Comprehension> comprehension,
        Lookups lookups,
        Recognizer recognizer,
        Synthesizer synthesizer,
        Chronicle chronicle,
        Recordings recordings,
        Consumer<Event> queues,
        List<QueueSettings> queueSettings,
        List<AgentProfile> agents,
        Clock clock) {
    public Equipment {
        queueSettings = List.copyOf(queueSettings);
        agents = List.copyOf(agents);
    }

    Optional<AgentProfile> agent(String name) {
        return agents.stream().filter(agent -> agent.name().equals(name)).findFirst();
    }

    /** The agent whose phone has proved this account. */
    Optional<AgentProfile> agentWithPhone(String account) {
        return agents.stream().filter(agent -> agent.phone().equals(account)).findFirst();
    }

    Optional<QueueSettings> queue(String name) {
        return queueSettings.stream().filter(queue -> queue.name().equals(name)).findFirst();
    }
}
