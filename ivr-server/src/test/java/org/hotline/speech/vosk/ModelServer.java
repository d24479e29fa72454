package org.hotline.speech.vosk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A web server with one zip, which understands ranges and can break off. */
public final class ModelServer implements AutoCloseable {
    private final HttpServer server;
    private final List<String> ranges = new ArrayList<>();
    private byte[] zip;
    private int breakAfter = Integer.MAX_VALUE;

    public ModelServer(byte[] zip) throws IOException {
        this.zip = zip;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/m.zip", this::answer);
        server.start();
    }

    /** A zip of files by name. */
    public static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** The folder in which the zip is. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void breakAfter(int bytes) {
        breakAfter = bytes;
    }

    void serve(byte[] other) {
        zip = other;
    }

    /** The ranges asked for, "" for none. */
    List<String> ranges() {
        return ranges;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(range == null ? "" : range);
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        if (from >= zip.length) {
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        exchange.sendResponseHeaders(range == null ? 200 : 206, zip.length - from);
        int to = Math.min(zip.length, breakAfter);
        breakAfter = Integer.MAX_VALUE;
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(Arrays.copyOfRange(zip, from, to));
            body.flush(); // or nothing arrives before the connection breaks, and the client quietly asks again
        }
    }
}
