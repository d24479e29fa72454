package org.hotline.dialplan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hotline.conversation.lookup.Query;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.conversation.plan.Step;
import org.hotline.issue.IssueTree;
import org.hotline.issue.Outcome;
import org.hotline.speech.Language;
import org.hotline.yaml.Complaint;
import org.hotline.yaml.Place;
import org.hotline.yaml.YamlValue;

/** Reads a plan's folder: {@code dialplan.yaml} and, if there is one, {@code lookups.yaml}. */
public final class DialplanReader {
    private static final Set<String> ENTRIES =
            Set.of("dialplan", "numbers", "language", "recorded", "start", "operator", "issues", "intents", "steps");

    private final Path folder;
    private final List<Complaint> complaints = new ArrayList<>();

    private DialplanReader(Path folder) {
        this.folder = folder;
    }

    /** What reading came to. */
    public sealed interface Reading {
        /** It can be read; whether it makes sense is {@link DialplanCheck}'s to say. */
        record Read(Written written) implements Reading {}

        /** It cannot, and this is why: at least one complaint. */
        record Refused(List<Complaint> complaints) implements Reading {}
    }

    /** Reads the plan in {@code folder}; a file that cannot be read is a complaint too. */
    public static Reading read(Path folder) {
        return new DialplanReader(folder).read();
    }

    private Reading read() {
        Optional<YamlValue> document = document("dialplan.yaml");
        Map<String, Query> queries = Files.exists(folder.resolve("lookups.yaml"))
                ? document("lookups.yaml")
                        .map(lookups -> new LookupsForm(folderName(), lookups, complaints).read())
                        .orElse(Map.of())
                : Map.of();
        Optional<Dialplan> plan = document.map(found -> plan(Form.of(found, "the dialplan", complaints), queries));
        return complaints.isEmpty() && plan.isPresent()
                ? new Reading.Read(new Written(plan.get(), folder, document.orElseThrow()))
                : new Reading.Refused(List.copyOf(complaints));
    }

    private String folderName() {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    private Optional<YamlValue> document(String name) {
        Path file = folder.resolve(name);
        try {
            return Optional.of(YamlValue.read(Files.readString(file), file));
        } catch (YamlValue.Unreadable wrong) {
            complaints.add(wrong.complaint());
        } catch (IOException missing) {
            complaints.add(new Complaint(
                    new Place(file.toString(), 1), "this file cannot be read", "is the plan's folder spelt right?"));
        }
        return Optional.empty();
    }

    private Dialplan plan(Form form, Map<String, Query> queries) {
        form.allowOnly(ENTRIES);
        Optional<IssueTree> issues = form.optionalText("issues").flatMap(this::issues);
        return new Dialplan(
                form.text("dialplan"),
                form.texts("numbers"),
                language(form),
                form.flag("recorded", true),
                form.text("start"),
                form.optionalForm("operator").map(this::operator),
                issues,
                intents(form),
                steps(form, issues.map(DialplanReader::flows).orElse(List.of())),
                queries);
    }

    /** The tree of the hotline of that name, whose folder is beside the plan's. */
    private Optional<IssueTree> issues(String hotline) {
        Path beside = folder.toAbsolutePath().normalize().resolveSibling(hotline);
        return switch (IssuesReader.read(beside)) {
            case IssuesReader.Reading.Read read -> Optional.of(read.written().tree());
            case IssuesReader.Reading.Refused refused -> {
                complaints.addAll(refused.complaints());
                yield Optional.empty();
            }
        };
    }

    private static List<String> flows(IssueTree tree) {
        return tree.issues().values().stream()
                .flatMap(
                        issue -> issue.outcome() instanceof Outcome.Flow flow ? Stream.of(flow.step()) : Stream.empty())
                .distinct()
                .toList();
    }

    private static Language language(Form form) {
        String tag = form.text("language");
        try {
            return Language.of(tag);
        } catch (IllegalArgumentException unknown) {
            form.complain(form.at("language"), "the dialplan's language \"" + tag + "\" is unknown", "write en or zh");
            return Language.ENGLISH;
        }
    }

    private Dialplan.Operator operator(Form form) {
        form.allowOnly(Set.of("intent", "key", "words", "then"));
        String key = form.optionalText("key").orElse("0");
        if (key.length() != 1) {
            form.complain(form.at("key"), "the operator's key must be one key", "write key: \"0\"");
        }
        return new Dialplan.Operator(
                form.text("intent"), key.isEmpty() ? '0' : key.charAt(0), form.texts("words"), form.text("then"));
    }

    private Map<String, Dialplan.Intent> intents(Form form) {
        Map<String, Dialplan.Intent> intents = new LinkedHashMap<>();
        Optional<Form> written = form.optionalForm("intents");
        written.ifPresent(all -> all.entries().forEach((name, value) -> intents.put(name, intent(all, name, value))));
        return intents;
    }

    private Dialplan.Intent intent(Form all, String name, YamlValue value) {
        if (value instanceof YamlValue.Mapping mapping) {
            Form form = new Form(mapping, "intent \"" + name + "\"", complaints);
            form.allowOnly(Set.of("called", "examples"));
            return new Dialplan.Intent(form.optionalText("called").orElse(""), form.texts("examples"));
        }
        return new Dialplan.Intent("", all.texts(name));
    }

    private Map<String, Step> steps(Form form, List<String> flows) {
        Map<String, Step> steps = new LinkedHashMap<>();
        Optional<Form> written = form.optionalForm("steps");
        if (written.isEmpty()) {
            form.complain(form.place(), "the dialplan has no steps", "add steps:");
        }
        written.ifPresent(all -> all.entries().forEach((name, value) -> {
            Form step = Form.of(value, "step \"" + name + "\"", complaints);
            new StepForm(name, step, flows).read().ifPresent(read -> steps.put(name, read));
        }));
        steps.putIfAbsent(Dialplan.HANG_UP, new Step.HangUp(Dialplan.HANG_UP, Optional.empty()));
        return steps;
    }
}
