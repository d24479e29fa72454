package org.hotline.dialplan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline.issue.Facet;
import org.hotline.issue.Facet.Choice;
import org.hotline.issue.Issue;
import org.hotline.issue.IssueTree;
import org.hotline.speech.Language;
import org.hotline.understanding.Utterances;
import org.hotline.yaml.Complaint;
import org.hotline.yaml.Place;
import org.hotline.yaml.Suggestion;

/** Whether the facets of a tree can be asked for, and whether asking would tell anything. */
final class FacetCheck {
    /** Keys 1 to 9. */
    private static final int MOST_CHOICES = 9;

    private final WrittenIssues written;
    private final IssueTree tree;
    private final Set<Language> languages;
    private final Surroundings surroundings;
    private final List<Complaint> complaints = new ArrayList<>();

    FacetCheck(WrittenIssues written, Set<Language> languages, Surroundings surroundings) {
        this.written = written;
        this.tree = written.tree();
        this.languages = languages;
        this.surroundings = surroundings;
    }

    List<Complaint> complaints() {
        tree.issues().values().forEach(this::checkUse);
        tree.facets().values().forEach(this::check);
        return complaints;
    }

    /** That what an issue names is there. */
    private void checkUse(Issue issue) {
        issue.facets().forEach((name, choices) -> {
            Place place = written.at(issue, "facets", name);
            Optional<Facet> facet = Optional.ofNullable(tree.facets().get(name));
            if (facet.isEmpty()) {
                complain(
                        place,
                        "issue \"" + issue.name() + "\" has the facet \"" + name + "\", which there is not",
                        Suggestion.among(tree.facets().keySet(), name));
                return;
            }
            Set<String> known = facet.get().choices().keySet();
            choices.stream()
                    .filter(choice -> !known.contains(choice))
                    .forEach(choice -> complain(
                            place,
                            "issue \"" + issue.name() + "\" has \"" + choice + "\", which is no choice of the facet \""
                                    + name + "\"",
                            Suggestion.among(known, choice)));
        });
    }

    private void check(Facet facet) {
        String what = "facet \"" + facet.name() + "\"";
        Place place = written.at("facets", facet.name());
        int choices = facet.choices().size();
        if (choices < 2 || choices > MOST_CHOICES) {
            complain(
                    place,
                    what + " has " + choices + (choices == 1 ? " choice" : " choices"),
                    "two to nine can be asked for");
        }
        for (Language language : languages) {
            if (facet.ask().in(language, "").isEmpty()) {
                complain(place, what + " has no question in " + language.tag(), "add it under ask:");
            }
            checkWords(facet, language);
        }
        Set<Set<String>> told = new HashSet<>();
        tree.issues().values().stream()
                .filter(issue -> issue.facets().containsKey(facet.name()))
                .forEach(issue -> told.add(issue.facets().get(facet.name())));
        if (told.isEmpty()) {
            complain(place, what + " is not used by any issue", "name it under facets: of an issue, or delete it");
        } else if (told.size() == 1) {
            complain(place, what + " tells no issue from another", "every issue that names it has the same choice");
        }
    }

    /** That every choice can be named and said, and that no answer means two of them. */
    private void checkWords(Facet facet, Language language) {
        Map<String, String> owners = new HashMap<>();
        for (Choice choice : facet.choices().values()) {
            String what = "choice \"" + choice.name() + "\" of the facet \"" + facet.name() + "\"";
            Place place = written.at("facets", facet.name(), "choices", choice.name());
            if (choice.called().in(language, "").isEmpty()) {
                complain(place, what + " has no name to say in " + language.tag(), "add it under called:");
            }
            List<String> answers = choice.utterances().in(language, List.of());
            if (answers.isEmpty()) {
                complain(
                        place,
                        what + " has nothing that callers say in " + language.tag(),
                        "add " + language.tag() + ": [\"...\"]");
            }
            for (String answer : answers) {
                String owner = owners.putIfAbsent(Utterances.normalised(language, answer), choice.name());
                if (owner != null) {
                    complain(
                            place,
                            what + " has \"" + answer + "\", which " + owner + " has too",
                            "keep it in one of them");
                }
                surroundings
                        .recognizer()
                        .flatMap(recognizer -> new Hearing(recognizer, language).complaint(what, answer, place))
                        .ifPresent(complaints::add);
            }
        }
    }

    private void complain(Place place, String sentence, String suggestion) {
        complaints.add(new Complaint(place, sentence, suggestion));
    }
}
