package org.hotline.calls;

import org.hotline.phone.BadLine;
import org.hotline.phone.CallersPhone;
import org.hotline.speech.Language;
import org.hotline.workbench.Trial;

/** Callers who call the hotline itself, by SIP. */
class SelfServiceTest extends SelfService {
    @Override
    protected Trial hotline() {
        return Hotline.open();
    }

    @Override
    protected CallersPhone phone(Language language, BadLine line) {
        return hotline().caller(language).overALineThat(line).build();
    }
}
