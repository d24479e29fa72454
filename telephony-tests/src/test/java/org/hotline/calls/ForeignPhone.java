package org.hotline.calls;

import java.time.Duration;
import org.hotline.phone.Tape;

/** A telephone nobody here wrote: what both kinds can do. Verbs wait until the phone says that it is done. */
interface ForeignPhone extends AutoCloseable {
    /** Starts recording, dials, and waits until it is answered. */
    Tape dials(String number);

    void presses(char key);

    /** Waits until it rings, answers, and starts recording. */
    Tape answers(Duration patience);

    void holds();

    void resumes();

    /** Sends the other side to that number (REFER) and waits until the phone is free again. */
    void transfersTo(String number, Duration patience);

    void isHungUpOn(Duration patience);

    @Override
    void close();
}
