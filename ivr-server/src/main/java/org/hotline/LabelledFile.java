package org.hotline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.hotline.speech.Language;
import org.hotline.training.Label;
import org.hotline.training.Labelled;
import org.hotline.training.Refused;
import org.hotline.training.Regression;
import org.hotline.yaml.Complaint;
import org.hotline.yaml.Place;
import org.hotline.yaml.Suggestion;

/** Sentences with labels, as {@code bench nlu} reads them: a heading, then {@code text,label} in each row. One thread. */
final class LabelledFile {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).get();
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int SHOWN = 20;

    private final Path file;
    private final Set<String> issues;
    private final List<Labelled> sentences = new ArrayList<>();
    private final List<Complaint> complaints = new ArrayList<>();

    private LabelledFile(Path file, Set<String> issues) {
        this.file = file;
        this.issues = issues;
    }

    /**
     * All its sentences. Which language each is in its letters say.
     *
     * @param issues what they may be about
     * @throws Refused if rows are wrong, naming the first twenty with their lines
     */
    static List<Labelled> read(Path file, Set<String> issues) throws IOException {
        LabelledFile reading = new LabelledFile(file, issues);
        reading.rows(content(file));
        return reading.sentences();
    }

    private static String content(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new Refused("there is no file " + file + ", or it cannot be read", "is its name spelt right?");
        }
        try {
            String content = Files.readString(file);
            return content.startsWith(BYTE_ORDER_MARK) ? content.substring(1) : content;
        } catch (CharacterCodingException other) {
            throw new Refused(file + " is not UTF-8", "save it as CSV in UTF-8");
        }
    }

    private void rows(String content) throws IOException {
        long line = 1;
        try (CSVParser rows = CSVParser.parse(content, FORMAT)) {
            for (CSVRecord row : rows) {
                row(row.toList(), line);
                line = rows.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException malformed) {
            complain(
                    line,
                    "a quote is wrong here, so nothing from here on was read",
                    "put a text with a comma or a quote into double quotes, and write a quote in it twice");
        }
    }

    private void row(List<String> fields, long line) {
        if (fields.size() != 2) {
            complain(
                    line,
                    fields.size() + (fields.size() == 1 ? " column" : " columns") + " instead of two",
                    "write text,label; a text with a comma in double quotes");
        } else if (line > 1) {
            sentence(fields.getFirst(), fields.getLast(), line);
        } else if (label(fields.getLast()).isPresent()) {
            complain(line, "a sentence stands where the heading should", "put the line text,label above it");
        }
    }

    private void sentence(String text, String label, long line) {
        if (text.isEmpty() || label.isEmpty()) {
            complain(line, "the " + (text.isEmpty() ? "text" : "label") + " is empty", "write text,label");
            return;
        }
        Language language = CHINESE.matcher(text).find() ? Language.MANDARIN : Language.ENGLISH;
        label(label)
                .ifPresentOrElse(
                        known -> sentences.add(new Labelled(text, known, language)),
                        () -> complain(line, "there is no issue \"" + label + "\"", instead(label)));
    }

    private Optional<Label> label(String written) {
        if (written.equals(Regression.OUT_OF_SCOPE)) {
            return Optional.of(Label.None.NOISE);
        }
        return Label.of(written).filter(label -> switch (label) {
            case Label.About about -> issues.contains(about.issue());
            case Label.None none -> true;
        });
    }

    private String instead(String label) {
        return Suggestion.nearest(label, issues)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse("write an issue's name as in issues.yaml, or " + Regression.OUT_OF_SCOPE + " for none");
    }

    private void complain(long line, String sentence, String suggestion) {
        complaints.add(new Complaint(new Place(file.toString(), Math.toIntExact(line)), sentence, suggestion));
    }

    private List<Labelled> sentences() {
        if (!complaints.isEmpty()) {
            List<String> lines = new ArrayList<>(
                    complaints.stream().limit(SHOWN).map(Complaint::toString).toList());
            if (complaints.size() > SHOWN) {
                lines.add("... and " + (complaints.size() - SHOWN) + " more");
            }
            throw new Refused(
                    String.join(System.lineSeparator(), lines) + System.lineSeparator() + "nothing was taken over",
                    "put these right first");
        }
        return sentences;
    }
}
