package org.hotline.conversation.openai;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** A server that speaks OpenAI's protocol for chats: answers what it is told to, one answer after the other, the last one for ever. */
public final class ModelOnLoopback implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SLOWLY = "slowly";

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final List<String> answers = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    public ModelOnLoopback() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    /** The base of the interface. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** Answers so from now on: {@code 200 TEXT} says the text, {@code 500 TEXT} is refused with it. */
    public ModelOnLoopback says(String... next) {
        answers.clear();
        answers.addAll(List.of(next));
        return this;
    }

    /** Takes the request, sends a head, and no answer as long as it is open. */
    public ModelOnLoopback keepsWaiting() {
        return says(SLOWLY);
    }

    /** What was asked. */
    public List<String> bodies() {
        return bodies;
    }

    /** What the requests had as authorization. */
    public List<String> keys() {
        return keys;
    }

    private void answer(HttpExchange exchange) throws IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        String next = answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
        if (next.equals(SLOWLY)) {
            waitFor(exchange);
            return;
        }
        int status = Integer.parseInt(next.substring(0, 3));
        byte[] body =
                (status == 200 ? completion(next.substring(4)) : next.substring(4)).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void waitFor(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1_000);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        try {
            closing.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static String completion(String content) {
        return """
                {"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "small",
                 "choices": [{"index": 0, "message": {"role": "assistant", "content": %s}, "finish_reason": "stop"}],
                 "usage": {"prompt_tokens": 9, "completion_tokens": 9, "total_tokens": 18}}""".formatted(JSON.writeValueAsString(content));
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
