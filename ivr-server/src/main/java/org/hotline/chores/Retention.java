package org.hotline.chores;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.hotline.history.CallEvent;
import org.hotline.history.CallEvent.RecordingArchived;
import org.hotline.history.CallEvent.RecordingStarted;
import org.hotline.history.CallEvent.VoicemailLeft;
import org.hotline.history.CallStore;
import org.hotline.history.Cdr;
import org.hotline.recording.Recordings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets old calls: deletes their audio, what was said and what the search knows of it. Their records stay. */
public final class Retention implements Chore {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int PAGE = 100;

    private final CallStore store;
    private final Recordings recordings;
    private final Duration keep;
    private final InstantSource clock;

    /**
     * @param store the one that tells the search what is purged
     * @param keep how long audio and words are kept
     */
    public Retention(CallStore store, Recordings recordings, Duration keep, InstantSource clock) {
        this.store = store;
        this.recordings = recordings;
        this.keep = keep;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public Outcome run() {
        Outcome outcome = Outcome.NOTHING;
        List<Cdr> page;
        do {
            page = store.unpurged(clock.instant().minus(keep), PAGE);
            for (Cdr cdr : page) {
                outcome = purge(cdr, outcome);
            }
        } while (page.size() == PAGE && outcome.failed() == 0);
        return outcome;
    }

    private Outcome purge(Cdr cdr, Outcome before) {
        Instant now = clock.instant();
        try {
            for (CallEvent event : store.events(cdr.id())) {
                deleteAudio(event);
            }
            store.purge(cdr.id(), now);
            LOG.atInfo().addKeyValue("call", cdr.id()).log("retention purged a call");
            return before.and();
        } catch (IOException e) {
            return before.but(e);
        }
    }

    private void deleteAudio(CallEvent event) throws IOException {
        switch (event) {
            case RecordingStarted started -> recordings.delete(started.file());
            case RecordingArchived archived -> recordings.delete(archived.file());
            case VoicemailLeft left -> recordings.delete(left.file());
            case CallEvent ignored -> {}
        }
    }
}
