package org.hotline.conversation.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.dialplan.Plans;
import org.hotline.issue.Facet;
import org.hotline.issue.Issue;
import org.hotline.issue.belief.Act;
import org.hotline.issue.belief.Evidence;
import org.hotline.speech.Language;
import org.hotline.speech.Transcript;
import org.junit.jupiter.api.Test;

/** The closed questions of the sample shop's tree can be answered by voice, in both languages. */
class ClosedQuestionsTest {
    private final List<String> missed = new ArrayList<>();

    @Test
    void everyChoiceOfEveryFacetIsUnderstood() {
        for (String plan : List.of("shop-en", "shop-zh")) {
            Dialplan shop = Plans.of(plan);
            Triage triage = Plans.comprehension(shop).triage().orElseThrow();
            for (Facet facet : triage.tree().facets().values()) {
                Enquiry enquiry = enquiry(triage, new Act.AskFacet(facet.name()));
                for (Facet.Choice choice : facet.choices().values()) {
                    Stream.concat(
                                    choice.called().in(shop.language()).stream(),
                                    choice.utterances().in(shop.language(), List.of()).stream())
                            .flatMap(answer -> variants(shop.language(), answer))
                            .forEach(answer -> expect(
                                    enquiry,
                                    answer,
                                    new Evidence.Chose(facet.name(), Optional.of(choice.name()), Evidence.By.VOICE)));
                }
            }
        }
        assertThat(missed).isEmpty();
    }

    /** No facet tells them apart, so they are offered: by their names, and by their places. */
    @Test
    void neighboursWithTheSameFacetsAreToldApartByAnOffer() {
        for (String plan : List.of("shop-en", "shop-zh")) {
            Dialplan shop = Plans.of(plan);
            Triage triage = Plans.comprehension(shop).triage().orElseThrow();
            List<Issue> issues = List.copyOf(triage.tree().issues().values());
            for (int first = 0; first < issues.size(); first++) {
                for (Issue other : issues.subList(first + 1, issues.size())) {
                    Issue one = issues.get(first);
                    if (one.path().equals(other.path()) && one.facets().equals(other.facets())) {
                        expectApart(shop.language(), triage, List.of(one.name(), other.name()));
                    }
                }
            }
        }
        assertThat(missed).isEmpty();
    }

    private void expectApart(Language language, Triage triage, List<String> offered) {
        Enquiry enquiry = enquiry(triage, new Act.Offer(offered));
        String second = language == Language.ENGLISH ? "the second one" : "第二个";
        expect(enquiry, second, picked(offered, 1));
        for (int place = 0; place < offered.size(); place++) {
            Evidence picked = picked(offered, place);
            variants(language, triage.called(offered.get(place))).forEach(said -> expect(enquiry, said, picked));
        }
    }

    @Test
    void whatIsDeniedIsNotPicked() {
        List<String> called = List.of("a wrong item", "something that is broken");
        assertThat(Named.in(Language.ENGLISH, "no it is not a wrong item", called))
                .isEmpty();
        assertThat(Named.in(Language.ENGLISH, "not a wrong item but something that is broken", called))
                .contains(1);
        assertThat(Named.in(Language.MANDARIN, "不是投诉", List.of("投诉", "投诉快递员"))).isEmpty();
        assertThat(Named.in(Language.MANDARIN, "投诉快递员", List.of("投诉", "投诉快递员"))).contains(1);
    }

    private static Evidence picked(List<String> offered, int place) {
        return new Evidence.Picked(offered, Optional.of(offered.get(place)), Evidence.By.VOICE);
    }

    private static Enquiry enquiry(Triage triage, Act act) {
        return triage.enquiry(act, "", Map.of()).orElseThrow();
    }

    private void expect(Enquiry enquiry, String said, Evidence evidence) {
        List<Evidence> got = enquiry.said(Transcript.of(said));
        if (!got.equals(List.of(evidence))) {
            missed.add(said + ": " + got + " instead of " + evidence);
        }
    }

    private static Stream<String> variants(Language language, String answer) {
        return switch (language) {
            case ENGLISH -> Stream.of(answer, "um " + answer, answer + " i think");
            case MANDARIN -> Stream.of(answer, "嗯" + answer, answer + "吧");
        };
    }
}
