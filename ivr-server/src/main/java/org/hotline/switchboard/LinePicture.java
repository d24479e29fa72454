package org.hotline.switchboard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotline.call.CallId;
import org.hotline.call.PhoneNumber;
import org.hotline.conversation.Known;

/**
 * A call going on, at one moment.
 *
 * @param dialplan the plan that serves it; empty before one does
 * @param language tag of the language spoken; empty before one is
 * @param since when the present stage began
 * @param known what the conversation learnt, once it has handed the caller on
 * @param queue waited in now, or before the agent
 * @param agent rung or talked to now
 * @param transcript what was said, oldest first, what is being said last
 */
public record LinePicture(
        CallId id,
        PhoneNumber calling,
        PhoneNumber dialled,
        String dialplan,
        String language,
        Instant arrivedAt,
        Stage stage,
        Instant since,
        Optional<Known> known,
        Optional<String> queue,
        Optional<String> agent,
        List<Said> transcript) {

    /** Where the caller is. */
    public enum Stage {
        RINGING,
        IN_CONVERSATION,
        IN_QUEUE,
        WITH_AGENT,
        IN_VOICEMAIL
    }

    /**
     * Something said.
     *
     * @param side {@code caller}, {@code bot} or {@code agent}
     * @param partial true while it may still change
     */
    public record Said(Instant at, String side, String text, boolean partial) {}

    LinePicture served(String byDialplan, String inLanguage) {
        return new LinePicture(
                id, calling, dialled, byDialplan, inLanguage, arrivedAt, stage, since, known, queue, agent, transcript);
    }

    LinePicture at(Stage newStage, Instant now, Optional<String> inQueue, Optional<String> withAgent) {
        return new LinePicture(
                id,
                calling,
                dialled,
                dialplan,
                language,
                arrivedAt,
                newStage,
                now,
                known,
                inQueue,
                withAgent,
                transcript);
    }

    LinePicture knowing(Known learnt) {
        return new LinePicture(
                id,
                calling,
                dialled,
                dialplan,
                language,
                arrivedAt,
                stage,
                since,
                Optional.of(learnt),
                queue,
                agent,
                transcript);
    }

    LinePicture saying(List<Said> now) {
        return new LinePicture(
                id, calling, dialled, dialplan, language, arrivedAt, stage, since, known, queue, agent, now);
    }
}
