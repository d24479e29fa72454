package org.hotline.calls;

import org.hotline.phone.BadLine;
import org.hotline.phone.CallersPhone;
import org.hotline.speech.Language;

/** Callers whose Asterisk hands them over. */
class SelfServiceThroughAsteriskTest extends SelfService {
    @Override
    protected CallersPhone phone(Language language, BadLine line) {
        return Hotline.open().caller(Hotline.open().asterisk(), language, line);
    }
}
