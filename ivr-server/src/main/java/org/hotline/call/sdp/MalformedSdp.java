package org.hotline.call.sdp;

/** What was received is not a session description; the message says what is wrong in which line, never its text. */
public final class MalformedSdp extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedSdp(int line, String what) {
        super("line " + line + ": " + what, null, false, false);
    }
}
