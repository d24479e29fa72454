package org.hotline.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.hotline.House;
import org.hotline.Main;

/** A real browser (Chromium, headless) that plays a scenario of {@code ivr-server/src/main/web/browser}. */
final class Browser {
    private static final Path WEB = Main.home().resolve("ivr-server/src/main/web");

    private Browser() {}

    /** Skips a test that needs a browser and pages to look at, and says what is missing. */
    static void needed() {
        Hotline.needs("chromium");
        Hotline.needs("node");
        assumeTrue(
                House.class.getResource("/web/index.html") != null,
                "the pages are not built (mvn package without -Dskip.web): this test is skipped");
        assumeTrue(
                Files.exists(WEB.resolve("node_modules/playwright-core")),
                "the browser's driver is not there (npm ci in " + WEB + "): this test is skipped");
    }

    /**
     * Plays a scenario.
     *
     * @param address of the pages
     * @param act does what the scenario asks of people at their phones, and answers in one line
     */
    static void plays(String scenario, String address, UnaryOperator<String> act) throws IOException {
        Process browser = new ProcessBuilder(
                        "node", WEB.resolve("browser/run.mjs").toString(), scenario, address, "/usr/bin/chromium")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String last = "nothing";
        try (BufferedReader said = browser.inputReader(StandardCharsets.UTF_8);
                PrintStream answers = new PrintStream(browser.getOutputStream(), true, StandardCharsets.UTF_8)) {
            for (String words = said.readLine(); words != null; words = said.readLine()) {
                last = words;
                if (words.startsWith("@")) {
                    answers.println(act.apply(words.substring(1)));
                } else {
                    System.out.println("browser: " + words);
                }
            }
        } finally {
            browser.destroy();
        }
        assertThat(last).isEqualTo("passed");
    }
}
