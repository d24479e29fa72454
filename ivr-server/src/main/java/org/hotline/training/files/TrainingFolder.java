package org.hotline.training.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline.dialplan.IssuesReader;
import org.hotline.training.Csv;
import org.hotline.training.ReadOnce;
import org.hotline.training.Refused;
import org.hotline.training.Regression;
import org.hotline.training.RegressionFile;
import org.hotline.training.Shelf;
import org.hotline.training.Syllabus;
import org.hotline.training.Version;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shelf as a folder: {@code draft/}, {@code 1/}, {@code 2/} ..., {@code published.csv}. Each file is written whole and then
 * put in place, a version's {@code report.json} last and its folder at once.
 */
public final class TrainingFolder implements Shelf {
    private static final String REPORT = "report.json";
    private static final String PUBLISHED = "published.csv";
    private static final String BEGUN = "learning.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final ReadOnce<Syllabus> syllabuses = new ReadOnce<>();
    private final ReadOnce<Version> versions = new ReadOnce<>();

    /** @param folder of this hotline alone; made when something is kept */
    public TrainingFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<Syllabus> draft() {
        Path draft = folder.resolve("draft");
        return Files.exists(draft.resolve(IssuesReader.FILE)) ? Optional.of(read(draft)) : Optional.empty();
    }

    @Override
    public void keepDraft(Syllabus draft) {
        SyllabusFiles.write(folder.resolve("draft"), draft);
    }

    @Override
    public void dropDraft() {
        Path draft = folder.resolve("draft");
        if (Files.isDirectory(draft)) {
            Texts.delete(draft);
        }
    }

    @Override
    public List<Version> versions() {
        return numbers().stream().map(this::version).toList();
    }

    @Override
    public Version version(int number) {
        Path report = of(number).resolve(REPORT);
        return versions.of(List.of(report), () -> read(report, number));
    }

    private Version read(Path report, int number) {
        return JSON.readValue(
                Texts.read(report).orElseThrow(() -> new Refused("there is no version " + number, known())),
                Version.class);
    }

    @Override
    public Syllabus syllabus(int number) {
        if (!numbers().contains(number)) {
            throw new Refused("there is no version " + number, known());
        }
        return read(of(number));
    }

    private Syllabus read(Path syllabus) {
        return syllabuses.of(SyllabusFiles.in(syllabus), () -> SyllabusFiles.read(syllabus));
    }

    @Override
    public Version keep(Syllabus syllabus, Version version) {
        try {
            Files.createDirectories(folder);
            Path fresh = Files.createTempDirectory(folder, ".new");
            SyllabusFiles.write(fresh, syllabus);
            while (true) {
                int number =
                        numbers().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
                Version numbered = new Version(
                        number,
                        version.made(),
                        version.by(),
                        version.why(),
                        version.comparedWith(),
                        version.learntFrom(),
                        version.report());
                Texts.write(
                        fresh.resolve(REPORT),
                        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(numbered));
                if (!Files.exists(of(number))) {
                    Files.move(fresh, of(number), StandardCopyOption.ATOMIC_MOVE);
                    return numbered;
                }
            }
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot keep a version in " + folder, refused);
        }
    }

    @Override
    public List<Publication> publications() {
        List<Publication> all = new ArrayList<>();
        Texts.read(folder.resolve(PUBLISHED)).stream()
                .flatMap(String::lines)
                .skip(1)
                .map(Csv::fields)
                .forEach(fields -> all.add(new Publication(
                        fields.get(0).isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(fields.get(0))),
                        Instant.parse(fields.get(1)),
                        fields.get(2))));
        return all;
    }

    @Override
    public void publish(Publication publication) {
        List<Publication> all = publications();
        all.add(publication);
        StringBuilder text = new StringBuilder("version,at,by\n");
        all.forEach(each -> text.append(Csv.line(
                        each.version().map(String::valueOf).orElse(""),
                        each.at().toString(),
                        each.by()))
                .append('\n'));
        Texts.write(folder.resolve(PUBLISHED), text.toString());
    }

    @Override
    public List<Regression.Item> confirmed() {
        return RegressionFile.in(folder);
    }

    @Override
    public void keepConfirmed(List<Regression.Item> items) {
        Texts.write(folder.resolve(RegressionFile.NAME), RegressionFile.text(items));
    }

    @Override
    public Optional<Begun> begun() {
        return Texts.read(folder.resolve(BEGUN)).map(text -> JSON.readValue(text, Begun.class));
    }

    @Override
    public void keepBegun(Begun begun) {
        Texts.write(folder.resolve(BEGUN), JSON.writeValueAsString(begun));
    }

    @Override
    public void dropBegun() {
        Texts.delete(folder.resolve(BEGUN));
    }

    private Path of(int number) {
        return folder.resolve(String.valueOf(number));
    }

    private String known() {
        List<Integer> numbers = numbers();
        return numbers.isEmpty()
                ? "none was made yet"
                : "there are "
                        + String.join(
                                ", ", numbers.stream().map(String::valueOf).toList());
    }

    private List<Integer> numbers() {
        return Texts.list(folder).stream()
                .map(entry -> String.valueOf(entry.getFileName()))
                .filter(name -> name.matches("[1-9][0-9]{0,6}"))
                .map(Integer::valueOf)
                .sorted()
                .toList();
    }
}
