package org.hotline.conversation.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline.conversation.slot.Pick;
import org.hotline.issue.belief.Evidence;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;
import org.hotline.speech.Transcript;

/** "Is it about A, B or C?" */
final class OfferEnquiry implements Enquiry {
    private final Language language;
    private final List<String> offered;
    private final List<String> called;
    private final Options options;

    /** @param called the name of each one offered, for the caller */
    OfferEnquiry(Language language, List<String> offered, List<String> called) {
        this.language = language;
        this.offered = offered;
        this.called = called;
        this.options = new Options(language, called);
    }

    @Override
    public String wording() {
        return options.asked(Phrases.of(language).isItAbout());
    }

    @Override
    public String byKeys() {
        return options.keyed(true);
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
        return options.place(keys, true)
                .map(place -> List.of(picked(place, Evidence.By.KEY)))
                .orElse(List.of());
    }

    @Override
    public List<Evidence> said(Transcript said) {
        if (said.isEmpty()) {
            return List.of();
        }
        return Named.in(language, said.text(), called)
                .or(() -> Pick.read(language, said.text(), offered.size()))
                .map(place -> List.of(picked(place, Evidence.By.VOICE)))
                .orElseGet(() -> unpicked(said));
    }

    /** A bare no is none of them, a bare yes does not say which. */
    private List<Evidence> unpicked(Transcript said) {
        ShortAnswer answer = ShortAnswer.of(language, said.text());
        if (answer.yes().isEmpty()) {
            return List.of(Evidence.Heard.of(said));
        }
        List<Evidence> evidence = new ArrayList<>();
        if (answer.isNo()) {
            evidence.add(picked(offered.size(), Evidence.By.VOICE));
        }
        if (answer.tells()) {
            evidence.add(Evidence.Heard.of(said));
        }
        return evidence;
    }

    /** @param place from 0; the one after the last is none of these */
    private Evidence picked(int place, Evidence.By by) {
        Optional<String> picked = place < offered.size() ? Optional.of(offered.get(place)) : Optional.empty();
        return new Evidence.Picked(offered, picked, by);
    }
}
