package org.hotline.switchboard;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.hotline.audio.Frame;
import org.hotline.call.Call;

/**
 * A supervisor's phone in the talk of a caller and an agent: hears both and speaks to the agent alone (whisper), or to both
 * (join). What is whispered goes into no frame of the caller's, so neither the caller nor the recording has it.
 */
final class Supervision {
    private final boolean toBoth;
    private final Frame silence;
    private final Mouth toCaller;
    private final Mouth toCalled;
    private final Mouth ofCaller;
    private final Mouth ofCalled;

    Supervision(int rate, boolean toBoth) {
        this.toBoth = toBoth;
        this.silence = Frame.silence(rate);
        toCaller = mouth(rate);
        toCalled = mouth(rate);
        ofCaller = mouth(rate);
        ofCalled = mouth(rate);
    }

    private Mouth mouth(int rate) {
        return new Mouth(rate, List.of(silence));
    }

    /** What this party is to hear, with the supervisor's words if they are for it; on its thread. */
    Frame beside(Party party, Frame said) {
        return switch (party) {
            case CALLER -> toBoth ? together(said, toCaller.next()) : said;
            case CALLED -> together(said, toCalled.next());
        };
    }

    /** What this party said; on its thread. */
    void hear(Party party, Frame said) {
        switch (party) {
            case CALLER -> ofCaller.say(said);
            case CALLED -> ofCalled.say(said);
        }
    }

    /** Until the talk is over; on the supervisor's thread. */
    void serve(Call phone, BooleanSupplier over) {
        while (!over.getAsBoolean()) {
            Frame words =
                    phone.exchange(together(ofCaller.next(), ofCalled.next())).heard();
            toCalled.say(words);
            if (toBoth) {
                toCaller.say(words);
            }
        }
    }

    private Frame together(Frame one, Frame other) {
        return other.equals(silence) ? one : one.with(other);
    }
}
