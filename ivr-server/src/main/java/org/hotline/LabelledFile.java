package org.hotline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hotline.speech.Language;
import org.hotline.training.Csv;
import org.hotline.training.Label;
import org.hotline.training.Labelled;
import org.hotline.training.Refused;
import org.hotline.training.Regression;

/** Sentences with labels, as {@code bench nlu} reads them: {@code text,label} under a heading. */
final class LabelledFile {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private LabelledFile() {}

    /**
     * All its sentences. Which language each is in its letters say.
     *
     * @throws Refused if a line cannot be read, naming it
     */
    static List<Labelled> read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new Refused("there is no file " + file + ", or it cannot be read", "is its name spelt right?");
        }
        List<Labelled> sentences = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                sentences.add(sentence(lines.get(i), file + ":" + (i + 1)));
            }
        }
        return sentences;
    }

    private static Labelled sentence(String line, String place) {
        List<String> fields = Csv.fields(line);
        if (fields.size() != 2) {
            throw new Refused(
                    place + " has " + fields.size() + " fields", "write text,label; text with commas in quotes");
        }
        String text = fields.getFirst();
        Label label = fields.getLast().equals(Regression.OUT_OF_SCOPE)
                ? Label.None.NOISE
                : Label.of(fields.getLast())
                        .orElseThrow(() -> new Refused(
                                place + " has the unknown label \"" + fields.getLast() + "\"",
                                "write an issue's name, or oos"));
        return new Labelled(text, label, CHINESE.matcher(text).find() ? Language.MANDARIN : Language.ENGLISH);
    }
}
