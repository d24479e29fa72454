package org.hotline.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.hotline.bench.SpokenCorpus;
import org.hotline.bench.locate.LocateBench;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The benchmark of spoken callers holds its calls and counts them; how well it goes is the benchmark's to say. */
class SpokenCallersTest {
    @Test
    void everyCallIsHeldAndCounted() {
        assumeTrue(SpokenCorpus.isPossible(), "skipped: espeak-ng is not installed, so callers cannot speak");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        int code = new CommandLine(new LocateBench(out))
                .execute("--spoken", "--language", "en", "--callers", "1", "--at-once", "1");
        assertThat(code).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsPattern("en customers, guessing +1 ")
                .containsPattern("en - no guess +1 ")
                .doesNotContain("failed");
    }
}
