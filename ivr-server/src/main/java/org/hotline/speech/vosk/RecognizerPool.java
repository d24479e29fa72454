package org.hotline.speech.vosk;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotline.speech.FailedRecognition;
import org.hotline.speech.Language;
import org.hotline.speech.Recognition;
import org.hotline.speech.Recognizer;

/**
 * Recognition by processes of our own, some for each language: an utterance goes to the one with the least to do. When a
 * process dies, what it was hearing fails at once and is heard no further; calls go on, and the process is replaced.
 *
 * <p>Any thread may call.
 */
public final class RecognizerPool implements Recognizer {
    /**
     * How the pool is doing.
     *
     * @param realtimeFactor seconds of decoding a second of sound since the start; 0 before any sound
     * @param activeStreams utterances being heard now
     * @param restarts processes started anew because one died
     * @param recycled processes replaced because one had grown
     */
    public record Figures(double realtimeFactor, int activeStreams, int restarts, int recycled) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Language, List<RecognizerPlace>> places = new EnumMap<>(Language.class);
    private final Map<Language, Vocabulary> vocabularies = new EnumMap<>(Language.class);

    /**
     * Starts the processes in the background.
     *
     * @param models folder of the model for each language
     * @throws IOException if a folder holds no readable model
     */
    public RecognizerPool(RecognizerSettings settings, Map<Language, Path> models) throws IOException {
        for (var model : models.entrySet()) {
            vocabularies.put(model.getKey(), Vocabulary.of(model.getValue()));
        }
        models.forEach((language, folder) -> {
            List<RecognizerPlace> all = new ArrayList<>();
            for (int i = 0; i < settings.processes(); i++) {
                all.add(new RecognizerPlace(settings, language, folder, client));
            }
            places.put(language, all);
        });
    }

    /** Waits until every process is ready, at most so long; false if some is not. */
    public boolean awaitReady(Duration within) throws InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        boolean ready = true;
        for (RecognizerPlace place : all().toList()) {
            ready &= place.awaitReady(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
        return ready;
    }

    @Override
    public Recognition listen(Language language, int rate, List<String> phrases) {
        return serving(language)
                .min(Comparator.comparingInt(child -> child.server().active()))
                .map(child -> child.server().listen(rate, phrases))
                .orElseGet(FailedRecognition::new);
    }

    @Override
    public Set<Language> languages() {
        return places.keySet().stream()
                .filter(language -> serving(language).findAny().isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> unknownWords(Language language, List<String> phrases) {
        return Optional.ofNullable(vocabularies.get(language))
                .map(vocabulary -> vocabulary.unknown(phrases))
                .orElse(Set.of());
    }

    /** How it is doing; decoding times are as of the last health check. */
    public Figures figures() {
        double sound = all().mapToDouble(place -> place.total().sound()).sum();
        double decoding = all().mapToDouble(place -> place.total().decoding()).sum();
        return new Figures(
                sound > 0 ? decoding / sound : 0,
                places.keySet().stream()
                        .flatMap(this::serving)
                        .mapToInt(child -> child.server().active())
                        .sum(),
                all().mapToInt(RecognizerPlace::restarts).sum(),
                all().mapToInt(RecognizerPlace::recycled).sum());
    }

    /** The processes now serving, for whoever wants to see or end one. */
    public Set<Long> processes() {
        return places.keySet().stream()
                .flatMap(this::serving)
                .map(RecognizerChild::pid)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void close() {
        all().forEach(RecognizerPlace::close);
        client.shutdownNow();
    }

    private Stream<RecognizerPlace> all() {
        return places.values().stream().flatMap(List::stream);
    }

    private Stream<RecognizerChild> serving(Language language) {
        return places.getOrDefault(language, List.of()).stream()
                .map(RecognizerPlace::serving)
                .flatMap(Optional::stream);
    }
}
