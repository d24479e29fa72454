package org.hotline.queue;

import java.util.Set;

/**
 * An agent as configured.
 *
 * @param name short and unique, used in records and the API
 * @param display the name people read
 * @param phone what to dial: an account registered here, or a fixed {@code sip:user@host:port}
 * @param queues names of the queues served
 * @param skills what the agent can do, matched with {@link QueueSettings#skills()}
 */
public record AgentProfile(String name, String display, String phone, Set<String> queues, Set<String> skills) {
    public AgentProfile {
        queues = Set.copyOf(queues);
        skills = Set.copyOf(skills);
    }

    /** True if the phone has an address of its own and so needs no registration to be reached. */
    public boolean hasFixedPhone() {
        return phone.startsWith("sip:");
    }

    /** True if calls of {@code queue} may be offered to this agent. */
    public boolean serves(QueueSettings queue) {
        return queues.contains(queue.name()) && skills.containsAll(queue.skills());
    }
}
