package org.hotline.calls;

import org.hotline.phone.BadLine;
import org.hotline.phone.CallersPhone;
import org.hotline.speech.Language;

/** Callers who call the hotline itself, by SIP. */
class SelfServiceTest extends SelfService {
    @Override
    protected CallersPhone phone(Language language, BadLine line) {
        return Hotline.open().caller(language).overALineThat(line).build();
    }
}
