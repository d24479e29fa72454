package org.hotline.call;

/**
 * The call is over: unwinds the call's thread from {@link Call#exchange} to the switchboard, the only place that
 * catches it. An ordinary event, not an error: it carries no stack trace and nobody logs it as a fault.
 */
public final class CallEnded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Who or what ended it. */
    public enum By {
        /** The far side hung up. */
        FAR_SIDE,
        /** We did: {@link Call#hangUp} was called. */
        US,
        /** No media for longer than the configured time while not on hold. */
        MEDIA_LOST,
        /** The session timer ran out (RFC 4028) or the signalling transport died. */
        SIGNALLING_LOST
    }

    private final By by;
    private final HangupCause cause;

    public CallEnded(By by, HangupCause cause) {
        super(by + " " + cause, null, false, false);
        this.by = by;
        this.cause = cause;
    }

    public By by() {
        return by;
    }

    public HangupCause cause() {
        return cause;
    }
}
