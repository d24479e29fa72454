package org.hotline.speech.voskserver;

import io.javalin.Javalin;
import io.javalin.websocket.WsConfig;
import java.net.URI;
import java.util.function.Consumer;

/** A vosk-server of somebody else, with ways of its own. */
final class StrangeServer implements AutoCloseable {
    private final Javalin web;

    StrangeServer(Consumer<WsConfig> ways) {
        web = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.ws("/", ways);
                })
                .start("127.0.0.1", 0);
    }

    URI address() {
        return URI.create("ws://127.0.0.1:" + web.port() + "/");
    }

    @Override
    public void close() {
        web.stop();
    }
}
