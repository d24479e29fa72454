package org.hotline.dialplan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hotline.issue.Clue;
import org.hotline.issue.Facet;
import org.hotline.issue.Group;
import org.hotline.issue.Issue;
import org.hotline.issue.IssueTree;
import org.hotline.yaml.Complaint;
import org.hotline.yaml.YamlValue;

/** A tree of issues as written in {@code issues.yaml}. */
final class IssuesForm {
    static final Set<String> ENTRIES = Set.of("hotline", "facets", "clues", "issues");
    static final Set<String> GROUP = Set.of("called", "issues");
    static final Set<String> FACET = Set.of("ask", "choices");
    static final Set<String> CHOICE = Set.of("called", "en", "zh");

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Form form;
    private final List<Complaint> complaints;
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, Issue> issues = new LinkedHashMap<>();

    IssuesForm(YamlValue document, List<Complaint> complaints) {
        this.form = Form.of(document, "the tree", complaints);
        this.complaints = complaints;
    }

    IssueTree read() {
        form.allowOnly(ENTRIES);
        String hotline = form.text("hotline");
        if (!form.has("issues")) {
            form.complain(form.place(), "the tree has no issues", "add issues:");
        }
        nodes(form, List.of());
        return new IssueTree(hotline, groups, facets(), clues(), issues);
    }

    /** The groups and leaves under {@code issues:} of the root or of a group. */
    private void nodes(Form parent, List<String> path) {
        for (Entry entry : entries(parent, "issues", "issue")) {
            if (groups.containsKey(entry.name) || issues.containsKey(entry.name)) {
                parent.complain(
                        entry.form.place(),
                        "\"" + entry.name + "\" names a group or an issue already",
                        "names are unique in the whole tree");
            } else if (entry.form.has("issues")) {
                group(entry, path);
            } else {
                issues.put(entry.name, new IssueForm(entry.name, entry.form, path).read());
            }
        }
    }

    private void group(Entry entry, List<String> path) {
        entry.form.allowOnly(GROUP);
        groups.put(entry.name, new Group(entry.name, path, new Translations(entry.form).sentence("called")));
        List<String> below = new ArrayList<>(path);
        below.add(entry.name);
        nodes(entry.form, List.copyOf(below));
    }

    private Map<String, Facet> facets() {
        Map<String, Facet> facets = new LinkedHashMap<>();
        for (Entry entry : entries(form, "facets", "facet")) {
            entry.form.allowOnly(FACET);
            Map<String, Facet.Choice> choices = new LinkedHashMap<>();
            for (Entry choice : entries(entry.form, "choices", "choice")) {
                choice.form.allowOnly(CHOICE);
                Translations in = new Translations(choice.form);
                choices.put(choice.name, new Facet.Choice(choice.name, in.sentence("called"), in.utterances()));
            }
            facets.put(
                    entry.name, new Facet(entry.name, new Translations(entry.form).optionalSentence("ask"), choices));
        }
        return facets;
    }

    private Map<String, Clue> clues() {
        Map<String, Clue> clues = new LinkedHashMap<>();
        for (Entry entry : entries(form, "clues", "clue")) {
            clues.put(entry.name, new ClueForm(entry.name, entry.form).read());
        }
        return clues;
    }

    private record Entry(String name, Form form) {}

    private List<Entry> entries(Form parent, String key, String kind) {
        List<Entry> entries = new ArrayList<>();
        Optional<Form> all = parent.optionalForm(key);
        all.ifPresent(written -> written.entries().forEach((name, value) -> {
            if (!NAME.matcher(name).matches()) {
                written.complain(
                        written.at(name),
                        "\"" + name + "\" cannot name a " + kind,
                        "names are small letters and digits with dashes");
            }
            entries.add(new Entry(name, Form.of(value, kind + " \"" + name + "\"", complaints)));
        }));
        return entries;
    }
}
