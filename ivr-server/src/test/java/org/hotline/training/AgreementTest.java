package org.hotline.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotline.call.CallId;
import org.hotline.training.Agreement.Dispute;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private final Map<Utterance.Id, Labels.Given> labels = new LinkedHashMap<>();
    private final List<Labels.Given> opinions = new ArrayList<>();

    /** The usual example: 50 things, both yes 20, both no 15, yes and no 5, no and yes 10; kappa is 0.4. */
    @Test
    void kappaIsTheShareThatChanceDoesNotExplain() {
        twice(20, "yes", "yes");
        twice(15, "no", "no");
        twice(5, "yes", "no");
        twice(10, "no", "yes");
        Agreement agreement = Agreement.of(labels, opinions);
        assertThat(agreement.twice()).isEqualTo(50);
        assertThat(agreement.agreed()).isEqualTo(35);
        assertThat(agreement.kappa().orElseThrow()).isCloseTo(0.4, within(1e-9));
        assertThat(agreement.disputes()).containsExactly(new Dispute("no", "yes", 15));
    }

    @Test
    void withoutAnythingToCompareThereIsNoKappa() {
        assertThat(Agreement.of(labels, opinions).kappa()).isEmpty();
        twice(3, "yes", "yes");
        assertThat(Agreement.of(labels, opinions).agreed()).isEqualTo(3);
        assertThat(Agreement.of(labels, opinions).kappa())
                .as("all was one label")
                .isEmpty();
    }

    @Test
    void ownLabelsAndThoseTakenBackDoNotCount() {
        twice(1, "yes", "no");
        labels.clear();
        Utterance.Id alone = new Utterance.Id(new CallId("call00000099"), 1);
        labels.put(alone, given(alone, "yes", "lin"));
        opinions.add(given(alone, "yes", "lin"));
        assertThat(Agreement.of(labels, opinions).twice()).isZero();
    }

    private void twice(int times, String first, String second) {
        for (int i = 0; i < times; i++) {
            Utterance.Id id = new Utterance.Id(new CallId("call" + (10_000_000 + opinions.size())), 1);
            labels.put(id, given(id, first, "lin"));
            opinions.add(given(id, second, "quinn"));
        }
    }

    private static Labels.Given given(Utterance.Id id, String label, String by) {
        return new Labels.Given(id, new Label.About(label), by, Instant.EPOCH, false);
    }
}
