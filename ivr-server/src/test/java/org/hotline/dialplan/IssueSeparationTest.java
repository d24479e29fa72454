package org.hotline.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hotline.speech.Language;
import org.hotline.understanding.ensemble.EnsembleLearner;
import org.hotline.understanding.ensemble.Pace;
import org.hotline.yaml.Complaint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssueSeparationTest {
    @TempDir
    private Path folder;

    private IssueSeparation.Found found(String facetOfLost) throws IOException {
        Files.writeString(folder.resolve("issues.yaml"), TREE.replace("%s", facetOfLost));
        return switch (IssuesReader.read(folder)) {
            case IssuesReader.Reading.Read read ->
                IssueSeparation.of(
                        read.written(), new EnsembleLearner(Pace.QUICK), (language, parts, of) -> progress.add(parts));
            case IssuesReader.Reading.Refused refused -> throw new AssertionError(refused.complaints());
        };
    }

    private final List<Integer> progress = new ArrayList<>();

    @Test
    void namesUtterancesThatSoundLikeAnotherIssue() throws IOException {
        assertThat(found("").remarks())
                .filteredOn(remark -> remark.sentence().endsWith("sounds like lamp"))
                .singleElement()
                .satisfies(remark -> {
                    assertThat(remark.sentence())
                            .isEqualTo(
                                    "issue \"invoice\" has \"the red lamp is broken again\", which sounds like lamp");
                    assertThat(Files.readAllLines(folder.resolve("issues.yaml"))
                                    .get(remark.place().line() - 1))
                            .contains("the red lamp is broken again");
                });
        assertThat(progress).containsExactly(1, 2, 3, 4);
    }

    @Test
    void namesIssuesThatAreMixedUpUnlessAFacetTellsThemApart() throws IOException {
        assertThat(found("").remarks())
                .extracting(Complaint::sentence)
                .filteredOn(sentence -> sentence.contains("hard to tell"))
                .singleElement()
                .asString()
                .startsWith("issue \"late\" is hard to tell from lost in en:")
                .endsWith("and no facet tells them apart");
        assertThat(found("facets: { moves: still }").remarks())
                .noneMatch(remark -> remark.sentence().contains("no facet"));
    }

    @Test
    void saysHowMuchIsUnderstood() throws IOException {
        assertThat(found("").trials()).containsOnlyKeys(Language.ENGLISH);
        assertThat(found("").understood(Language.ENGLISH)).isBetween(0.4, 0.9);
    }

    private static final String TREE = """
            hotline: any
            facets:
              moves:
                ask: { en: "Does it move?" }
                choices:
                  moving: { called: { en: "it moves" }, en: ["yes"] }
                  still: { called: { en: "it does not" }, en: ["no"] }
            issues:
              late:
                called: { en: "a late parcel" }
                facets: { moves: moving }
                en: ["where is my parcel", "my parcel has not come", "the parcel is not here", "i miss my parcel today",
                     "my package has not arrived", "when does the package come", "the package is not there yet", "no parcel today"]
                agents: true
              lost:
                called: { en: "a lost parcel" }
                en: ["where is my package", "my parcel has not come yet", "the parcel is not here yet", "i miss my parcel",
                     "my package has not come", "when does the parcel come", "the package is not there", "no package today"]
                agents: true
                %s
              lamp:
                called: { en: "a broken lamp" }
                en: ["the red lamp is broken", "my red lamp is broken", "the lamp is broken again", "the red lamp broke",
                     "a red lamp that is broken", "this red lamp is broken again", "red lamp broken", "our red lamp is broken",
                     "the red lamp is broken once again", "again the red lamp is broken", "the red lamp is broken already", "is the red lamp broken again"]
                agents: true
              invoice:
                called: { en: "an invoice" }
                en: ["i need an invoice", "send the invoice please", "an invoice for my company", "can i get an invoice",
                     "the invoice by mail please", "print me an invoice",
                     "the red lamp is broken again", "invoice please"]
                agents: true
            """;
}
