package org.hotline.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Lines of comma-separated values (RFC 4180). No field goes over a line. */
public final class Csv {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setTrim(true).get();

    private Csv() {}

    /**
     * The fields of a line that is not blank.
     *
     * @throws Refused if a quote is wrong
     */
    public static List<String> fields(String line) {
        try (CSVParser rows = CSVParser.parse(line, FORMAT)) {
            return rows.getRecords().getFirst().toList();
        } catch (IOException | UncheckedIOException malformed) {
            throw new Refused(
                    "a quote is wrong in: " + line,
                    "put a text with a comma or a quote into double quotes, and write a quote in it twice");
        }
    }

    /** A line without its end; line breaks in a field become blanks. */
    public static String line(String... fields) {
        return FORMAT.format(
                Arrays.stream(fields).map(field -> field.replaceAll("\\R", " ")).toArray());
    }
}
