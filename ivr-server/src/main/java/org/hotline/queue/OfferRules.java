package org.hotline.queue;

import java.time.Duration;

/**
 * What happens around an offer, the same for all queues.
 *
 * @param coolDown after an offer came back unanswered, the agent gets no other for this long
 * @param returnsBeforeBreak so many offers in a row that came back put the agent on break: nobody sits there
 * @param briefing the longest time between the agent's picking up and the bridge (the whisper)
 */
public record OfferRules(Duration coolDown, int returnsBeforeBreak, Duration briefing) {
    public static final OfferRules USUAL = new OfferRules(Duration.ofSeconds(5), 3, Duration.ofSeconds(30));
}
