package org.hotline.supervision.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.hotline.access.AuditLog;
import org.hotline.access.LoginLimit;
import org.hotline.access.Passwords;
import org.hotline.access.Sessions;
import org.hotline.access.Users;
import org.hotline.history.CallStore;
import org.hotline.history.FieldLogs;
import org.hotline.quality.TranscriptSearch;
import org.hotline.recording.Recordings;
import org.hotline.speech.Recognizer;
import org.hotline.supervision.LiveBoard;
import org.hotline.training.Training;

/** Everything of the house that the web server shows or steers. */
public record WebPorts(
        LiveBoard board,
        CallStore calls,
        FieldLogs fieldLogs,
        TranscriptSearch search,
        Recordings recordings,
        CallControls controls,
        Door door,
        School school,
        AuditLog audit,
        PrometheusMeterRegistry metrics,
        List<Vital> vitals,
        InstantSource clock) {

    /**
     * Where trainers are at work.
     *
     * @param recognizer the one that calls use
     */
    public record School(List<Training> hotlines, Recognizer recognizer) {}

    /** Who is let in, and how. */
    public record Door(Users users, Passwords passwords, Sessions sessions, LoginLimit limit) {}
}
