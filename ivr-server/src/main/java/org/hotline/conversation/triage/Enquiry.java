package org.hotline.conversation.triage;

import java.util.List;
import java.util.Map;
import org.hotline.issue.belief.Evidence;
import org.hotline.speech.Piece;
import org.hotline.speech.Transcript;

/** A question to a caller that tells something about the issue. */
public interface Enquiry {
    /** What is asked, with the names of {@link #values()} and of slots in braces. */
    String wording();

    /** How to answer by keys, said to who was not understood; empty if keys cannot answer. */
    String byKeys();

    /** What the names in the wordings stand for. */
    Map<String, Piece> values();

    /** Whether a few words can answer it: who has said them need not be waited for. */
    boolean isClosed();

    /** What keys tell; nothing if they mean nothing here. */
    List<Evidence> keyed(String keys);

    /** What words tell; nothing if they are not understood. */
    List<Evidence> said(Transcript said);

    /** What it tells that the caller says nothing; mostly nothing. */
    default List<Evidence> silence() {
        return List.of();
    }
}
