package org.hotline.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hotline.speech.Language;

/** Sentences with their issues, a line each: {@code text,issue,language} under a heading. RFC 4180. */
public final class RegressionFile {
    /** The file's name in a hotline's folder. */
    public static final String NAME = "regression.csv";

    private RegressionFile() {}

    /**
     * What a folder's file says; empty if there is none.
     *
     * @throws Refused if a line cannot be read, naming it
     */
    public static List<Regression.Item> in(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<Regression.Item> items = new ArrayList<>();
            List<String> lines = Files.readAllLines(file);
            for (int i = 1; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    items.add(item(Csv.fields(lines.get(i)), NAME + ":" + (i + 1)));
                }
            }
            return List.copyOf(items);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Such a file. */
    public static String text(List<Regression.Item> items) {
        StringBuilder text = new StringBuilder("text,issue,language\n");
        items.forEach(item -> text.append(
                        Csv.line(item.text(), item.issue(), item.language().tag()))
                .append('\n'));
        return text.toString();
    }

    private static Regression.Item item(List<String> fields, String place) {
        if (fields.size() != 3) {
            throw new Refused(place + " has " + fields.size() + " fields", "write text,issue,language");
        }
        try {
            return new Regression.Item(fields.get(0), fields.get(1), Language.of(fields.get(2)), place);
        } catch (IllegalArgumentException unknown) {
            throw new Refused(place + ": the language \"" + fields.get(2) + "\" is unknown", "write en or zh");
        }
    }
}
