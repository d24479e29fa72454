package org.hotline.chores;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;
import org.hotline.history.CallEvent.MessageTranscribed;
import org.hotline.history.CallEvent.VoicemailLeft;
import org.hotline.history.CallStore;
import org.hotline.history.Cdr;
import org.hotline.recording.Archive;
import org.hotline.recording.Recordings;
import org.hotline.speech.Dictation;
import org.hotline.speech.Language;
import org.hotline.speech.Recognizer;
import org.hotline.speech.Transcript;

/** Turns voicemail messages into text, one after the other, in their own time so that callers are not in their way. */
public final class MessageTranscription implements Chore {
    private static final int AT_MOST = 20;
    private static final int RATE = 16_000;

    private final CallStore store;
    private final Recordings recordings;
    private final Archive archive;
    private final Recognizer recognizer;
    private final Duration frameTime;
    private final InstantSource clock;

    /** At the pace they were spoken. */
    public MessageTranscription(
            CallStore store, Recordings recordings, Archive archive, Recognizer recognizer, InstantSource clock) {
        this(store, recordings, archive, recognizer, Duration.ofMillis(Frame.MILLIS), clock);
    }

    MessageTranscription(
            CallStore store,
            Recordings recordings,
            Archive archive,
            Recognizer recognizer,
            Duration frameTime,
            InstantSource clock) {
        this.store = store;
        this.recordings = recordings;
        this.archive = archive;
        this.recognizer = recognizer;
        this.frameTime = frameTime;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public Outcome run() {
        Outcome outcome = Outcome.NOTHING;
        for (Cdr cdr : store.untranscribed(AT_MOST)) {
            Optional<Language> language = language(cdr);
            if (language.isPresent()) {
                for (String file : due(cdr)) {
                    outcome = transcribe(cdr, file, language.get(), outcome);
                }
            }
        }
        return outcome;
    }

    /** The call's language, if there is a model for it now. */
    private Optional<Language> language(Cdr cdr) {
        return recognizer.languages().stream()
                .filter(language -> language.tag().equals(cdr.language()))
                .findFirst();
    }

    private List<String> due(Cdr cdr) {
        List<String> left = new ArrayList<>();
        Set<String> transcribed = store.events(cdr.id()).stream()
                .filter(MessageTranscribed.class::isInstance)
                .map(event -> ((MessageTranscribed) event).file())
                .collect(Collectors.toSet());
        store.events(cdr.id()).forEach(event -> {
            if (event instanceof VoicemailLeft message && !transcribed.contains(message.file())) {
                left.add(message.file());
            }
        });
        return left;
    }

    private Outcome transcribe(Cdr cdr, String file, Language language, Outcome before) {
        try {
            Optional<Transcript> text =
                    Files.exists(recordings.path(file)) ? text(file, language) : Optional.of(Transcript.EMPTY);
            if (text.isEmpty()) {
                return before.but(new IllegalStateException("the recognizer failed"));
            }
            Instant now = clock.instant();
            store.append(
                            cdr.id(),
                            new MessageTranscribed(
                                    now, file, text.get().written(), text.get().confidence()))
                    .join();
            return before.and();
        } catch (UncheckedIOException e) {
            return before.but(e);
        }
    }

    /** What was heard; nothing if the recognizer failed. */
    private Optional<Transcript> text(String file, Language language) {
        Pcm said = archive.read(file, RATE).getFirst();
        return new Dictation(recognizer, language, frameTime).text(said);
    }
}
