package org.hotline.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.hotline.conversation.lookup.Lookups;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A plan with the verbs and kinds of values that the samples do without. */
class VerbsTest {
    private static Path folder() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(VerbsTest.class.getResource("plans/verbs"))
                .toURI());
    }

    @Test
    void isRight() throws URISyntaxException {
        assertThat(DialplanCheck.of(folder(), Surroundings.UNKNOWN)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> goesAsWritten() throws URISyntaxException {
        Written written = Plans.written(folder());
        Rehearsal rehearsal = new Rehearsal(written.plan(), Plans.comprehension(written.plan()), Lookups.NONE);
        return Script.of(folder()).stream()
                .map(file -> DynamicTest.dynamicTest(
                        String.valueOf(file.getFileName()),
                        () -> assertThat(rehearsal.run(file)).isEmpty()));
    }
}
