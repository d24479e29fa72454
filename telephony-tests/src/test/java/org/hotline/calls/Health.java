package org.hotline.calls;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.hotline.workbench.Trial;

/** What an operator's tools ask a hotline over HTTP. */
final class Health {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Health() {}

    /** The health page. */
    static String of(Trial hotline) {
        return page(hotline, "/health");
    }

    /** The numbers. */
    static String metrics(Trial hotline) {
        return page(hotline, "/metrics");
    }

    private static String page(Trial hotline, String path) {
        URI address = URI.create("http://127.0.0.1:" + hotline.house().webPort() + path);
        try {
            return CLIENT.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException away) {
            throw new AssertionError("the pages do not answer", away);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
