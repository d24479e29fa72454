package org.hotline.phone;

import org.hotline.speech.Language;
import org.hotline.speech.Synthesizer;

/** A telephone that calls the hotline, whatever network it is in. */
public interface CallersPhone extends AutoCloseable {
    /** Dials a number and waits until it is answered. */
    PhoneCall dials(String number);

    /** What its owner speaks and understands. */
    Language language();

    /** The voice its owner speaks with. */
    Synthesizer voice();

    @Override
    void close();
}
