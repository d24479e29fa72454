package org.hotline.dialplan;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.hotline.audio.Frame;
import org.hotline.call.CallEnded;
import org.hotline.call.CallId;
import org.hotline.call.HangupCause;
import org.hotline.call.PhoneNumber;
import org.hotline.call.PlainCall;
import org.hotline.call.Signal;
import org.hotline.call.Tick;
import org.hotline.speech.Language;
import org.hotline.speech.Recognition;
import org.hotline.speech.Recognizer;
import org.hotline.speech.Transcript;

/**
 * A telephone line on which everything is typed: a call and its recognizer in one, in virtual time. Whenever the other
 * side begins to listen it is the caller's turn, and their next deed is asked for. Belongs to one thread.
 */
final class TypedLine extends PlainCall implements Recognizer {
    private static final Duration KEY = Duration.ofMillis(100);

    private final Supplier<Deed> caller;
    private final PhoneNumber calling;
    private final BooleanSupplier hears;
    private final Deque<Character> keys = new ArrayDeque<>();
    private Optional<CallEnded> ended = Optional.empty();

    /**
     * @param calling the caller's number
     * @param caller what the caller does next
     * @param hears whether speech can be recognised at this moment
     */
    TypedLine(PhoneNumber calling, Supplier<Deed> caller, BooleanSupplier hears) {
        super(new CallId("rehearsal"), Direction.INBOUND, "typed");
        this.calling = calling;
        this.caller = caller;
        this.hears = hears;
    }

    @Override
    public PhoneNumber calling() {
        return calling;
    }

    @Override
    public Recognition listen(Language language, int rate, List<String> phrases) {
        String text = switch (caller.get()) {
            case Deed.Says says -> says.text();
            case Deed.Presses presses -> {
                presses.keys().chars().forEach(key -> keys.addLast((char) key));
                yield "";
            }
            case Deed.KeepsSilent silent -> "";
            case Deed.HangsUp gone -> {
                end(CallEnded.By.FAR_SIDE, HangupCause.NORMAL_CLEARING);
                yield "";
            }
        };
        return new Typed(Transcript.of(text), !hears.getAsBoolean());
    }

    @Override
    public Tick exchange(Frame say) {
        ended.ifPresent(over -> {
            throw over;
        });
        Frame silence = Frame.silence(rate());
        return keys.isEmpty() ? new Tick(silence) : new Tick(silence, List.of(new Signal.Key(keys.removeFirst(), KEY)));
    }

    @Override
    public void hangUp(HangupCause cause) {
        end(CallEnded.By.US, cause);
    }

    private void end(CallEnded.By by, HangupCause cause) {
        if (ended.isEmpty()) {
            ended = Optional.of(new CallEnded(by, cause));
        }
    }

    @Override
    public boolean isOver() {
        return ended.isPresent();
    }

    @Override
    public Set<Language> languages() {
        return EnumSet.allOf(Language.class);
    }

    @Override
    public Set<String> unknownWords(Language language, List<String> phrases) {
        return Set.of();
    }

    @Override
    public void close() {}

    /** An utterance that is there at once. */
    private record Typed(Transcript text, boolean hasFailed) implements Recognition {
        @Override
        public void accept(Frame heard) {}

        @Override
        public Transcript partial() {
            return hasFailed ? Transcript.EMPTY : text;
        }

        @Override
        public CompletableFuture<Transcript> finish() {
            return CompletableFuture.completedFuture(partial());
        }

        @Override
        public void close() {}
    }
}
