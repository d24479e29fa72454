package org.hotline.speech.vosk;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The vosk-server WebSocket protocol (github.com/alphacep/vosk-server) over one model, on the loopback interface: an
 * optional {@code config}, then binary sound, each message answered by a partial or final result, then {@code eof}, or
 * {@code reset} before another {@code config} or more sound.
 * {@code GET /status} tells the supervisor how it goes. Decoding runs on a bounded pool of platform threads.
 */
final class RecognizerServer implements AutoCloseable {
    private static final int BIGGEST_MESSAGE = 1 << 20;
    private static final int TRY_AGAIN_LATER = 1013; // IANA WebSocket close codes
    private static final int CANNOT_ACCEPT = 1003; // RFC 6455 section 7.4.1
    private static final int NORMAL = 1000;
    private static final Duration LONGEST_IDLE = Duration.ofHours(1); // clients open connections in advance
    private static final JsonMapper JSON = new JsonMapper();

    private final VoskModel model;
    private final int mostConnections;
    private final ExecutorService workers;
    private final DecodingTime time = new DecodingTime();
    private final Map<String, Decoding> decodings = new ConcurrentHashMap<>();
    private final Javalin web;

    /**
     * Starts serving.
     *
     * @param port 0 for any free one
     * @param threads workers that decode
     * @param mostConnections beyond which a client is asked to try again later
     */
    RecognizerServer(VoskModel model, int port, int threads, int mostConnections) {
        this.model = model;
        this.mostConnections = mostConnections;
        this.workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("decoder-", 0).daemon().factory());
        this.web = Javalin.create(this::configure).start("127.0.0.1", port);
    }

    /** The port it listens on. */
    int port() {
        return web.port();
    }

    @Override
    public void close() {
        web.stop();
        workers.shutdown();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.jetty.modifyWebSocketServletFactory(factory -> {
            factory.setIdleTimeout(LONGEST_IDLE);
            factory.setMaxBinaryMessageSize(BIGGEST_MESSAGE);
        });
        config.routes.get(
                "/status",
                context -> context.contentType("application/json").result(JSON.writeValueAsString(status())));
        config.routes.ws("/", this::protocol);
    }

    private Map<String, Object> status() {
        return Map.of("streams", decodings.size(), "sound", time.sound(), "decoding", time.decoding());
    }

    private void protocol(WsConfig connection) {
        connection.onConnect(this::connected);
        connection.onMessage(message -> {
            Optional<Decoding.Message> understood = read(message.message());
            if (understood.isEmpty()) {
                message.closeSession(CANNOT_ACCEPT, "expected {\"config\": ...}, {\"reset\" : 1} or {\"eof\" : 1}");
            } else {
                hand(message, understood.get());
            }
        });
        connection.onBinaryMessage(message -> hand(message, Decoding.sound(message.data())));
        connection.onClose(context -> gone(context));
        connection.onError(context -> gone(context));
    }

    private void connected(WsContext context) {
        if (decodings.size() >= mostConnections) {
            context.closeSession(TRY_AGAIN_LATER, "too many connections");
            return;
        }
        decodings.put(
                context.sessionId(),
                new Decoding(model, workers, time, context::send, () -> context.closeSession(NORMAL, "")));
    }

    private void hand(WsContext context, Decoding.Message message) {
        Decoding decoding = decodings.get(context.sessionId());
        if (decoding != null && !decoding.accept(message)) {
            context.closeSession(TRY_AGAIN_LATER, "a minute of sound is waiting already");
        }
    }

    private void gone(WsContext context) {
        Decoding decoding = decodings.remove(context.sessionId());
        if (decoding != null) {
            decoding.accept(new Decoding.Message.Gone());
        }
    }

    /** A message in words, or nothing if it is none of the protocol's. */
    static Optional<Decoding.Message> read(String text) {
        try {
            JsonNode message = JSON.readTree(text);
            if (message.has("eof")) {
                return Optional.of(new Decoding.Message.End());
            }
            if (message.has("reset")) {
                return Optional.of(new Decoding.Message.Next());
            }
            JsonNode config = message.path("config");
            return config.isObject() ? configuration(config) : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<Decoding.Message> configuration(JsonNode config) {
        Decoding.Message.Configuration usual = Decoding.Message.Configuration.USUAL;
        double rate = config.path("sample_rate").asDouble(usual.rate());
        if (rate < 8000 || rate > 48000) {
            return Optional.empty();
        }
        List<String> phrases = new ArrayList<>();
        for (JsonNode phrase : config.path("phrase_list")) {
            phrases.add(phrase.asString(""));
        }
        return Optional.of(new Decoding.Message.Configuration(
                (float) rate,
                phrases,
                config.path("words").asInt(config.path("words").asBoolean(usual.words()) ? 1 : 0) != 0,
                Math.clamp(config.path("max_alternatives").asInt(usual.alternatives()), 0, 10)));
    }
}
