package org.hotline.conversation.triage;

import java.util.Optional;
import org.hotline.conversation.slot.YesNo;
import org.hotline.speech.Language;

/**
 * A yes or no, and whether more is told with it: "no, my refund".
 *
 * @param yes nothing if it is neither
 * @param tells whether there are more words than a bare answer has
 */
record ShortAnswer(Optional<Boolean> yes, boolean tells) {
    static ShortAnswer of(Language language, String text) {
        return new ShortAnswer(YesNo.answer(language, text), YesNo.tells(language, text));
    }

    boolean isNo() {
        return yes.filter(said -> !said).isPresent();
    }
}
