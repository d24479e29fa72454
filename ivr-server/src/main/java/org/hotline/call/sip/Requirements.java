package org.hotline.call.sip;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sip.ServerTransaction;
import javax.sip.header.RequireHeader;
import javax.sip.message.Response;
import org.hotline.call.sip.stack.Messages;
import org.hotline.call.sip.stack.Reply;

/** Refuses requests that require what we cannot do (RFC 3261 section 8.2.2.3). */
final class Requirements {
    /** Option tags we honour. Not {@code 100rel}: we answer at once, so no provisional response needs to be reliable. */
    private static final Set<String> MET = Set.of("timer");

    private Requirements() {}

    /** True if all is met; else it has been answered with 420. */
    static boolean met(ServerTransaction transaction) {
        List<String> unmet =
                Messages.headers(transaction.getRequest(), RequireHeader.NAME, RequireHeader.class).stream()
                        .map(RequireHeader::getOptionTag)
                        .filter(tag -> !MET.contains(tag.toLowerCase(Locale.ROOT)))
                        .toList();
        if (unmet.isEmpty()) {
            return true;
        }
        Response refusal = Reply.of(transaction.getRequest(), Response.BAD_EXTENSION);
        unmet.forEach(tag -> refusal.addHeader(Messages.build(() -> Messages.HEADERS.createUnsupportedHeader(tag))));
        Reply.send(transaction, refusal);
        return false;
    }
}
