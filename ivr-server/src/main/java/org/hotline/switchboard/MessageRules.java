package org.hotline.switchboard;

import java.time.Duration;

/**
 * When a voicemail message is over.
 *
 * @param patience silence before the first word
 * @param pause silence after the last word
 * @param longest the whole message
 */
public record MessageRules(Duration patience, Duration pause, Duration longest) {
    /** 8 s, 5 s, 3 minutes. */
    public static final MessageRules USUAL =
            new MessageRules(Duration.ofSeconds(8), Duration.ofSeconds(5), Duration.ofMinutes(3));
}
