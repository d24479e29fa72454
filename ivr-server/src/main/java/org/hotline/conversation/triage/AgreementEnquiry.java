package org.hotline.conversation.triage;

import java.util.List;
import java.util.Map;
import org.hotline.issue.belief.Act;
import org.hotline.issue.belief.Evidence;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;
import org.hotline.speech.Transcript;

/**
 * "Is it about A?", or "All right, it is about A.", to which silence agrees.
 *
 * @param wording as it is asked or told
 */
record AgreementEnquiry(Language language, String issue, Act.How how, String wording, Map<String, Piece> values)
        implements Enquiry {
    @Override
    public String byKeys() {
        return Phrases.of(language).yesOrNo();
    }

    @Override
    public boolean isClosed() {
        return true;
    }

    @Override
    public List<Evidence> keyed(String keys) {
        return switch (keys) {
            case "1" -> List.of(agreed(true, Evidence.By.KEY));
            case "2" -> List.of(agreed(false, Evidence.By.KEY));
            default -> List.of();
        };
    }

    @Override
    public List<Evidence> said(Transcript said) {
        if (said.isEmpty()) {
            return List.of();
        }
        ShortAnswer answer = ShortAnswer.of(language, said.text());
        if (answer.yes().isEmpty()) {
            return answer.tells() ? List.of(Evidence.Heard.of(said)) : List.of();
        }
        Evidence agreed = agreed(answer.yes().get(), Evidence.By.VOICE);
        return answer.tells() && answer.isNo() ? List.of(agreed, Evidence.Heard.of(said)) : List.of(agreed);
    }

    @Override
    public List<Evidence> silence() {
        return switch (how) {
            case EXPLICIT -> List.of();
            case IMPLICIT -> List.of(agreed(true, Evidence.By.SILENCE));
        };
    }

    private Evidence agreed(boolean yes, Evidence.By by) {
        return new Evidence.Agreed(issue, yes, by);
    }
}
