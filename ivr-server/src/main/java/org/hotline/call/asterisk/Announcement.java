package org.hotline.call.asterisk;

import java.util.Optional;
import java.util.UUID;
import org.asteriskjava.fastagi.AgiRequest;
import org.hotline.call.PhoneNumber;

/**
 * What {@code begin} says of a call.
 *
 * @param key names it between Asterisk and us
 * @param channel Asterisk's name for it
 * @param uniqueId Asterisk's name for its channel that no other channel has
 * @param version of Asterisk
 * @param rate of the channel that will carry the sound: 8,000, or 16,000 with {@code c(slin16)}
 */
record Announcement(
        UUID key,
        String channel,
        String uniqueId,
        PhoneNumber calling,
        PhoneNumber dialled,
        String version,
        int rate,
        String source) {
    private static final int LONGEST = 64;

    /** Bits of the presentation indicator (Q.931) and what they are when the caller withheld the number. */
    private static final int PRESENTATION = 0x60;

    private static final int RESTRICTED = 0x20;

    /** Reads a request; empty if it names no call. */
    static Optional<Announcement> of(AgiRequest request) {
        return key(request)
                .map(key -> new Announcement(
                        key,
                        header(request, "channel"),
                        header(request, "uniqueid"),
                        withheld(request) ? PhoneNumber.WITHHELD : number(header(request, "callerid")),
                        dialled(request),
                        header(request, "version"),
                        parameter(request, "rate").equals("16000") ? 16_000 : 8_000,
                        request.getRemoteAddress().getHostAddress()));
    }

    /** The call a request is about; empty if it names none. */
    static Optional<UUID> key(AgiRequest request) {
        String text = parameter(request, "uuid");
        try {
            UUID key = UUID.fromString(text);
            return text.length() == 36 ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** What the dialplan says was dialled; else the extension, unless it is a letter like s; else the DNID. */
    private static PhoneNumber dialled(AgiRequest request) {
        // "+" is a space in a query; a dialplan that does not know means the plus of an international number.
        String told = parameter(request, "dialled").replace(' ', '+');
        String extension = header(request, "extension");
        boolean number = extension.chars().anyMatch(Character::isDigit);
        return number(!told.isEmpty() ? told : number ? extension : header(request, "dnid"));
    }

    private static boolean withheld(AgiRequest request) {
        Integer presentation = request.getCallingPres();
        return presentation != null && (presentation & PRESENTATION) == RESTRICTED;
    }

    private static PhoneNumber number(String text) {
        boolean honest = text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl);
        return honest && !text.equals("unknown") ? new PhoneNumber(text) : PhoneNumber.WITHHELD;
    }

    private static String header(AgiRequest request, String name) {
        return request.getRequest().getOrDefault(name, "");
    }

    private static String parameter(AgiRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
