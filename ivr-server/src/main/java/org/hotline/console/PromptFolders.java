package org.hotline.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.dialplan.DialplanReader;
import org.hotline.speech.Language;
import org.hotline.speech.espeak.EspeakSynthesizer;
import org.hotline.speech.prompts.PromptRendering;
import org.hotline.speech.prompts.PromptRendering.State;
import org.hotline.speech.prompts.ValuePieces;
import org.hotline.switchboard.Announcements;
import org.hotline.yaml.Complaint;

/** The folders of sound beside the dialplans, with the texts that are wanted in each. */
record PromptFolders(Path dialplans) {

    /** One folder of prompts and the texts wanted in it. */
    record Wanted(String name, PromptRendering rendering, Collection<String> texts) {
        List<PromptRendering.Standing> standings() {
            return rendering.standings(texts);
        }

        /** How many stand how: {@code 3 new, 80 ready}. */
        String summary() {
            Map<State, Integer> counts = new EnumMap<>(State.class);
            standings().forEach(standing -> counts.merge(standing.state(), 1, Integer::sum));
            return counts.entrySet().stream()
                    .map(count -> count.getValue() + " " + count.getKey())
                    .collect(Collectors.joining(", "));
        }

        /** True if {@code hotline prompts render} would do something. */
        boolean isBehind() {
            return standings().stream().anyMatch(standing -> switch (standing.state()) {
                case NEW, STALE, UNUSED -> true;
                case READY, RECORDED -> false;
            });
        }
    }

    /**
     * The folders of the plans that are {@code named}, or of all; those of the trees in which they locate problems, which plans of
     * one hotline share; then, for each language they speak, what the switchboard says by itself and the pieces of values.
     *
     * @throws IOException if a plan or an index cannot be read; says where and why
     */
    List<Wanted> of(List<String> named) throws IOException {
        List<Wanted> folders = new ArrayList<>();
        Set<Language> languages = EnumSet.noneOf(Language.class);
        Map<String, Wanted> trees = new LinkedHashMap<>();
        for (Path folder : named.isEmpty()
                ? plans()
                : named.stream().map(dialplans::resolve).toList()) {
            Dialplan plan = plan(folder);
            languages.add(plan.language());
            folders.add(wanted(folder.resolve("prompts"), plan.name(), plan.language(), plan.spokenTexts()));
            if (!plan.issueTexts().isEmpty()) {
                Wanted tree = tree(plan);
                trees.putIfAbsent(tree.name(), tree);
            }
        }
        folders.addAll(trees.values());
        for (Language language : languages) {
            folders.add(
                    shared("announcements", language, Announcements.of(language).spokenTexts()));
            folders.add(shared("pieces", language, ValuePieces.of(language)));
        }
        return folders;
    }

    private Wanted tree(Dialplan plan) throws IOException {
        String hotline = plan.issues().orElseThrow().hotline();
        String language = plan.language().tag();
        Path folder = dialplans.resolve(hotline).resolve("prompts").resolve(language);
        return wanted(folder, hotline + "/" + language, plan.language(), plan.issueTexts());
    }

    private Wanted shared(String kind, Language language, Collection<String> texts) throws IOException {
        Path folder = dialplans.resolve(kind).resolve(language.tag());
        return wanted(folder, kind + "/" + language.tag(), language, texts);
    }

    private static Wanted wanted(Path folder, String name, Language language, Collection<String> texts)
            throws IOException {
        return new Wanted(name, new PromptRendering(folder, language, EspeakSynthesizer.voice(language)), texts);
    }

    private List<Path> plans() throws IOException {
        try (Stream<Path> folders = Files.list(dialplans)) {
            return folders.filter(folder -> Files.exists(folder.resolve("dialplan.yaml")))
                    .sorted()
                    .toList();
        }
    }

    private static Dialplan plan(Path folder) throws IOException {
        return switch (DialplanReader.read(folder)) {
            case DialplanReader.Reading.Read read -> read.written().plan();
            case DialplanReader.Reading.Refused refused ->
                throw new IOException(String.join(
                        System.lineSeparator(),
                        refused.complaints().stream().map(Complaint::toString).toList()));
        };
    }
}
