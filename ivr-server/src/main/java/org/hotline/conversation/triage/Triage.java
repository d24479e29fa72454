package org.hotline.conversation.triage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline.issue.Clue;
import org.hotline.issue.Facet;
import org.hotline.issue.Group;
import org.hotline.issue.HeldClue;
import org.hotline.issue.Issue;
import org.hotline.issue.IssueTree;
import org.hotline.issue.Outcome;
import org.hotline.issue.belief.Act;
import org.hotline.issue.belief.IssueClassifier;
import org.hotline.issue.belief.Locators;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;
import org.hotline.understanding.Learner;

/**
 * Locating problems of one hotline in one language: what to ask next, and how that is put. Serves all calls.
 *
 * @param words tells which issue words are about
 * @param hearings how the answers to each facet's question are understood, by the facet's name
 */
public record Triage(
        Language language,
        IssueTree tree,
        IssueClassifier words,
        Locators locators,
        Map<String, FacetHearing> hearings) {
    private static final String CHOICE = "choice";

    /** @param learner learns each facet's answers; some milliseconds a facet */
    public static Triage of(
            Language language, IssueTree tree, IssueClassifier words, Locators locators, Learner learner) {
        Map<String, FacetHearing> hearings = new LinkedHashMap<>();
        tree.facets().forEach((name, facet) -> hearings.put(name, new FacetHearing(language, facet, learner)));
        return new Triage(language, tree, words, locators, Map.copyOf(hearings));
    }

    /**
     * The question that an act asks; nothing for an act that asks none.
     *
     * @param opening the plan's open question
     * @param keys which key answers that with which issue or group
     */
    public Optional<Enquiry> enquiry(Act act, String opening, Map<Character, String> keys) {
        return switch (act) {
            case Act.Guide guide -> Optional.of(guide(guide, opening, keys));
            case Act.AskFacet ask -> Optional.of(facet(ask.facet()));
            case Act.Offer offer -> Optional.of(offer(offer.options()));
            case Act.Confirm confirm -> Optional.of(agreement(confirm));
            case Act.Settle settle -> Optional.empty();
            case Act.HandOver handOver -> Optional.empty();
        };
    }

    /** "You also asked about A.", to which silence agrees. */
    public Enquiry alsoAsked(Act.Confirm implicit) {
        return agreement(implicit, Phrases.of(language).youAlsoAskedAbout());
    }

    /** Two problems told in one utterance. */
    public Optional<TwoIssues> two(String text) {
        return TwoIssues.in(language, tree, words, text);
    }

    /** What words beside the point of a question are surely about, if that is none of the group of the issue spoken of. */
    public Optional<Told> another(String text, Optional<String> current) {
        return surely(text).filter(told -> isAnother(told, current));
    }

    /** The same for words that answer a question with yes or no, and may tell more. */
    public Optional<Told> besides(String text, Optional<String> current) {
        return Told.besides(language, words, text).filter(told -> isAnother(told, current));
    }

    private boolean isAnother(Told told, Optional<String> current) {
        return current.map(issue -> told.isApartFrom(tree, issue)).orElse(true);
    }

    /** What words are surely about. */
    public Optional<Told> surely(String text) {
        return Told.surely(language, words, text);
    }

    /** What words are rather about than about anything else. */
    public Optional<Told> rather(String text) {
        return Told.rather(language, words, text);
    }

    /** How to name an issue or a group to a caller. */
    public String called(String name) {
        Issue issue = tree.issues().get(name);
        Group group = tree.groups().get(name);
        if (issue != null) {
            return issue.called().in(language, name);
        }
        return group == null ? name : group.called().in(language, name);
    }

    /**
     * The clues whose opening names one of {@code values}; all of them, if some value is in no opening: a number goes with all else that
     * was found.
     */
    public Set<String> about(Set<String> clues, Set<String> values) {
        Map<String, String> openings = new LinkedHashMap<>();
        for (String name : clues) {
            Optional.ofNullable(tree.clues().get(HeldClue.of(name).clue()))
                    .ifPresent(clue -> openings.put(name, clue.opening().in(language, "")));
        }
        boolean everywhere = values.stream()
                .anyMatch(value -> openings.values().stream().noneMatch(opening -> names(opening, value)));
        openings.values().removeIf(opening -> !everywhere && values.stream().noneMatch(value -> names(opening, value)));
        return openings.keySet();
    }

    /** Every sentence that callers of a tree may hear in a language, with names in braces. */
    public static List<String> wordings(IssueTree tree, Language language) {
        List<String> wordings = new ArrayList<>(Phrases.of(language).all());
        for (Facet facet : tree.facets().values()) {
            facet.ask().in(language).ifPresent(wordings::add);
            facet.choices()
                    .values()
                    .forEach(choice -> choice.called().in(language).ifPresent(wordings::add));
        }
        for (Clue clue : tree.clues().values()) {
            clue.opening().in(language).ifPresent(wordings::add);
        }
        tree.groups().values().forEach(group -> group.called().in(language).ifPresent(wordings::add));
        for (Issue issue : tree.issues().values()) {
            issue.called().in(language).ifPresent(wordings::add);
            if (issue.outcome() instanceof Outcome.Answer answer) {
                answer.say().in(language).ifPresent(wordings::add);
            }
        }
        return wordings;
    }

    private static boolean names(String opening, String value) {
        return opening.contains("{" + value + "}");
    }

    private Enquiry guide(Act.Guide guide, String opening, Map<Character, String> keys) {
        if (guide.attempt() == 1) {
            return new OpenEnquiry(opening, Map.of(), keys);
        }
        Phrases phrases = Phrases.of(language);
        if (guide.examples().isEmpty()) {
            return new OpenEnquiry(phrases.tellMeMore(), Map.of(), keys);
        }
        Options examples = new Options(
                language, guide.examples().stream().map(this::called).toList());
        return new OpenEnquiry(
                phrases.tellMeMore() + " " + examples.asked(phrases.forExample()), examples.values(), keys);
    }

    private Enquiry facet(String name) {
        Facet facet = tree.facets().get(name);
        FacetHearing hearing = hearings.get(name);
        if (facet == null || hearing == null) {
            throw new IllegalStateException("no facet \"" + name + "\": the tree was not checked");
        }
        return new FacetEnquiry(language, facet, hearing);
    }

    private Enquiry offer(List<String> offered) {
        return new OfferEnquiry(
                language, offered, offered.stream().map(this::called).toList());
    }

    private Enquiry agreement(Act.Confirm confirm) {
        Phrases phrases = Phrases.of(language);
        String usual = confirm.how() == Act.How.EXPLICIT ? phrases.isItAbout() + "?" : phrases.soItIsAbout();
        String wording = confirm.clue()
                .flatMap(clue ->
                        Optional.ofNullable(tree.clues().get(HeldClue.of(clue).clue())))
                .flatMap(clue -> clue.opening().in(language))
                .orElse(usual);
        return agreement(confirm, wording);
    }

    private Enquiry agreement(Act.Confirm confirm, String wording) {
        Map<String, Piece> values = Map.of(CHOICE, new Piece.Text(called(confirm.issue())));
        return new AgreementEnquiry(language, confirm.issue(), confirm.how(), wording, values);
    }
}
