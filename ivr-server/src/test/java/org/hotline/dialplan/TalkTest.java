package org.hotline.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hotline.conversation.Lookups;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Callers who say more than they were asked, in typed calls about parcels, in both languages. */
class TalkTest {
    private static final List<String> PLANS = List.of("parcels-en", "parcels-zh");

    private static Path folder(String plan) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(TalkTest.class.getResource("plans/" + plan))
                .toURI());
    }

    @Test
    void areRight() throws URISyntaxException {
        for (String plan : PLANS) {
            assertThat(DialplanCheck.of(folder(plan), Surroundings.UNKNOWN)).isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> goAsWritten() throws URISyntaxException {
        Stream.Builder<DynamicTest> tests = Stream.builder();
        for (String plan : PLANS) {
            Written written = Plans.written(folder(plan));
            Rehearsal rehearsal = new Rehearsal(written.plan(), Plans.comprehension(written.plan()), Lookups.NONE);
            for (Path file : Script.of(folder(plan))) {
                tests.add(DynamicTest.dynamicTest(
                        plan + " " + file.getFileName(),
                        () -> assertThat(rehearsal.run(file)).isEmpty()));
            }
        }
        return tests.build();
    }
}
