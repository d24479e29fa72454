package org.hotline.conversation.triage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline.issue.belief.Evidence;
import org.hotline.speech.Piece;
import org.hotline.speech.Transcript;

/**
 * Let them describe it.
 *
 * @param keys which key answers it with which issue or group
 */
record OpenEnquiry(String wording, Map<String, Piece> values, Map<Character, String> keys) implements Enquiry {
    @Override
    public String byKeys() {
        return "";
    }

    @Override
    public boolean isClosed() {
        return false;
    }

    @Override
    public List<Evidence> keyed(String pressed) {
        Optional<String> meant =
                pressed.isEmpty() ? Optional.empty() : Optional.ofNullable(keys.get(pressed.charAt(0)));
        List<String> offered = List.copyOf(keys.values());
        return meant.isEmpty() ? List.of() : List.of(new Evidence.Picked(offered, meant, Evidence.By.KEY));
    }

    @Override
    public List<Evidence> said(Transcript said) {
        return said.isEmpty() ? List.of() : List.of(Evidence.Heard.of(said));
    }
}
