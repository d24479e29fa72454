package org.hotline.call.sip;

import java.time.Duration;

/**
 * How the SIP endpoint feels, for the health page.
 *
 * @param sinceAnswer time since it last answered its own OPTIONS
 * @param workers threads of the stack that read UDP; fewer than at the start means that some have died
 * @param calls present
 */
public record SipHealth(Duration sinceAnswer, int workers, int calls) {
    /** How long an endpoint may leave its own question unanswered. */
    static final Duration LONGEST = Duration.ofSeconds(15);

    public boolean isWell() {
        return workers > 0 && sinceAnswer.compareTo(LONGEST) < 0;
    }
}
