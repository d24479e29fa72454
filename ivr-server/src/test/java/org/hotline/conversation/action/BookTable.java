package org.hotline.conversation.action;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The tables of the book, as the server makes them. */
public final class BookTable {
    private BookTable() {}

    public static String statements() {
        try (InputStream script =
                Objects.requireNonNull(BookTable.class.getResourceAsStream("/db/migration/V60__actions.sql"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
