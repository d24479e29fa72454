package org.hotline.switchboard;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.hotline.speech.Language;

/**
 * How calls are treated.
 *
 * @param mostCalls further calls are refused (congestion)
 * @param longestCall then we hang up, whatever is going on
 * @param durableWithin how long an answer waits for the record of it to be durable; a slow store never stops a call
 * @param ringFor how long the target of a transfer rings
 * @param leaveKey the key with which a waiting caller goes on with the plan's {@code then}
 * @param humans the queue for callers whom our fault left without a conversation, by language; nothing to say sorry and
 *     hang up
 * @param transfers where calls may be sent on
 * @param codes feature codes that agents' phones dial
 * @param officeLanguage the language in which agents' codes are confirmed
 * @param transcribedTalks how many talks between callers and agents are transcribed at the same time, 0 for none
 * @param recording calls are recorded if their plan says so; else none is
 * @param message rules of voicemail messages
 */
public record SwitchboardSettings(
        int mostCalls,
        Duration longestCall,
        Duration durableWithin,
        Duration ringFor,
        char leaveKey,
        Map<Language, String> humans,
        Transfers transfers,
        Map<String, AgentCode> codes,
        Language officeLanguage,
        int transcribedTalks,
        boolean recording,
        MessageRules message) {
    public SwitchboardSettings {
        humans = Map.copyOf(humans);
        codes = Map.copyOf(codes);
    }

    /** 500 calls of at most two hours, 2 s, 45 s, {@code *}, no queue for humans, no transfers, usual codes, 2 talks, recorded. */
    public static SwitchboardSettings usual() {
        return new SwitchboardSettings(
                500,
                Duration.ofHours(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(45),
                '*',
                Map.of(),
                Transfers.NONE,
                AgentCode.USUAL,
                Language.ENGLISH,
                2,
                true,
                MessageRules.USUAL);
    }

    public SwitchboardSettings withHumans(Map<Language, String> queues) {
        return new SwitchboardSettings(
                mostCalls,
                longestCall,
                durableWithin,
                ringFor,
                leaveKey,
                queues,
                transfers,
                codes,
                officeLanguage,
                transcribedTalks,
                recording,
                message);
    }

    public SwitchboardSettings withTransfers(Transfers allowed) {
        return new SwitchboardSettings(
                mostCalls,
                longestCall,
                durableWithin,
                ringFor,
                leaveKey,
                humans,
                allowed,
                codes,
                officeLanguage,
                transcribedTalks,
                recording,
                message);
    }

    Optional<String> humansFor(Language language) {
        return Optional.ofNullable(humans.get(language));
    }
}
