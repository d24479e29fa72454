package org.hotline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.hotline.understanding.Example;

/** Examples from a CSV file: a header, then a text and its label in each row; the label {@code oos} is out of scope. */
final class LabelledTexts {
    private static final String OUT_OF_SCOPE = "oos";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private LabelledTexts() {}

    /** @throws IOException whose message says place, what is wrong and what was expected */
    static List<Example> read(Path file) throws IOException {
        String content = content(file);
        List<Example> examples = new ArrayList<>();
        long line = 1;
        try (CSVParser rows = CSVParser.parse(content, FORMAT)) {
            for (CSVRecord row : rows) {
                if (row.getRecordNumber() > 1) {
                    examples.add(example(file, line, row));
                }
                line = rows.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException malformed) {
            throw new IOException(
                    "%s:%d: a quote is wrong here: a text with a comma, a quote or a line break stands in double quotes, and a quote in it is written twice"
                            .formatted(file, line),
                    malformed);
        }
        if (examples.isEmpty()) {
            throw new IOException("%s:1: no rows after the header: expected text,label in each".formatted(file));
        }
        return examples;
    }

    private static String content(Path file) throws IOException {
        try {
            String content = Files.readString(file);
            return content.startsWith("\uFEFF") ? content.substring(1) : content;
        } catch (NoSuchFileException absent) {
            throw new IOException("%s: there is no such file".formatted(file), absent);
        } catch (CharacterCodingException other) {
            throw new IOException("%s: not UTF-8: save it as UTF-8".formatted(file), other);
        }
    }

    private static Example example(Path file, long line, CSVRecord row) throws IOException {
        if (row.size() != 2) {
            throw new IOException(
                    "%s:%d: %d columns instead of two: expected text,label; a text with a comma stands in double quotes"
                            .formatted(file, line, row.size()));
        }
        String label = row.get(1).strip();
        if (row.get(0).isBlank() || label.isEmpty()) {
            throw new IOException("%s:%d: the %s is empty: expected text,label"
                    .formatted(file, line, label.isEmpty() ? "label" : "text"));
        }
        return new Example(row.get(0), label.equals(OUT_OF_SCOPE) ? Example.OUT_OF_SCOPE : label);
    }
}
