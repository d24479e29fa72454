package org.hotline.call.sip.stack;

import gov.nist.javax.sip.message.Content;
import gov.nist.javax.sip.message.SIPMessage;
import java.text.ParseException;
import java.util.Iterator;
import java.util.Optional;
import javax.sip.message.Message;
import org.hotline.call.sdp.SessionDescription;

/** Finds the session description in a body: the body itself, or a part of a multipart one (RFC 5621 section 3). */
public final class Bodies {
    private Bodies() {}

    public static Optional<String> description(Message message) {
        String type = Messages.bodyType(message);
        if (type.equals(SessionDescription.TYPE)) {
            return Optional.of(Messages.body(message)).filter(text -> !text.isEmpty());
        }
        return type.startsWith("multipart/") ? part((SIPMessage) message) : Optional.empty();
    }

    private static Optional<String> part(SIPMessage message) {
        try {
            Iterator<Content> parts = message.getMultipartMimeContent().getContents();
            while (parts.hasNext()) {
                Content part = parts.next();
                if (part.getContentTypeHeader() != null
                        && part.getContentTypeHeader().getContentType().equalsIgnoreCase("application")
                        && part.getContentTypeHeader().getContentSubType().equalsIgnoreCase("sdp")) {
                    return Optional.of(part.getContent().toString());
                }
            }
            return Optional.empty();
        } catch (ParseException malformed) {
            return Optional.empty();
        }
    }
}
