package org.hotline.dialplan;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.hotline.audio.Pcm;
import org.hotline.call.CallEnded;
import org.hotline.call.PhoneNumber;
import org.hotline.conversation.Comprehension;
import org.hotline.conversation.Conversation;
import org.hotline.conversation.Known;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.conversation.plan.Move;
import org.hotline.conversation.turn.Caller;
import org.hotline.conversation.turn.TalkListener;
import org.hotline.speech.Synthesizer;

/** The real conversation, held with somebody who types. */
public final class TypedTalk {
    private static final Synthesizer SILENT = (language, pieces, rate) -> Optional.of(Pcm.of(new short[0], rate));

    private final Conversation conversation;

    /**
     * @param calling the caller's number
     * @param caller asked for the caller's next deed whenever it is their turn
     * @param hears false while speech cannot be recognised
     * @param listener hears what is said and how turns are understood
     */
    public TypedTalk(
            Dialplan plan,
            Comprehension comprehension,
            Lookups lookups,
            PhoneNumber calling,
            Supplier<Deed> caller,
            BooleanSupplier hears,
            TalkListener listener) {
        TypedLine line = new TypedLine(calling, caller, hears);
        Caller typed = new Caller(line, plan.language(), line, SILENT, listener, Runnable::run);
        this.conversation =
                new Conversation(plan, typed, comprehension, lookups, Clock.system(ZoneId.systemDefault()), listener);
    }

    /** Talks from the start; nothing if the caller hung up. */
    public Optional<Move> hold() {
        return end(conversation::hold);
    }

    /** Talks on from a step. */
    public Optional<Move> hold(String fromStep) {
        return end(() -> conversation.hold(fromStep));
    }

    public Known known() {
        return conversation.known();
    }

    /** Where the talk goes on if nobody takes the caller; nothing if it is over. */
    public static Optional<String> comesBack(Move move) {
        return switch (move) {
            case Move.ToQueue queue -> queue.waiting().then();
            case Move.ToNumber number -> number.giveUp();
            case Move.ToVoicemail voicemail -> voicemail.then();
            case Move.HangUp over -> Optional.empty();
        };
    }

    /** A move in a manager's words. */
    public static String inWords(Move move) {
        return switch (move) {
            case Move.ToQueue queue -> "queue " + queue.queue();
            case Move.ToNumber number -> "transfer " + number.target();
            case Move.ToVoicemail voicemail -> "voicemail " + voicemail.mailbox();
            case Move.HangUp over -> "hang-up";
        };
    }

    private static Optional<Move> end(Supplier<Move> talk) {
        try {
            return Optional.of(talk.get());
        } catch (CallEnded over) {
            return Optional.empty();
        }
    }
}
