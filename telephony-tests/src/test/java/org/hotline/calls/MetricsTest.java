package org.hotline.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hotline.Main;
import org.hotline.phone.Softphone;
import org.hotline.speech.Language;
import org.junit.jupiter.api.Test;

/** What the dashboard and the alert rules look at is there. */
class MetricsTest {
    private static final Path MONITORING = Main.home().resolve("ivr-server/docs/monitoring");
    private static final Pattern EXPRESSION = Pattern.compile("\"?expr\"?: \"?(.*)");
    private static final Pattern NOT_A_NAME =
            Pattern.compile("\\{[^}]*}|\\[[^]]*]|by \\([^)]*\\)|\\b(sum|rate|increase|histogram_quantile|or|and)\\b");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z_]+");
    /** Made by Prometheus itself for everything it reads. */
    private static final Set<String> ITS_OWN = Set.of("up");

    @Test
    void everyMetricOfTheDashboardAndTheAlertsExists() throws Exception {
        try (Softphone phone = Hotline.open().caller(Language.ENGLISH).build()) {
            phone.dials("4000").hangsUp();
        }
        String metrics = scrape();
        Set<String> exported = new TreeSet<>();
        metrics.lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> exported.add(line.replaceFirst("[{ ].*", "")));
        Set<String> named = named();
        assertThat(named).hasSizeGreaterThan(25);
        named.removeAll(ITS_OWN);
        assertThat(exported).containsAll(named);
        assertThat(metrics)
                .containsPattern("sip_responses_total\\{code=\"200\"} [1-9]")
                .containsPattern("rtp_packets_sent_total [1-9]")
                .containsPattern("calls_arrived_total [1-9]");
    }

    private static String scrape() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(Hotline.pages() + "/metrics")).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private static Set<String> named() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String file : List.of("dashboard.json", "alerts.yaml")) {
            EXPRESSION
                    .matcher(Files.readString(MONITORING.resolve(file)).replace("\\\"", "'"))
                    .results()
                    .map(found -> NOT_A_NAME.matcher(found.group(1)).replaceAll(" "))
                    .flatMap(expression -> NAME.matcher(expression).results())
                    .forEach(found -> names.add(found.group()));
        }
        return names;
    }
}
