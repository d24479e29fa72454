package org.hotline.dialplan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline.issue.Issue;
import org.hotline.issue.IssueTree;
import org.hotline.speech.Language;
import org.hotline.yaml.Place;
import org.hotline.yaml.YamlValue;

/**
 * A tree of issues and the document it stands in, so that what is wrong with it can be shown.
 *
 * @param tree what it says
 * @param folder where it lies
 * @param document its YAML
 */
public record WrittenIssues(IssueTree tree, Path folder, YamlValue document) {
    private static final String ISSUES = "issues";

    /** Where something stands: the place of the deepest of {@code path} that is there. */
    Place at(String... path) {
        return document.at(path);
    }

    /** Where an issue, or an entry of it, stands. */
    Place at(Issue issue, String... entry) {
        List<String> path = way(issue.path(), issue.name());
        path.addAll(List.of(entry));
        return document.at(path.toArray(String[]::new));
    }

    /** Where a group stands. */
    Place at(List<String> groups, String group) {
        return document.at(way(groups, group).toArray(String[]::new));
    }

    /** Where one utterance of an issue stands, counted from 0. */
    Place at(Issue issue, Language language, int utterance) {
        List<String> path = way(issue.path(), issue.name());
        path.add(language.tag());
        return list(path).map(list -> list.items().get(utterance).place()).orElseGet(() -> at(issue, language.tag()));
    }

    private static List<String> way(List<String> groups, String name) {
        List<String> way = new ArrayList<>();
        for (String group : groups) {
            way.add(ISSUES);
            way.add(group);
        }
        way.add(ISSUES);
        way.add(name);
        return way;
    }

    private Optional<YamlValue.Sequence> list(List<String> path) {
        Optional<YamlValue> value = Optional.of(document);
        for (String name : path) {
            value = value.filter(YamlValue.Mapping.class::isInstance)
                    .map(found -> ((YamlValue.Mapping) found).entries().get(name));
        }
        return value.filter(YamlValue.Sequence.class::isInstance).map(YamlValue.Sequence.class::cast);
    }
}
