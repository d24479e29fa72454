package org.hotline.dialplan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.hotline.issue.ByClock;
import org.hotline.issue.CalledWithin;
import org.hotline.issue.Clue;
import org.hotline.issue.Facet;
import org.hotline.issue.Group;
import org.hotline.issue.Holds;
import org.hotline.issue.InLanguages;
import org.hotline.issue.Issue;
import org.hotline.issue.IssueTree;
import org.hotline.issue.Outcome;
import org.hotline.issue.Trust;
import org.hotline.speech.Language;
import org.hotline.yaml.YamlValue;

/** Writes a tree of issues as {@link IssuesReader} reads it, in one layout; comments are not kept. Of a group, issues come first. */
public final class IssuesWriter {
    private final IssueTree tree;
    private final StringBuilder out = new StringBuilder();

    private IssuesWriter(IssueTree tree) {
        this.tree = tree;
    }

    /** The whole document. */
    public static String text(IssueTree tree) {
        return new IssuesWriter(tree).write();
    }

    /**
     * A tree as if read from where it is to be written.
     *
     * @param folder the hotline's
     * @param file what complaints name
     */
    public static WrittenIssues written(IssueTree tree, Path folder, Path file) {
        try {
            return new WrittenIssues(tree, folder, YamlValue.read(text(tree), file));
        } catch (YamlValue.Unreadable impossible) {
            throw new IllegalStateException("a tree was written that cannot be read", impossible);
        }
    }

    private String write() {
        line(0, "hotline: " + tree.hotline());
        if (!tree.facets().isEmpty()) {
            line(0, "facets:");
            tree.facets().values().forEach(this::facet);
        }
        if (!tree.clues().isEmpty()) {
            line(0, "clues:");
            tree.clues().values().forEach(this::clue);
        }
        line(0, "issues:");
        below(List.of(), 1);
        return out.toString();
    }

    private void facet(Facet facet) {
        line(1, facet.name() + ":");
        sentence(2, "ask", facet.ask());
        line(2, "choices:");
        for (Facet.Choice choice : facet.choices().values()) {
            line(3, choice.name() + ":");
            sentence(4, "called", choice.called());
            utterances(4, choice.utterances());
        }
    }

    private void holds(Holds holds) {
        line(2, "holds:");
        switch (holds) {
            case ByClock clock -> byClock(clock);
            case CalledWithin within -> line(3, "called-within-days: " + within.days());
        }
    }

    private void byClock(ByClock clock) {
        clock.days().from().ifPresent(day -> line(3, "from: " + day));
        clock.days().until().ifPresent(day -> line(3, "until: " + day));
        clock.after().ifPresent(time -> line(3, "after: \"" + time + "\""));
        clock.before().ifPresent(time -> line(3, "before: \"" + time + "\""));
    }

    private void clue(Clue clue) {
        line(1, clue.name() + ":");
        if (!clue.speaksFor().isEmpty()) {
            line(2, "speaks-for:");
            clue.speaksFor().forEach((issue, weight) -> line(3, issue + ": " + number(weight)));
        }
        if (clue.speaksForNamed() != 1) {
            line(2, "speaks-for-named: " + number(clue.speaksForNamed()));
        }
        sentence(2, "opening", clue.opening());
        clue.holds().ifPresent(this::holds);
    }

    private void below(List<String> path, int depth) {
        tree.issues().values().stream()
                .filter(issue -> issue.path().equals(path))
                .forEach(issue -> issue(issue, depth));
        tree.groups().values().stream()
                .filter(group ->
                        group.path().equals(path) && !tree.below(group.name()).isEmpty())
                .forEach(group -> group(group, depth));
    }

    private void group(Group group, int depth) {
        line(depth, group.name() + ":");
        sentence(depth + 1, "called", group.called());
        line(depth + 1, "issues:");
        List<String> path = new ArrayList<>(group.path());
        path.add(group.name());
        below(path, depth + 2);
    }

    private void issue(Issue issue, int depth) {
        int in = depth + 1;
        line(depth, issue.name() + ":");
        sentence(in, "called", issue.called());
        utterances(in, issue.utterances());
        if (!issue.facets().isEmpty()) {
            line(in, "facets: { " + facets(issue.facets()) + " }");
        }
        switch (issue.outcome()) {
            case Outcome.Answer answer -> sentence(in, "say", answer.say());
            case Outcome.Flow flow -> line(in, "step: " + flow.step());
            case Outcome.Agents agents -> line(in, "agents: " + agents.queue().orElse("true"));
        }
        if (issue.trust() != Trust.BY_A_PERSON) {
            line(in, "trust: " + issue.trust().tag());
        }
        if (issue.priority() != 0) {
            line(in, "priority: " + issue.priority());
        }
        issue.inForce().from().ifPresent(day -> line(in, "from: " + day));
        issue.inForce().until().ifPresent(day -> line(in, "until: " + day));
    }

    private static String facets(Map<String, Set<String>> facets) {
        StringJoiner all = new StringJoiner(", ");
        facets.forEach((facet, choices) -> all.add(facet + ": "
                + (choices.size() == 1 ? choices.iterator().next() : "[" + String.join(", ", choices) + "]")));
        return all.toString();
    }

    private void sentence(int depth, String key, InLanguages<String> sentence) {
        StringJoiner all = new StringJoiner(", ", "{ ", " }");
        all.setEmptyValue("");
        for (Language language : Language.values()) {
            sentence.in(language).ifPresent(text -> all.add(language.tag() + ": " + quoted(text)));
        }
        if (all.length() > 0) {
            line(depth, key + ": " + all);
        }
    }

    private void utterances(int depth, InLanguages<List<String>> utterances) {
        for (Language language : Language.values()) {
            utterances.in(language).ifPresent(texts -> line(depth, language.tag() + ": " + list(texts)));
        }
    }

    private static String list(Collection<String> texts) {
        return "[" + String.join(", ", texts.stream().map(IssuesWriter::quoted).toList()) + "]";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private static String number(double weight) {
        return weight == Math.rint(weight) && weight < 1e6 ? String.valueOf((long) weight) : String.valueOf(weight);
    }

    private void line(int depth, String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }
}
