package org.hotline.chores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;
import org.hotline.call.CallId;
import org.hotline.chores.Chore.Outcome;
import org.hotline.history.CallEvent.Answered;
import org.hotline.history.CallEvent.Arrived;
import org.hotline.history.CallEvent.Ended;
import org.hotline.history.CallEvent.MessageTranscribed;
import org.hotline.history.CallEvent.Purged;
import org.hotline.history.CallEvent.RecordingArchived;
import org.hotline.history.CallEvent.RecordingLost;
import org.hotline.history.CallEvent.RecordingStarted;
import org.hotline.history.CallEvent.VoicemailLeft;
import org.hotline.history.Ending;
import org.hotline.history.MemoryCallStore;
import org.hotline.history.Stories;
import org.hotline.recording.Archive;
import org.hotline.recording.Message;
import org.hotline.recording.Recorder;
import org.hotline.recording.Recordings;
import org.hotline.recording.ToneCall;
import org.hotline.speech.Language;
import org.hotline.speech.Recognition;
import org.hotline.speech.Recognizer;
import org.hotline.speech.Transcript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChoresTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Ending SERVED = new Ending.Completed(Ending.Where.IN_CONVERSATION);

    private final MemoryCallStore store = new MemoryCallStore();
    private final InstantSource clock = InstantSource.fixed(NOON.plusSeconds(60));

    @TempDir
    Path folder;

    private Recordings recordings;

    @BeforeEach
    void open() {
        recordings = new Recordings(folder);
    }

    @AfterEach
    void close() {
        recordings.close();
    }

    @Test
    void archivesWhatIsOver() throws Exception {
        CallId call = recordedCall();
        String file = store.find(call).orElseThrow().recording().orElseThrow();
        Archiving archiving = archiving(new RenamingArchive(recordings));
        assertThat(archiving.run()).isEqualTo(Outcome.NOTHING);

        store.append(call, new Ended(NOON, SERVED));
        assertThat(archiving.run()).isEqualTo(new Outcome(1, 0, ""));
        assertThat(store.events(call))
                .last()
                .isEqualTo(
                        new RecordingArchived(clock.instant(), file.replace(".wav", ".opus"), Duration.ofSeconds(1)));
        assertThat(archiving.run()).isEqualTo(Outcome.NOTHING);
    }

    @Test
    void recordingStillBeingWrittenIsLeftAlone() {
        Recorder recorder = recordings.record(new ToneCall(50));
        arrives(recorder.id());
        store.append(recorder.id(), new RecordingStarted(NOON, recorder.file()));
        store.append(recorder.id(), new Ended(NOON, SERVED));
        assertThat(archiving(new RenamingArchive(recordings)).run()).isEqualTo(Outcome.NOTHING);
    }

    @Test
    void recordingThatWasNeverWrittenIsSaidToBeLost() {
        CallId call = arrives(CallId.at(NOON));
        store.append(call, new RecordingStarted(NOON, "2026/11/21/nothing.wav"));
        store.append(call, new Ended(NOON, SERVED));
        archiving(new RenamingArchive(recordings)).run();
        assertThat(store.events(call)).last().isEqualTo(new RecordingLost(clock.instant(), "no file"));
        assertThat(store.find(call).orElseThrow().recording()).isEmpty();
    }

    @Test
    void oneThatFailsKeepsNoOtherBackAndWaits() throws Exception {
        CallId bad = recordedCall();
        CallId good = recordedCall();
        store.append(bad, new Ended(NOON, SERVED));
        store.append(good, new Ended(NOON, SERVED));
        String broken = store.find(bad).orElseThrow().recording().orElseThrow();
        Archiving archiving = archiving(new RenamingArchive(recordings) {
            @Override
            public Archived archive(String file) {
                if (file.equals(broken)) {
                    throw new UncheckedIOException(new IOException("cannot read " + file));
                }
                return super.archive(file);
            }
        });
        Outcome first = archiving.run();
        assertThat(first.done()).isEqualTo(1);
        assertThat(first.failed()).isEqualTo(1);
        assertThat(first.problem()).contains("cannot read");
        assertThat(archiving.run()).isEqualTo(Outcome.NOTHING);
        assertThat(recordings.path(broken)).exists();
    }

    @Test
    void retentionDeletesAudioAndWordsOfOldCallsAndKeepsTheirRecords() throws Exception {
        CallId old = recordedCall();
        store.append(old, Stories.turn(NOON, 1));
        String message = message(old);
        store.append(old, new Ended(NOON, SERVED));
        Retention retention =
                new Retention(store, recordings, Duration.ofDays(30), () -> NOON.plus(Duration.ofDays(31)));
        Retention tooEarly =
                new Retention(store, recordings, Duration.ofDays(30), () -> NOON.plus(Duration.ofDays(29)));
        assertThat(tooEarly.run()).isEqualTo(Outcome.NOTHING);
        assertThat(recordings.path(message)).exists();

        assertThat(retention.run()).isEqualTo(new Outcome(1, 0, ""));
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
        assertThat(store.events(old)).last().isInstanceOf(Purged.class);
        assertThat(store.find(old).orElseThrow().turns()).isEqualTo(1);
        assertThat(retention.run()).isEqualTo(Outcome.NOTHING);
    }

    @Test
    void interruptedCallsEndWhereTheirRecordingEnds() throws Exception {
        CallId recorded = recordedCall();
        CallId bare = arrives(CallId.at(NOON));
        store.append(bare, new Answered(NOON.plusSeconds(3), "shop", "en"));
        CallId over = arrives(CallId.at(NOON));
        store.append(over, new Ended(NOON, SERVED));

        List<CallId> interrupted = new CrashRecovery(store, recordings, first -> false).run();

        assertThat(interrupted).containsExactlyInAnyOrder(recorded, bare);
        assertThat(store.events(recorded)).last().isEqualTo(new Ended(NOON.plusSeconds(1), new Ending.Interrupted()));
        assertThat(store.events(bare)).last().isEqualTo(new Ended(NOON.plusSeconds(3), new Ending.Interrupted()));
        assertThat(store.find(over).orElseThrow().ending()).contains(SERVED);
        assertThat(new CrashRecovery(store, recordings, first -> false).run()).isEmpty();
    }

    @Test
    void messagesBecomeText() throws Exception {
        CallId call = arrives(CallId.at(NOON));
        store.append(call, new Answered(NOON, "shop", "en"));
        String file = message(call);
        store.append(call, new Ended(NOON, SERVED));
        List<Frame> heard = new ArrayList<>();
        Chore chore = messages(new EchoRecognizer(heard, Transcript.of("call me back")));

        assertThat(chore.run()).isEqualTo(new Outcome(1, 0, ""));
        assertThat(heard).hasSize(50);
        assertThat(store.events(call))
                .last()
                .isEqualTo(new MessageTranscribed(clock.instant(), file, "call me back", 1));
        assertThat(chore.run()).isEqualTo(Outcome.NOTHING);
    }

    @Test
    void messageWaitsUntilARecognizerCanReadIt() throws Exception {
        CallId call = arrives(CallId.at(NOON));
        store.append(call, new Answered(NOON, "shop", "zh"));
        message(call);
        store.append(call, new Ended(NOON, SERVED));
        assertThat(messages(new EchoRecognizer(new ArrayList<>(), Transcript.EMPTY))
                        .run())
                .isEqualTo(Outcome.NOTHING);
        assertThat(store.untranscribed(9)).hasSize(1);
    }

    private CallId arrives(CallId call) {
        store.append(call, new Arrived(NOON, "1001", "4000", Optional.empty(), "test"));
        return call;
    }

    /** One second, finished, of a call that goes on. */
    private CallId recordedCall() throws Exception {
        Recorder recorder = recordings.record(new ToneCall(50));
        arrives(recorder.id());
        store.append(recorder.id(), new RecordingStarted(NOON, recorder.file()));
        recorder.answer();
        for (int i = 0; i < 50; i++) {
            recorder.exchange(ToneCall.level(5));
        }
        recorder.close();
        recorder.finished().get(10, TimeUnit.SECONDS);
        Awaitility.await().until(() -> !recordings.isOpen(recorder.file()));
        return recorder.id();
    }

    /** One second. */
    private String message(CallId call) throws Exception {
        Message message = recordings.message(call, 8_000);
        for (int i = 0; i < 50; i++) {
            message.accept(ToneCall.level(i));
        }
        message.close();
        message.finished().get(10, TimeUnit.SECONDS);
        store.append(call, new VoicemailLeft(NOON, "shop", message.file(), Duration.ofSeconds(1)));
        return message.file();
    }

    private Archiving archiving(Archive archive) {
        return new Archiving(store, recordings, archive, clock);
    }

    private Chore messages(Recognizer recognizer) {
        return new MessageTranscription(
                store, recordings, new RenamingArchive(recordings), recognizer, Duration.ofNanos(100_000), clock);
    }

    /** Archives by renaming. */
    private static class RenamingArchive implements Archive {
        private final Recordings recordings;

        RenamingArchive(Recordings recordings) {
            this.recordings = recordings;
        }

        @Override
        public Archived archive(String file) {
            Duration length = recordings.repair(file);
            String archived = file.replace(".wav", ".opus");
            try {
                Files.move(recordings.path(file), recordings.path(archived));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Archived(archived, length);
        }

        @Override
        public List<Pcm> read(String file, int rate) {
            return List.of(Pcm.silence(recordings.repair(file), rate));
        }
    }

    /** Understands the same whatever it hears; English only. */
    private record EchoRecognizer(List<Frame> heard, Transcript understood) implements Recognizer {
        @Override
        public Recognition listen(Language language, int rate, List<String> phrases) {
            return new Recognition() {
                @Override
                public void accept(Frame frame) {
                    heard.add(frame);
                }

                @Override
                public Transcript partial() {
                    return Transcript.EMPTY;
                }

                @Override
                public CompletableFuture<Transcript> finish() {
                    return CompletableFuture.completedFuture(understood);
                }

                @Override
                public boolean hasFailed() {
                    return false;
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public Set<Language> languages() {
            return Set.of(Language.ENGLISH);
        }

        @Override
        public Set<String> unknownWords(Language language, List<String> phrases) {
            return Set.of();
        }

        @Override
        public void close() {}
    }
}
