package org.hotline.conversation.triage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline.conversation.slot.YesNo;
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

    /** Words beyond a bare no may say what it is instead. */
    private static final int TELLING_WORDS = 4;

    private static final int TELLING_CHARACTERS = 6;

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
        boolean tells = tells(said.text());
        Optional<Boolean> answer = YesNo.read(language, tells ? beginning(said.text()) : said.text());
        if (answer.isEmpty()) {
            return tells ? List.of(Evidence.Heard.of(said)) : List.of();
        }
        Evidence agreed = agreed(answer.get(), Evidence.By.VOICE);
        return tells && !answer.get() ? List.of(agreed, Evidence.Heard.of(said)) : List.of(agreed);
    }

    @Override
    public List<Evidence> silence() {
        return switch (how) {
            case EXPLICIT -> List.of();
            case IMPLICIT -> List.of(agreed(true, Evidence.By.SILENCE));
        };
    }

    private boolean tells(String text) {
        return switch (language) {
            case ENGLISH -> text.split(" ", -1).length >= TELLING_WORDS;
            case MANDARIN -> text.replace(" ", "").length() >= TELLING_CHARACTERS;
        };
    }

    /** A long answer says yes or no with its first word, if at all: "my parcel has not arrived" refuses nothing. */
    private String beginning(String text) {
        return switch (language) {
            case ENGLISH -> text.split(" ", -1)[0];
            case MANDARIN -> text.replace(" ", "").substring(0, 2);
        };
    }

    private Evidence agreed(boolean yes, Evidence.By by) {
        return new Evidence.Agreed(issue, yes, by);
    }
}
