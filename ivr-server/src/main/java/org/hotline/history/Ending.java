package org.hotline.history;

import org.hotline.call.HangupCause;

/** How a call ended; every call has exactly one. */
public sealed interface Ending {
    /** The caller hung up. */
    record CallerHungUp(Where where) implements Ending {}

    /** We hung up after serving the caller ourselves, or the agent did. */
    record Completed(Where where) implements Ending {}

    /** Connected elsewhere (blind transfer) and left there. */
    record Transferred(String target) implements Ending {}

    /** Never answered: cancelled by the caller or refused by us. */
    record NotAnswered(HangupCause cause) implements Ending {}

    /** The line died: media or signalling lost. */
    record LineLost(HangupCause cause) implements Ending {}

    /** Our fault, after the caller was apologised to. */
    record Failed(String category) implements Ending {}

    /** The server stopped while the call went on; written by recovery at the next start. */
    record Interrupted() implements Ending {}

    /** Where the caller was when it ended. */
    enum Where {
        IN_CONVERSATION,
        IN_QUEUE,
        WITH_AGENT,
        IN_VOICEMAIL
    }
}
