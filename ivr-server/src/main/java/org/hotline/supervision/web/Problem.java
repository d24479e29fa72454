package org.hotline.supervision.web;

import java.util.Locale;

/**
 * A refusal that says what is wrong and what to do next (RFC 9457), thrown by whoever finds it.
 *
 * <p>The code is for programs and for the pages, which say it in the reader's language.
 */
final class Problem extends RuntimeException {
    static final String CONTENT_TYPE = "application/problem+json";
    private static final long serialVersionUID = 1L;

    private final Code code;
    private final String next;

    Problem(Code code, String detail, String next) {
        super(detail, null, false, false);
        this.code = code;
        this.next = next;
    }

    Body body() {
        return new Body("about:blank", code.title, code.status, code.word(), String.valueOf(getMessage()), next);
    }

    int status() {
        return code.status;
    }

    /** What goes over the wire. */
    record Body(String type, String title, int status, String code, String detail, String next) {}

    /** Every way to be refused. */
    enum Code {
        BAD_REQUEST(400, "The request is not understood"),
        WRONG_PASSWORD(401, "Name or password is wrong"),
        NOT_LOGGED_IN(401, "Not logged in"),
        NOT_PERMITTED(403, "Not permitted"),
        STALE_PAGE(403, "The page is out of date"),
        WRONG_OLD_PASSWORD(403, "The old password is wrong"),
        SHUT_OUT(403, "This user may not log in"),
        NO_SUCH_CALL(404, "There is no such call"),
        NO_SUCH_AGENT(404, "There is no such agent"),
        NO_SUCH_USER(404, "There is no such user"),
        NO_SUCH_ISSUE(404, "There is no such hotline, issue or version"),
        NO_RECORDING(404, "There is no recording"),
        NO_SUCH_PAGE(404, "There is nothing here"),
        NO_PHONE(409, "There is no phone to ring"),
        REFUSED_NOW(409, "Not possible just now"),
        NOT_SO(409, "Not possible so"),
        NOT_PUBLISHABLE(409, "The version may not be published"),
        NAME_TAKEN(409, "There is a user of this name already"),
        LAST_ADMIN(409, "There must be an administrator"),
        TOO_LARGE(413, "The request is too large"),
        NO_SPEECH(422, "The sound cannot be used"),
        WEAK_PASSWORD(422, "The password is too easily guessed"),
        WRONG_HOST(421, "Not reachable under this name"),
        TOO_MANY_LOGINS(429, "Too many attempts to log in"),
        OUR_FAULT(500, "Something went wrong on our side"),
        STORE_AWAY(503, "The call records cannot be read just now"),
        DEAF(503, "Nothing recognises speech just now"),
        BUSY(503, "Too busy just now");

        private final int status;
        private final String title;

        Code(int status, String title) {
            this.status = status;
            this.title = title;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
