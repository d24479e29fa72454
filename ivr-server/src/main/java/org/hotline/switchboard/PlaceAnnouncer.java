package org.hotline.switchboard;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hotline.audio.Frame;
import org.hotline.speech.Language;
import org.hotline.speech.Synthesizer;

/**
 * Tells a waiting caller the place in the queue: at first at once, then when it has changed, but not all the time. The
 * words are made ready on another thread while the music plays on. Belongs to the call's thread; time is frames.
 */
final class PlaceAnnouncer {
    private static final int QUIET_BETWEEN = 15 * Frame.PER_SECOND;

    private final Synthesizer synthesizer;
    private final Language language;
    private final int rate;
    private CompletableFuture<List<Frame>> coming = CompletableFuture.completedFuture(List.of());
    private Iterator<Frame> speaking = List.<Frame>of().iterator();
    private int told;
    private int quietFor = QUIET_BETWEEN;

    PlaceAnnouncer(Synthesizer synthesizer, Language language, int rate) {
        this.synthesizer = synthesizer;
        this.language = language;
        this.rate = rate;
    }

    /** The announcement's next frame, if one is being made; {@code place} is the place now, 0 to be silent about it. */
    Optional<Frame> next(int place) {
        if (speaking.hasNext()) {
            quietFor = 0;
            return Optional.of(speaking.next());
        }
        if (coming.isDone()) {
            speaking = coming.join().iterator();
            coming = CompletableFuture.completedFuture(List.of());
        }
        quietFor++;
        if (place > 0 && place != told && quietFor > QUIET_BETWEEN) {
            prepare(place);
        }
        return Optional.empty();
    }

    private void prepare(int place) {
        told = place;
        quietFor = 0;
        coming = CompletableFuture.supplyAsync(
                () -> Speaking.frames(
                        synthesizer, language, Announcements.of(language).place(place), rate),
                Thread::startVirtualThread);
    }
}
