package org.hotline.issue;

import java.util.Optional;

/** What is done about an issue once it is located. */
public sealed interface Outcome {
    /** Say this, then ask whether there is anything else. */
    record Answer(InLanguages<String> say) implements Outcome {}

    /** Go on at this step of the caller's plan; every plan of the hotline has it. */
    record Flow(String step) implements Outcome {}

    /**
     * Put the caller through, with everything learnt.
     *
     * @param queue the queue, which knows the skills it needs; nothing for the plan's usual way to people
     */
    record Agents(Optional<String> queue) implements Outcome {}
}
