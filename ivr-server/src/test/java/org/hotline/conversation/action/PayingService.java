package org.hotline.conversation.action;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service that pays, honours names of changes (or not), and fails at random before and after it paid. */
final class PayingService implements AutoCloseable {
    /** What goes wrong with a request. */
    private enum Fault {
        NONE,
        FAULT_BEFORE,
        FAULT_AFTER,
        CUT_BEFORE,
        CUT_AFTER,
        SILENT_AFTER,
        BUSY
    }

    /** A payment: an order and its amount. */
    record Paid(String order, long minor) {}

    private final HttpServer server;
    private final Random chance;
    private final boolean knowsAgain;
    private final Set<String> names = new HashSet<>();
    private final List<Paid> payments = new ArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private int requests;
    private boolean faulty = true;

    /** @param knowsAgain honours the header Idempotency-Key */
    PayingService(long seed, boolean knowsAgain) throws IOException {
        this.chance = new Random(seed);
        this.knowsAgain = knowsAgain;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/payments", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/payments/{order}";
    }

    /** From now on everything works. */
    synchronized void heal() {
        faulty = false;
    }

    synchronized List<Paid> payments() {
        return List.copyOf(payments);
    }

    synchronized int requests() {
        return requests;
    }

    private void take(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        JsonNode body = JsonMapper.shared()
                .readTree(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Fault fault = fault();
        switch (fault) {
            case FAULT_BEFORE -> answer(exchange, 500);
            case CUT_BEFORE -> exchange.close();
            case BUSY -> answer(exchange, 409);
            case NONE -> {
                pay(name, body);
                answer(exchange, 201);
            }
            case FAULT_AFTER -> {
                pay(name, body);
                answer(exchange, 503);
            }
            case CUT_AFTER -> {
                pay(name, body);
                exchange.close();
            }
            case SILENT_AFTER -> {
                pay(name, body);
                awaitClosing();
                exchange.close();
            }
        }
    }

    /** One request in three goes wrong; one in a hundred gets no answer at all. */
    private synchronized Fault fault() {
        requests++;
        if (!faulty) {
            return Fault.NONE;
        }
        int drawn = chance.nextInt(100);
        if (drawn == 0) {
            return Fault.SILENT_AFTER;
        }
        return drawn > 33 ? Fault.NONE : drawn % 6 == 4 ? Fault.BUSY : Fault.values()[1 + drawn % 4];
    }

    private synchronized void pay(String name, JsonNode body) {
        if (!knowsAgain || names.add(name)) {
            payments.add(new Paid(
                    body.path("order").stringValue(), body.path("minor").longValue()));
        }
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
