package org.hotline;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline.call.asterisk.ami.Ami;
import org.hotline.call.asterisk.ami.AmiHealth;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.recording.Recordings;
import org.hotline.speech.Language;
import org.hotline.supervision.web.Vital;

/** What of the house is asked after by {@code /health}, and what to do when it is unwell. */
final class Vitals {
    private static final Duration LATE = Duration.ofSeconds(1);

    private Vitals() {}

    static List<Vital> of(Storage storage, Voices voices, MediaEngine media, Recordings recordings, Optional<Ami> ami) {
        List<Vital> vitals = new ArrayList<>(List.of(
                new Vital("database", () -> database(storage)),
                new Vital("recognizer", () -> recognizer(voices)),
                new Vital("media", () -> media(media)),
                new Vital("recordings", () -> recordings(recordings))));
        ami.ifPresent(connection -> vitals.add(new Vital("asterisk", () -> asterisk(connection))));
        return vitals;
    }

    private static Optional<String> asterisk(Ami ami) {
        AmiHealth health = ami.health();
        return health.isConnected()
                ? Optional.empty()
                : Optional.of("Not logged in at Asterisk's manager interface: " + health.trouble()
                        + ". Look at asterisk.ami here and at manager.conf there; it is tried again by itself.");
    }

    private static Optional<String> database(Storage storage) {
        try (Connection connection = storage.dataSource().getConnection()) {
            return connection.isValid(1) && !storage.journal().isLagging()
                    ? Optional.empty()
                    : Optional.of(
                            "The database does not take what calls tell, which stays in the journal on disk until it does.");
        } catch (SQLException away) {
            return Optional.of("The database is away; calls are kept in the journal on disk until it is back.");
        }
    }

    private static Optional<String> recognizer(Voices voices) {
        for (Language language : Language.values()) {
            if (!voices.recognizer().languages().contains(language)) {
                return Optional.of("Nothing recognises " + language.tag()
                        + " now; callers are asked to use keys. See ./hotline models list.");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> media(MediaEngine media) {
        return media.health().pacerAge().compareTo(LATE) > 0
                ? Optional.of("The pacer of the sound is late; the machine is overloaded.")
                : Optional.empty();
    }

    private static Optional<String> recordings(Recordings recordings) {
        return recordings.isFailing()
                ? Optional.of(
                        "Recordings cannot be written: make room on the data folder's disk. Calls go on unrecorded.")
                : Optional.empty();
    }
}
