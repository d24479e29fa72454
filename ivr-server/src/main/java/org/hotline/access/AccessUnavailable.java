package org.hotline.access;

/** Users and the audit log can be neither read nor written just now. */
public final class AccessUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AccessUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
