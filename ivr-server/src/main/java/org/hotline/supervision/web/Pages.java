package org.hotline.supervision.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The pages for people: one document that draws them all, and its scripts and styles. Built by npm into {@code /web} of
 * the class path; a server that was built without them says how to build them.
 */
final class Pages {
    private static final String ROOT = "/web";
    private static final String NONCE = "__NONCE__";
    private static final String UNBUILT = """
            The server works, but it was built without its pages.

            To build them, install Node.js 20.19 or newer with npm, then run
                mvn package
            in the project's folder and start the server again. The REST interface works without them: see /health.
            """;

    private final SecureRandom random = new SecureRandom();
    private final Optional<String> document = read(ROOT + "/index.html");

    void addTo(JavalinConfig config) {
        if (document.isEmpty()) {
            return;
        }
        config.staticFiles.add(files -> {
            files.hostedPath = "/assets";
            files.directory = ROOT + "/assets";
            files.location = Location.CLASSPATH;
            files.roles = Set.of(Route.EVERYONE);
            files.headers = Map.of("Cache-Control", "public, max-age=31536000, immutable");
        });
    }

    List<Route> routes() {
        return Stream.of(
                        "/",
                        "/login",
                        "/calls",
                        "/calls/{id}",
                        "/search",
                        "/training",
                        "/desk",
                        "/users",
                        "/audit",
                        "/account")
                .map(path -> Route.read(path, Route.EVERYONE, this::show))
                .toList();
    }

    /** The document, with a fresh nonce for the one style element that the waveform player makes. */
    void show(Context request) {
        if (document.isEmpty()) {
            request.contentType("text/plain; charset=utf-8").result(UNBUILT);
            return;
        }
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        request.header("Content-Security-Policy", contentSecurityPolicy("'self' 'nonce-" + nonce + "'"))
                .header("Cache-Control", "no-store")
                .html(document.get().replace(NONCE, nonce));
    }

    /** Nothing from elsewhere, nothing inline. */
    static String contentSecurityPolicy(String styles) {
        return "default-src 'none'; script-src 'self'; style-src " + styles
                + "; img-src 'self' data:; media-src 'self' blob:; connect-src 'self'; font-src 'self'; form-action 'self'; "
                + "base-uri 'none'; frame-ancestors 'none'";
    }

    private static Optional<String> read(String resource) {
        try (InputStream file = Pages.class.getResourceAsStream(resource)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
