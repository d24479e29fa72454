package org.hotline.calls;

import org.hotline.phone.BadLine;
import org.hotline.phone.CallersPhone;
import org.hotline.speech.Language;
import org.hotline.workbench.Trial;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Callers whose Asterisk hands them over. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("callers through Asterisk")
class SelfServiceThroughAsteriskTest extends SelfService {
    private static Trial hotline;

    @BeforeAll
    static void open() {
        hotline = Hotline.start();
    }

    @AfterAll
    static void close() {
        hotline.close();
    }

    @Override
    protected Trial hotline() {
        return hotline;
    }

    @Override
    protected CallersPhone phone(Language language, BadLine line) {
        return hotline.caller(hotline.asterisk(), language, line);
    }
}
