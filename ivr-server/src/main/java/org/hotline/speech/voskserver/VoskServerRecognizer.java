package org.hotline.speech.voskserver;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline.speech.FailedRecognition;
import org.hotline.speech.Language;
import org.hotline.speech.Recognition;
import org.hotline.speech.Recognizer;

/**
 * Recognition by vosk-servers somebody else runs, one a language. What words they know cannot be asked, so none is called
 * unknown.
 */
public final class VoskServerRecognizer implements Recognizer {
    private static final int SPARES = 4;

    /** What the official models were trained for. */
    private static final int WIDE_BAND = 16_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Language, VoskServer> servers = new EnumMap<>(Language.class);

    /**
     * @param addresses WebSocket addresses by language, e.g. {@code ws://127.0.0.1:2700}
     */
    public VoskServerRecognizer(Map<Language, URI> addresses) {
        addresses.forEach(
                (language, address) -> servers.put(language, VoskServer.foreign(address, client, SPARES, WIDE_BAND)));
    }

    @Override
    public Recognition listen(Language language, int rate, List<String> phrases) {
        return Optional.ofNullable(servers.get(language))
                .map(server -> server.listen(rate, phrases))
                .orElseGet(FailedRecognition::new);
    }

    @Override
    public Set<Language> languages() {
        return Set.copyOf(servers.keySet());
    }

    @Override
    public Set<String> unknownWords(Language language, List<String> phrases) {
        return Set.of();
    }

    @Override
    public void close() {
        servers.values().forEach(VoskServer::close);
        client.shutdownNow();
    }
}
