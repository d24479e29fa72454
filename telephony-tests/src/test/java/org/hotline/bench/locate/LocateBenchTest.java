package org.hotline.bench.locate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.hotline.issue.belief.Act;
import org.hotline.issue.belief.Evidence;
import org.hotline.speech.Language;
import org.hotline.understanding.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocateBenchTest {
    private static final String SAID = "where is my parcel i ordered it last week and nobody came";

    @TempDir
    Path folder;

    @Test
    void mishearsAsOftenAsAskedAndTheSameWithTheSameSeed() throws Exception {
        Path vocabulary = folder.resolve("vocabulary.txt");
        Files.writeString(
                vocabulary, String.join("\n", "[unk]", SAID.replace(" ", "\n"), "wear", "partial", "weak", "came"));
        Confusions confusions = new Confusions(Language.ENGLISH, vocabulary);
        Mishearing mishearing = new Mishearing(confusions, 0.15);
        Random chance = new Random(4);
        int whole = 0;
        for (int time = 0; time < 400; time++) {
            List<Evidence.Reading> readings = mishearing.readings(SAID, chance);
            assertThat(readings).hasSize(5);
            assertThat(readings.stream()
                            .mapToDouble(Evidence.Reading::confidence)
                            .sum())
                    .isBetween(0.999, 1.001);
            whole += readings.getFirst().text().equals(SAID) ? 1 : 0;
        }
        // Twelve words: 0.85 to the power of 12 is 14 %.
        assertThat(whole).isBetween(30, 90);
        assertThat(mishearing.readings(SAID, new Random(9))).isEqualTo(mishearing.readings(SAID, new Random(9)));
        assertThat(new Mishearing(confusions, 0).readings(SAID, chance))
                .allMatch(reading -> reading.text().equals(SAID));
    }

    @Test
    void callersNeverSayWhatWasTaught() {
        Wordings said = new Wordings(Map.of("late", List.of("Where is it?", "still waiting"), "lost", List.of("gone")));
        Wordings left = said.without(
                Language.ENGLISH, List.of(new Example("where is it", "late"), new Example("gone", "lost")));
        assertThat(left.byIssue()).isEqualTo(Map.of("late", List.of("still waiting")));
    }

    @Test
    void foreignCallersWantNoneOfTheseAndImpatientOnesAPerson() throws Exception {
        Path vocabulary = folder.resolve("vocabulary.txt");
        Files.writeString(vocabulary, SAID.replace(" ", "\n"));
        Mishearing nothing = new Mishearing(new Confusions(Language.ENGLISH, vocabulary), 0);
        Habits clear = new Habits(0, 0, 0, 0, 0, 1, 0, 1);
        Wordings needs = new Wordings(Map.of("taxi", List.of("a taxi please")));
        SimulatedCaller.Caller who = OtherCallers.foreign(needs, 1, 3).getFirst();
        SimulatedCaller foreign = new SimulatedCaller(who, nothing, clear);
        assertThat(foreign.describes().readings().getFirst().text()).isEqualTo("a taxi please");
        assertThat(foreign.picks(List.of("parcels", "money")).picked()).isEmpty();
        assertThat(foreign.agrees("parcels").yes()).isFalse();
        assertThat(foreign.isImpatient(new Act.AskFacet("arrived"))).isFalse();

        SimulatedCaller impatient = new SimulatedCaller(
                OtherCallers.impatient(List.of(who), List.of("a person"), 3).getFirst(), nothing, clear);
        assertThat(impatient.isImpatient(new Act.AskFacet("arrived"))).isFalse();
        impatient.describes();
        assertThat(impatient.isImpatient(new Act.AskFacet("arrived"))).isTrue();
        assertThat(impatient.demands().readings().getFirst().text()).isEqualTo("a person");
        Act granted = new Act.Confirm(Wordings.PERSON, Act.How.IMPLICIT, Optional.empty());
        assertThat(impatient.isImpatient(granted)).isFalse();
        assertThat(impatient.hears(Wordings.PERSON).yes()).isTrue();
    }
}
