package org.hotline.speech.prompts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hotline.speech.Language;

/**
 * The table of a folder of prompts, {@code index.tsv}: one line a prompt, with its file, the voice that spoke it, its
 * language and its text, separated by tabs. A voice named {@value #RECORDED} is a person's: such a file is never made
 * anew.
 */
final class PromptIndex {
    static final String RECORDED = "recorded";
    static final String FILE = "index.tsv";

    private static final String TITLE = "file\tvoice\tlanguage\ttext";

    /** One prompt. */
    record Entry(String file, String voice, Language language, String text) {
        PromptText key() {
            return PromptText.of(language, text);
        }
    }

    private PromptIndex() {}

    /**
     * The prompts of {@code folder}; none if it has no index.
     *
     * @throws IOException if the index cannot be read; the message says file and line
     */
    static List<Entry> read(Path folder) throws IOException {
        Path index = folder.resolve(FILE);
        if (!Files.exists(index)) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        List<String> lines = Files.readAllLines(index);
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (!line.isBlank() && !line.equals(TITLE)) {
                entries.add(entry(line, index + ":" + number));
            }
        }
        return entries;
    }

    static void write(Path folder, List<Entry> entries) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(TITLE);
        entries.stream()
                .sorted(Comparator.comparing(Entry::file))
                .map(entry -> String.join(
                        "\t", entry.file(), entry.voice(), entry.language().tag(), entry.text()))
                .forEach(lines::add);
        Files.write(folder.resolve(FILE), lines);
    }

    private static Entry entry(String line, String place) throws IOException {
        String[] columns = line.split("\t", -1);
        if (columns.length != 4 || columns[0].isEmpty() || !columns[0].equals(fileName(columns[0]))) {
            throw new IOException(place + ": expected file, voice, language and text, separated by tabs");
        }
        try {
            return new Entry(columns[0], columns[1], Language.of(columns[2]), columns[3]);
        } catch (IllegalArgumentException unknown) {
            throw new IOException(place + ": " + unknown.getMessage(), unknown);
        }
    }

    /** Without any folder: an index names only files beside it. */
    private static String fileName(String written) {
        return Path.of(written).getFileName().toString();
    }
}
