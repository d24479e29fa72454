package org.hotline.call.sip;

import javax.sip.address.SipURI;
import javax.sip.address.TelURL;
import javax.sip.address.URI;
import org.hotline.call.PhoneNumber;

/** Reads numbers out of addresses. */
final class Numbers {
    private static final int LONGEST = 64;

    private Numbers() {}

    /** The number an address stands for; withheld if it names nobody (RFC 3323 section 4.1.1.3). */
    static PhoneNumber of(URI uri) {
        if (uri instanceof SipURI sip) {
            boolean nobody = sip.getUser() == null || sip.getHost().equalsIgnoreCase("anonymous.invalid");
            return nobody ? PhoneNumber.WITHHELD : clean(sip.getUser());
        }
        return uri instanceof TelURL tel
                ? clean((tel.isGlobal() ? "+" : "") + tel.getPhoneNumber())
                : PhoneNumber.WITHHELD;
    }

    private static PhoneNumber clean(String user) {
        String number = user.split(";", 2)[0]; // parameters of a telephone-subscriber (RFC 3261 section 19.1.6)
        boolean honest = number.length() <= LONGEST && number.chars().noneMatch(Character::isISOControl);
        return honest && !number.equalsIgnoreCase("anonymous") ? new PhoneNumber(number) : PhoneNumber.WITHHELD;
    }
}
