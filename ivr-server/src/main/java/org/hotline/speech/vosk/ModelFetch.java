package org.hotline.speech.vosk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * Fetches a model's zip, checks it, and unpacks it into its folder. What was fetched before an interruption is kept in
 * {@code NAME.zip.part} and continued (HTTP ranges, RFC 9110 section 14); a {@code NAME.zip} that somebody put into the
 * folder is used instead of the network.
 */
public final class ModelFetch {
    /** Hears how far a fetch is. */
    public interface Progress {
        /**
         * So much is there now.
         *
         * @param bytes of the zip so far, counted with those of earlier attempts
         * @param total bytes of the whole zip, negative if the server does not say
         */
        void fetched(long bytes, long total);
    }

    private static final int OK = 200;
    private static final int PARTIAL_CONTENT = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(20);
    private static final int CHUNK = 1 << 16;

    private final Path folder;
    private final Optional<URI> mirror;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(LONGEST_CONNECT)
            .build();

    /**
     * @param folder of the models
     * @param mirror where to fetch from instead of the manifest's server: the folder that holds the zips
     */
    public ModelFetch(Path folder, Optional<URI> mirror) {
        this.folder = folder;
        this.mirror = mirror;
    }

    /**
     * Fetches and unpacks {@code model}.
     *
     * @throws IOException if it cannot be had, with what to do about it; what was fetched is kept unless it is wrong
     */
    public void fetch(SpeechModel model, Progress progress) throws IOException, InterruptedException {
        Path zip = folder.resolve(model.name() + ".zip");
        boolean brought = Files.exists(zip);
        Path archive = brought ? zip : folder.resolve(model.name() + ".zip.part");
        if (!brought) {
            download(address(model), archive, progress);
        }
        PinnedSums pins = new PinnedSums(folder.resolve("pinned.sha256"));
        String sum = Sha256.of(archive);
        Optional<String> expected = model.sha256().isPresent() ? model.sha256() : pins.of(model.name());
        if (expected.isPresent() && !expected.get().equals(sum)) {
            Files.delete(archive);
            throw new IOException(
                    "what was fetched for " + model.name() + " is not what it should be (SHA-256 " + sum + ", expected "
                            + expected.get() + ") and has been deleted: run the command again, or use a mirror");
        }
        ModelArchive.unpack(archive, folder.resolve(model.name()));
        if (expected.isEmpty()) {
            pins.pin(model.name(), sum);
        }
        Files.delete(archive);
    }

    private URI address(SpeechModel model) throws IOException {
        URI own = model.address()
                .orElseThrow(() -> new IOException(model.name() + " cannot be fetched: the manifest has no address"));
        return mirror.map(base -> URI.create(base + (base.getPath().endsWith("/") ? "" : "/") + fileName(own)))
                .orElse(own);
    }

    private void download(URI address, Path part, Progress progress) throws IOException, InterruptedException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
        }
        HttpResponse<InputStream> response = send(request.build());
        try (InputStream body = response.body()) {
            switch (response.statusCode()) {
                case OK -> write(body, part, 0, length(response), progress);
                case PARTIAL_CONTENT -> write(body, part, have, have + length(response), progress);
                case RANGE_NOT_SATISFIABLE -> progress.fetched(have, have); // all of it was there already
                default ->
                    throw new IOException(address + " answers " + response.statusCode()
                            + ": is the address right? A mirror can be given with --mirror URL");
            }
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (ConnectException | HttpTimeoutException offline) {
            throw new IOException(
                    "cannot reach " + request.uri().getHost() + ": is this machine online? Use --mirror URL, or put "
                            + fileName(request.uri()) + " into " + folder + " by hand and run the command again",
                    offline);
        }
    }

    private static void write(InputStream body, Path part, long from, long total, Progress progress)
            throws IOException {
        StandardOpenOption how = from > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        long at = from;
        try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
                out.write(chunk, 0, read);
                at += read;
                progress.fetched(at, total);
            }
        } catch (IOException broken) {
            throw new IOException(
                    "the connection broke after " + at + " bytes (" + broken.getMessage()
                            + "): run the command again, it goes on from there",
                    broken);
        }
    }

    private static long length(HttpResponse<InputStream> response) {
        return response.headers().firstValueAsLong("Content-Length").orElse(Long.MIN_VALUE / 2);
    }

    private static String fileName(URI address) {
        String path = address.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
