package org.hotline.dialplan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotline.issue.InLanguages;
import org.hotline.issue.Issue;
import org.hotline.issue.Outcome;
import org.hotline.speech.Language;
import org.hotline.understanding.Utterances;
import org.hotline.yaml.Complaint;
import org.hotline.yaml.Place;

/** Whether every issue can be said by callers and named to them, in each language spoken. */
final class UtteranceCheck {
    private static final int FEWEST_UTTERANCES = 3;

    private final WrittenIssues written;
    private final Set<Language> languages;
    private final Surroundings surroundings;
    private final List<Complaint> complaints = new ArrayList<>();
    private final Map<Language, Map<String, Said>> said = new EnumMap<>(Language.class);

    /** Where something was said first. */
    private record Said(Issue issue, Place place) {}

    UtteranceCheck(WrittenIssues written, Set<Language> languages, Surroundings surroundings) {
        this.written = written;
        this.languages = languages;
        this.surroundings = surroundings;
    }

    List<Complaint> complaints() {
        written.tree()
                .groups()
                .values()
                .forEach(group -> languages.forEach(language -> checkText(
                        "group \"" + group.name() + "\"",
                        "called",
                        group.called(),
                        language,
                        written.at(group.path(), group.name()))));
        written.tree().issues().values().forEach(issue -> languages.forEach(language -> check(issue, language)));
        return complaints;
    }

    private void check(Issue issue, Language language) {
        String what = what(issue);
        checkText(what, "called", issue.called(), language, written.at(issue, "called"));
        if (issue.outcome() instanceof Outcome.Answer answer) {
            checkText(what, "say", answer.say(), language, written.at(issue, "say"));
        }
        List<String> utterances = issue.utterances().in(language, List.of());
        if (utterances.size() < FEWEST_UTTERANCES) {
            complain(
                    written.at(issue, language.tag()),
                    what + " has " + number(utterances.size()) + " in " + language.tag(),
                    "twelve are a good start");
        }
        for (int i = 0; i < utterances.size(); i++) {
            check(issue, language, utterances.get(i), written.at(issue, language, i));
        }
    }

    private void checkText(String what, String key, InLanguages<String> texts, Language language, Place place) {
        if (texts.in(language, "").isEmpty()) {
            complain(
                    place,
                    what + " has no \"" + key + "\" in " + language.tag(),
                    "add " + language.tag() + ": \"...\"");
        }
    }

    private void check(Issue issue, Language language, String utterance, Place place) {
        String spoken = Utterances.normalised(language, utterance);
        if (!spoken.equals(utterance)) {
            complain(
                    place,
                    what(issue) + " has \"" + utterance + "\", which is not written as it is heard",
                    spoken.isEmpty() ? "delete it" : "write \"" + spoken + "\"");
        }
        Said before =
                said.computeIfAbsent(language, key -> new HashMap<>()).putIfAbsent(spoken, new Said(issue, place));
        if (before != null) {
            complain(
                    place,
                    what(issue) + " has \"" + utterance + "\", which "
                            + (before.issue().equals(issue)
                                    ? "it has already"
                                    : before.issue().name() + " has too")
                            + " on line " + before.place().line(),
                    before.issue().equals(issue) ? "delete one" : "keep it in one of them");
        }
        surroundings
                .recognizer()
                .flatMap(recognizer -> new Hearing(recognizer, language).complaint(what(issue), utterance, place))
                .ifPresent(complaints::add);
    }

    private static String number(int utterances) {
        return switch (utterances) {
            case 0 -> "no utterances";
            case 1 -> "only 1 utterance";
            default -> "only " + utterances + " utterances";
        };
    }

    private static String what(Issue issue) {
        return "issue \"" + issue.name() + "\"";
    }

    private void complain(Place place, String sentence, String suggestion) {
        complaints.add(new Complaint(place, sentence, suggestion));
    }
}
