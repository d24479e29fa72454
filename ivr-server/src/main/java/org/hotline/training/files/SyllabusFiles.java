package org.hotline.training.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline.dialplan.IssuesReader;
import org.hotline.dialplan.IssuesWriter;
import org.hotline.issue.IssueTree;
import org.hotline.issue.belief.Priors;
import org.hotline.speech.Language;
import org.hotline.training.Csv;
import org.hotline.training.Refused;
import org.hotline.training.Syllabus;
import tools.jackson.databind.json.JsonMapper;

/** A syllabus in a folder: {@code issues.yaml}, {@code strangers.csv}, {@code priors.json}, {@code base/issues.yaml}. */
final class SyllabusFiles {
    private static final String STRANGERS = "strangers.csv";
    private static final String PRIORS = "priors.json";
    private static final String BASE = "base";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SyllabusFiles() {}

    static void write(Path folder, Syllabus syllabus) {
        StringBuilder strangers = new StringBuilder("text,language\n");
        for (Language language : Language.values()) {
            syllabus.strangers(language)
                    .forEach(text ->
                            strangers.append(Csv.line(text, language.tag())).append('\n'));
        }
        Texts.write(folder.resolve(STRANGERS), strangers.toString());
        Texts.put(folder.resolve(PRIORS), syllabus.learnt().map(JSON::writeValueAsString));
        Texts.put(base(folder), syllabus.base().map(IssuesWriter::text));
        Texts.write(folder.resolve(IssuesReader.FILE), IssuesWriter.text(syllabus.tree()));
    }

    /** The files that hold one; not each of them need be there. */
    static List<Path> in(Path folder) {
        return Stream.of(
                        folder.resolve(IssuesReader.FILE),
                        folder.resolve(STRANGERS),
                        folder.resolve(PRIORS),
                        base(folder))
                .toList();
    }

    private static Path base(Path folder) {
        return folder.resolve(BASE).resolve(IssuesReader.FILE);
    }

    /** @throws Refused if the tree cannot be read */
    static Syllabus read(Path folder) {
        return new Syllabus(
                tree(folder),
                strangers(folder),
                Texts.read(folder.resolve(PRIORS)).map(text -> JSON.readValue(text, Priors.class)),
                Files.exists(base(folder)) ? Optional.of(tree(folder.resolve(BASE))) : Optional.empty());
    }

    private static IssueTree tree(Path folder) {
        return switch (IssuesReader.read(folder)) {
            case IssuesReader.Reading.Read read -> read.written().tree();
            case IssuesReader.Reading.Refused refused ->
                throw new Refused(refused.complaints().getFirst().toString(), "");
        };
    }

    private static Map<Language, List<String>> strangers(Path folder) {
        Map<Language, List<String>> strangers = new EnumMap<>(Language.class);
        Optional<String> written = Texts.read(folder.resolve(STRANGERS));
        written.stream()
                .flatMap(String::lines)
                .skip(1)
                .map(Csv::fields)
                .forEach(fields -> strangers
                        .computeIfAbsent(Language.of(fields.get(1)), any -> new ArrayList<>())
                        .add(fields.getFirst()));
        return strangers;
    }
}
