package org.hotline.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hotline.conversation.jdbc.SampleShop;
import org.hotline.conversation.lookup.Lookups;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rehearsal of every plan, held by the real conversation over the sample shop's tables. */
class RehearsalsTest {
    private static Lookups shop() {
        return SampleShop.rehearsed(Plans.folder().resolve("shop-en/sample-shop.sql"));
    }

    @TestFactory
    Stream<DynamicTest> rehearsals() {
        Lookups shop = shop();
        return Plans.all().stream().flatMap(folder -> {
            Written written = Plans.written(folder);
            Rehearsal rehearsal = new Rehearsal(written.plan(), Plans.comprehension(written.plan()), shop);
            return Script.of(folder).stream()
                    .map(file -> DynamicTest.dynamicTest(
                            folder.getFileName() + "/" + file.getFileName(),
                            () -> assertThat(rehearsal.run(file)).isEmpty()));
        });
    }

    @Test
    void everyPlanHasEightRehearsalsOrMore() {
        for (Path folder : Plans.all()) {
            List<Path> scripts = Script.of(folder);
            assertThat(scripts).as(folder.toString()).hasSizeGreaterThanOrEqualTo(8);
        }
    }
}
