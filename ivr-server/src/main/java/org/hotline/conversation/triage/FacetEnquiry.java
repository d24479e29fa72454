package org.hotline.conversation.triage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline.issue.Facet;
import org.hotline.issue.belief.Evidence;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;
import org.hotline.speech.Transcript;

/** "Has the parcel arrived already?" */
final class FacetEnquiry implements Enquiry {
    private final Facet facet;
    private final FacetHearing hearing;
    private final String wording;
    private final Options options;

    FacetEnquiry(Language language, Facet facet, FacetHearing hearing) {
        this.facet = facet;
        this.hearing = hearing;
        this.wording = facet.ask().in(language, facet.name());
        this.options = new Options(
                language,
                facet.choices().values().stream()
                        .map(choice -> choice.called().in(language, choice.name()))
                        .toList());
    }

    @Override
    public String wording() {
        return wording;
    }

    @Override
    public String byKeys() {
        return options.keyed(false);
    }

    @Override
    public Map<String, Piece> values() {
        return options.values();
    }

    @Override
    public boolean isClosed() {
        return true;
    }

    @Override
    public List<Evidence> keyed(String keys) {
        List<String> choices = List.copyOf(facet.choices().keySet());
        return options.place(keys, false)
                .map(place -> List.of(chose(Optional.of(choices.get(place)), Evidence.By.KEY)))
                .orElse(List.of());
    }

    @Override
    public List<Evidence> said(Transcript said) {
        return switch (hearing.of(said.text())) {
            case FacetHearing.Heard.Choice choice -> List.of(chose(Optional.of(choice.name()), Evidence.By.VOICE));
            case FacetHearing.Heard.DoesNotKnow unknowing -> List.of(chose(Optional.empty(), Evidence.By.VOICE));
            case FacetHearing.Heard.SomethingElse other ->
                said.isEmpty() ? List.of() : List.of(Evidence.Heard.of(said));
        };
    }

    private Evidence chose(Optional<String> choice, Evidence.By by) {
        return new Evidence.Chose(facet.name(), choice, by);
    }
}
