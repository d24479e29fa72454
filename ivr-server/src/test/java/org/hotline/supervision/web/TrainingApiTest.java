package org.hotline.supervision.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.hotline.access.AuditLog.Action;
import org.hotline.audio.Pcm;
import org.hotline.audio.Tone;
import org.hotline.audio.Wav;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The trainers' side: labels, tries, changes of the tree, versions; each answer held against the contract. */
class TrainingApiTest {
    private static final String CORNER = "/api/training/corner";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private SampleCentre centre;
    private Visitor quinn;

    @BeforeEach
    void open() {
        centre = new SampleCentre().start();
        quinn = visitor("quinn");
    }

    @AfterEach
    void close() {
        centre.close();
    }

    private Visitor visitor(String name) {
        return new Visitor(centre.address()).loggedInAs(name);
    }

    @Test
    void theDeskTellsWhatCallsMadeOfEachIssue() {
        JsonNode desk = quinn.get(CORNER).json();
        assertThat(quinn.get("/api/training").json().get("hotlines").get(0).asString())
                .isEqualTo("corner");
        JsonNode late = issue(desk, "parcel-late");
        assertThat(late.get("calls").asInt()).isEqualTo(3);
        assertThat(late.get("confirmed").asInt()).isEqualTo(3);
        assertThat(late.get("initials").asString()).isEqualTo("bgwd");
        assertThat(late.get("path").get(0).asString()).isEqualTo("parcels");
        assertThat(desk.get("calls").asInt()).isEqualTo(10);
        assertThat(desk.get("unlocated").asInt()).isEqualTo(7);
        assertThat(desk.get("draftChanges").asInt()).isZero();
        assertThat(desk.has("inForce")).isFalse();
    }

    @Test
    void agentsDoNotTrain() {
        Visitor anna = visitor("anna");
        assertThat(anna.get(CORNER).status()).isEqualTo(403);
        assertThat(anna.post(CORNER + "/labels", "{\"items\":[\"lost0.1\"],\"as\":\"ignore\"}")
                        .status())
                .isEqualTo(403);
        assertThat(quinn.get("/api/training/elsewhere").code()).isEqualTo("no-such-issue");
    }

    @Test
    void aLabelTeachesLeavesTheInboxAndIsTakenBack() {
        assertThat(items()).hasSize(7).contains("lost1.1");
        JsonNode labelled = quinn.post(CORNER + "/labels", label("parcel-broken", "lost1.1", "lost2.1"))
                .json();
        assertThat(labelled.get("labelled")).hasSize(2);
        assertThat(labelled.get("taken")).isEmpty();
        assertThat(items()).hasSize(5).doesNotContain("lost1.1");
        JsonNode desk = quinn.get(CORNER).json();
        assertThat(desk.get("labelledToday").asInt()).isEqualTo(2);
        assertThat(desk.get("draftChanges").asInt()).isEqualTo(2);
        assertThat(said("parcel-broken")).contains("the box is soaked");

        assertThat(quinn.post(CORNER + "/labels/undo", "{\"items\":[\"lost1.1\"]}")
                        .status())
                .isEqualTo(204);
        assertThat(items()).hasSize(6).contains("lost1.1");
        assertThat(said("parcel-broken")).doesNotContain("the box is soaked").contains("it rained on my parcel");
        assertThat(centre.audit.newest(2))
                .extracting(entry -> entry.action() + " " + entry.subject() + " " + entry.detail())
                .containsExactly("UNLABELLED corner 1", "LABELLED corner 2 as parcel-broken");
    }

    @Test
    void theFirstLabelCountsAndTheSecondTrainerIsTold() {
        Visitor lin = visitor("lin");
        assertThat(quinn.post(CORNER + "/holds", "{\"items\":[\"lost1.1\"]}")
                        .json()
                        .get("others"))
                .isEmpty();
        assertThat(lin.post(CORNER + "/holds", "{\"items\":[\"lost1.1\",\"lost2.1\"]}")
                        .json()
                        .get("others")
                        .get(0)
                        .asString())
                .isEqualTo("Quinn Ellis");
        quinn.post(CORNER + "/labels", label("parcel-broken", "lost1.1"));
        JsonNode late = lin.post(CORNER + "/labels", label("refund", "lost1.1", "lost2.1"))
                .json();
        assertThat(late.get("labelled").get(0).asString()).isEqualTo("lost2.1");
        assertThat(late.get("taken").get(0).get("by").asString()).isEqualTo("quinn");
        assertThat(late.get("taken").get(0).get("label").asString()).isEqualTo("parcel-broken");
        lin.post(CORNER + "/labels/undo", "{\"items\":[\"lost1.1\"]}");
        assertThat(said("parcel-broken")).as("another's label stays").contains("the box is soaked");
    }

    @Test
    void whatOneLabelledAnotherLabelsBlindlyAndTheyAreCompared() {
        Visitor lin = visitor("lin");
        quinn.post(CORNER + "/labels", label("parcel-broken", "lost1.1", "lost2.1"));
        assertThat(items(quinn, "?again=true")).as("the own labels").isEmpty();
        assertThat(items(lin, "?again=true")).containsExactlyInAnyOrder("lost1.1", "lost2.1");
        assertThat(lin.get(CORNER + "/inbox?again=true").text()).doesNotContain("quinn");
        lin.post(CORNER + "/labels", label("parcel-broken", "lost1.1"));
        lin.post(CORNER + "/labels", label("parcel-late", "lost2.1"));
        assertThat(items(lin, "?again=true")).isEmpty();
        JsonNode agreement = lin.get(CORNER).json().get("agreement");
        assertThat(agreement.get("twice").asInt()).isEqualTo(2);
        assertThat(agreement.get("agreed").asInt()).isEqualTo(1);
        assertThat(agreement.at("/disputes/0/one").asString()).isEqualTo("parcel-broken");
        assertThat(agreement.at("/disputes/0/other").asString()).isEqualTo("parcel-late");
        assertThat(said("parcel-late")).as("an opinion teaches nothing").doesNotContain("it rained on my parcel");
        lin.post(CORNER + "/labels/undo", "{\"items\":[\"lost2.1\"]}");
        assertThat(items(lin, "?again=true")).containsExactly("lost2.1");
        assertThat(said("parcel-broken")).contains("it rained on my parcel");
    }

    @Test
    void whatIsNotUnderstoodIsRefusedWithAWordAndASuggestion() {
        assertThat(quinn.post(CORNER + "/labels", label("no-such", "lost1.1")).code())
                .isEqualTo("no-such-issue");
        assertThat(quinn.post(CORNER + "/labels", label("refund", "gone7.1")).code())
                .isEqualTo("no-such-issue");
        assertThat(quinn.post(CORNER + "/labels", "{\"items\":[],\"as\":\"ignore\"}")
                        .code())
                .isEqualTo("bad-request");
        assertThat(quinn.post(CORNER + "/labels", "{\"items\":[\"lost1.1\"],\"as\":\"dance\"}")
                        .code())
                .isEqualTo("bad-request");
        assertThat(quinn.post(CORNER + "/tries", "{\"language\":\"fr\",\"text\":\"bonjour\"}")
                        .code())
                .isEqualTo("bad-request");
        assertThat(quinn.post(CORNER + "/issues", "{\"name\":\"Not So\",\"called\":{}}")
                        .code())
                .isEqualTo("not-so");
    }

    @Test
    void aSentenceIsTriedOnBothSides() {
        JsonNode alone = tried("when do i get the refund");
        assertThat(alone.get("sides")).hasSize(1);
        assertThat(likeliest(alone.get("sides").get(0))).isEqualTo("refund");
        assertThat(alone.get("sides").get(0).get("weighing").get("options")).isNotEmpty();

        quinn.post(CORNER + "/labels", label("parcel-broken", "lost1.1", "lost2.1", "lost3.1"));
        JsonNode both = tried("it rained on the box");
        assertThat(both.get("sides")).hasSize(2);
        JsonNode draft = both.get("sides").get(1);
        assertThat(draft.get("side").asString()).isEqualTo("draft");
        assertThat(likeliest(draft)).isEqualTo("parcel-broken");
        assertThat(probability(draft))
                .isGreaterThan(probability(both.get("sides").get(0)));
    }

    @Test
    void aRecordingIsHeardByTheRecognizerOfCalls() {
        JsonNode heard = quinn.send(CORNER + "/tries/sound?language=en", "audio/wav", wav(second(48_000)))
                .json();
        assertThat(heard.get("heard").get(0).get("text").asString()).isEqualTo("when will i get the refund");
        assertThat(likeliest(heard.get("sides").get(0))).isEqualTo("refund");
        JsonNode silent = quinn.send(
                        CORNER + "/tries/sound?language=en",
                        "audio/wav",
                        wav(Pcm.silence(Duration.ofMillis(200), 8000)))
                .json();
        assertThat(silent.get("heard")).isEmpty();
        assertThat(silent.get("sides")).isEmpty();
    }

    @Test
    void soundThatCannotBeHeardIsRefused() {
        String path = CORNER + "/tries/sound?language=en";
        assertThat(quinn.send(path, "audio/wav", new byte[100]).code()).isEqualTo("no-speech");
        assertThat(quinn.send(path, "audio/wav", wav(Pcm.silence(Duration.ofSeconds(21), 8000)))
                        .code())
                .isEqualTo("no-speech");
        assertThat(quinn.send(path, "audio/wav", wav(Pcm.silence(Duration.ofMillis(200), 44_101)))
                        .code())
                .isEqualTo("no-speech");
        assertThat(quinn.send(path, "audio/wav", new byte[4 * 1024 * 1024 + 1]).code())
                .isEqualTo("too-large");
        centre.school.recognizer.goesDown();
        assertThat(quinn.send(path, "audio/wav", wav(second(8000))).code()).isEqualTo("deaf");
    }

    @Test
    void issuesAreMadeSplitMovedAndMerged() {
        assertThat(quinn.post(
                                CORNER + "/issues",
                                "{\"name\":\"parcel-wet\",\"group\":\"parcels\",\"called\":{\"en\":\"a wet parcel\",\"zh\":\"包裹进水\"}}")
                        .status())
                .isEqualTo(204);
        assertThat(quinn.get(CORNER).json().get("problems").toString()).contains("parcel-wet");
        String split =
                "{\"kind\":\"split\",\"issue\":\"refund\",\"preview\":%s,\"name\":\"refund-late\",\"group\":\"money\","
                        + "\"called\":{\"en\":\"a late refund\",\"zh\":\"退款晚到\"},\"utterances\":[\"my refund has not come\",\"退款还没到\"]}";
        assertThat(quinn.post(CORNER + "/changes", split.formatted(true))
                        .json()
                        .get("utterances")
                        .asInt())
                .isEqualTo(2);
        assertThat(quinn.get(CORNER + "/issues/refund-late").code()).isEqualTo("no-such-issue");
        quinn.post(CORNER + "/changes", split.formatted(false));
        assertThat(said("refund-late")).containsExactly("my refund has not come", "退款还没到");
        quinn.post(
                CORNER + "/changes",
                "{\"kind\":\"move\",\"issue\":\"refund-late\",\"group\":\"parcels\",\"preview\":false}");
        assertThat(issue(quinn.get(CORNER).json(), "refund-late")
                        .get("path")
                        .get(0)
                        .asString())
                .isEqualTo("parcels");
        JsonNode merged = quinn.post(
                        CORNER + "/changes",
                        "{\"kind\":\"merge\",\"issue\":\"parcel-late\",\"into\":\"parcel-broken\",\"preview\":false}")
                .json();
        assertThat(merged.get("utterances").asInt()).isEqualTo(12);
        assertThat(merged.get("calls").asInt()).isEqualTo(3);
        assertThat(said("parcel-broken")).contains("where is my parcel", "the box was crushed");
        assertThat(centre.audit.newest(1).getFirst().detail()).isEqualTo("merge parcel-late into parcel-broken");
    }

    @Test
    void utterancesAreWrittenAndTakenAway() {
        String broken = CORNER + "/issues/parcel-broken/utterances";
        String dented = "{\"language\":\"en\",\"text\":\"The box is dented!\"}";
        assertThat(quinn.post(broken, dented).status()).isEqualTo(204);
        assertThat(said("parcel-broken")).contains("the box is dented");
        assertThat(quinn.post(broken + "/remove", dented).status()).isEqualTo(204);
        assertThat(said("parcel-broken")).doesNotContain("the box is dented");
        assertThat(quinn.post(broken, "{\"language\":\"en\",\"text\":\" \"}").code())
                .isEqualTo("bad-request");
        assertThat(quinn.post(CORNER + "/issues/nothing/utterances", dented).code())
                .isEqualTo("no-such-issue");
    }

    @Test
    void whatIsChangedByHandIsSaidUntilItIsTakenOver() {
        quinn.post(CORNER + "/labels", label("parcel-broken", "lost1.1"));
        centre.school.writesByHand("where is my parcel", "where on earth is my parcel");
        JsonNode desk = quinn.get(CORNER).json();
        assertThat(desk.at("/byHand/notInDraft").asInt()).isEqualTo(2);
        assertThat(desk.at("/byHand/notInForce").asInt()).isEqualTo(2);
        assertThat(quinn.post(CORNER + "/draft/take-over", "").json().get("conflicts"))
                .isEmpty();
        assertThat(said("parcel-late")).contains("where on earth is my parcel").doesNotContain("where is my parcel");
        assertThat(said("parcel-broken")).as("what trainers did stays").contains("the box is soaked");
        JsonNode then = quinn.get(CORNER).json();
        assertThat(then.at("/byHand/notInDraft").asInt()).isZero();
        assertThat(then.at("/byHand/notInForce").asInt()).isEqualTo(2);
        assertThat(then.get("draftChanges").asInt()).isEqualTo(3);

        centre.school.writesByHand("issues:", "isues:");
        assertThat(quinn.get(CORNER).json().at("/byHand/trouble").asString()).contains("issues.yaml:");
        assertThat(quinn.post(CORNER + "/draft/take-over", "").code()).isEqualTo("not-so");
    }

    @Test
    void aDraftIsDiscardedAndItsLabelsWithIt() {
        quinn.post(CORNER + "/labels", label("parcel-broken", "lost1.1", "lost2.1"));
        quinn.post(CORNER + "/labels", "{\"items\":[\"lost5.1\"],\"as\":\"ignore\"}");
        assertThat(items()).hasSize(4);
        assertThat(quinn.post(CORNER + "/draft/discard", "").status()).isEqualTo(204);
        assertThat(items()).as("what taught nothing is done with").hasSize(6).contains("lost1.1", "lost2.1");
        assertThat(quinn.get(CORNER).json().get("draftChanges").asInt()).isZero();
        assertThat(said("parcel-broken")).doesNotContain("the box is soaked");
    }

    @Test
    void anIssueIsRemovedAndWhatWasLabelledAsItIsOpenForEverybody() {
        quinn.post(CORNER + "/labels", label("parcel-broken", "lost1.1", "lost2.1"));
        quinn.post(CORNER + "/labels", label("refund", "lost3.1"));
        String remove = "{\"kind\":\"remove\",\"issue\":\"parcel-broken\",\"preview\":%b}";
        int utterances = said("parcel-broken").size();
        JsonNode effect =
                quinn.post(CORNER + "/changes", remove.formatted(true)).json();
        assertThat(effect.get("utterances").asInt()).isEqualTo(utterances);
        assertThat(items()).hasSize(4);
        assertThat(quinn.post(CORNER + "/changes", remove.formatted(false)).status())
                .isEqualTo(200);
        assertThat(quinn.get(CORNER + "/issues/parcel-broken").code()).isEqualTo("no-such-issue");
        assertThat(items()).as("the label of another issue stays").hasSize(6).contains("lost1.1", "lost2.1");
        assertThat(quinn.get(CORNER).json().get("labelledToday").asInt()).isEqualTo(1);
        assertThat(centre.audit.newest(1).getFirst().detail()).isEqualTo("remove parcel-broken");
        JsonNode anew = visitor("lin")
                .post(CORNER + "/labels", label("parcel-late", "lost1.1"))
                .json();
        assertThat(anew.get("taken"))
                .as("a label that came to nothing is nobody's")
                .isEmpty();
        assertThat(said("parcel-late")).contains("the box is soaked");
    }

    /** As {@code hotline train --base} does, which cannot reach the labels. */
    @Test
    void whatWasLabelledIsOpenAgainWhenTheDraftBeginsAnewWithTheFile() {
        quinn.post(CORNER + "/labels", label("parcel-broken", "lost1.1"));
        assertThat(items()).doesNotContain("lost1.1");
        quinn.post(CORNER + "/labels", "{\"items\":[\"lost5.1\"],\"as\":\"ignore\"}");
        centre.school.training.draft().beginWithBase();
        quinn.post(CORNER + "/labels/undo", "{\"items\":[\"lost4.1\"]}"); // the inbox is gathered anew
        assertThat(items()).contains("lost1.1", "lost4.1").doesNotContain("lost5.1");
    }

    @Test
    void theDaysTellHowMuchWasNotLocatedAndHowStrangeTheWordsWere() {
        List<JsonNode> days = quinn.get(CORNER).json().get("days").valueStream().toList();
        assertThat(days).isNotEmpty();
        assertThat(sum(days, "calls")).isEqualTo(10);
        assertThat(sum(days, "unlocated")).isEqualTo(7);
        // where is my parcel, three times; wet, soaked, rained, thing ... are in no utterance
        assertThat(sum(days, "words")).isGreaterThan(35);
        assertThat(sum(days, "unknown")).isBetween(8, 20);
    }

    private static int sum(List<JsonNode> days, String name) {
        return days.stream().mapToInt(day -> day.get(name).asInt()).sum();
    }

    @Test
    void aVersionIsLearntPublishedAndTakenBack() {
        quinn.post(CORNER + "/labels", label("parcel-broken", "lost1.1", "lost2.1", "lost3.1"));
        learn("wet boxes");
        JsonNode detail = quinn.get(CORNER + "/versions/1").json();
        assertThat(detail.get("version").get("publishable").asBoolean()).isTrue();
        assertThat(detail.get("report").get("regression").get("items").asInt()).isEqualTo(3);
        assertThat(detail.get("report").get("issues")).isNotEmpty();
        assertThat(detail.get("changes").get("utterances").get(0).get("issue").asString())
                .isEqualTo("parcel-broken");
        assertThat(quinn.post(CORNER + "/versions/1/publish", "").status()).isEqualTo(204);
        JsonNode desk = quinn.get(CORNER).json();
        assertThat(desk.get("inForce").get("number").asInt()).isEqualTo(1);
        assertThat(desk.get("draftChanges").asInt()).isZero();
        assertThat(tried("the box is soaked").get("sides")).singleElement().satisfies(side -> {
            assertThat(side.get("version").asInt()).isEqualTo(1);
            assertThat(likeliest(side)).isEqualTo("parcel-broken");
        });
        assertThat(quinn.post(CORNER + "/rollback", "{}").status()).isEqualTo(204);
        assertThat(quinn.get(CORNER).json().has("inForce")).isFalse();
        assertThat(quinn.get(CORNER + "/versions")
                        .json()
                        .get("versions")
                        .get(0)
                        .get("wasInForce")
                        .asBoolean())
                .isTrue();
        assertThat(quinn.post(CORNER + "/rollback", "{}").code()).isEqualTo("not-so");
        assertThat(centre.audit.newest(3))
                .extracting(entry -> entry.action())
                .containsExactly(Action.ROLLED_BACK, Action.PUBLISHED, Action.TRAINED);
    }

    @Test
    void aSentenceThatIsLostBlocksThePublication() {
        quinn.post(
                CORNER + "/changes",
                "{\"kind\":\"split\",\"issue\":\"parcel-late\",\"preview\":false,\"name\":\"parcel-where\",\"group\":\"parcels\","
                        + "\"called\":{\"en\":\"where a parcel is\",\"zh\":\"查包裹\"},\"utterances\":[\"where is my parcel\","
                        + "\"when does my parcel arrive\",\"i am still waiting for the parcel\",\"我的快递什么时候到\",\"还没收到包裹\",\"快递一直没送来\"]}");
        learn("");
        JsonNode report = quinn.get(CORNER + "/versions/1").json().get("report");
        assertThat(report.get("obstacles").get(0).asString()).contains("where is my parcel", "parcel-late");
        Visitor.Answer refused = quinn.post(CORNER + "/versions/1/publish", "");
        assertThat(refused.code()).isEqualTo("not-publishable");
        assertThat(refused.json().get("detail").asString()).contains("where is my parcel");
        assertThat(quinn.get(CORNER).json().has("inForce")).isFalse();
    }

    private void learn(String why) {
        assertThat(quinn.post(CORNER + "/train", "{\"why\":\"" + why + "\"}").status())
                .isEqualTo(202);
        await().atMost(PATIENCE)
                .until(() -> quinn.get(CORNER).json().at("/job/state").asString(), state -> !state.equals("running"));
        assertThat(quinn.get(CORNER).json().get("job").toString()).contains("\"done\"");
    }

    private JsonNode tried(String text) {
        return quinn.post(CORNER + "/tries", "{\"language\":\"en\",\"text\":\"" + text + "\"}")
                .json();
    }

    private static String likeliest(JsonNode side) {
        return side.at("/weighing/issues/0/issue").asString();
    }

    private static double probability(JsonNode side) {
        return side.get("weighing")
                .get("issues")
                .valueStream()
                .filter(near -> near.get("issue").asString().equals("parcel-broken"))
                .mapToDouble(near -> near.get("probability").asDouble())
                .sum();
    }

    private List<String> items() {
        return items(quinn, "");
    }

    private static List<String> items(Visitor trainer, String query) {
        return trainer.get(CORNER + "/inbox" + query)
                .json()
                .get("clusters")
                .valueStream()
                .flatMap(cluster -> cluster.get("items").valueStream())
                .map(item -> item.get("id").asString())
                .toList();
    }

    private List<String> said(String issue) {
        return quinn.get(CORNER + "/issues/" + issue)
                .json()
                .get("utterances")
                .valueStream()
                .map(said -> said.get("text").asString())
                .toList();
    }

    private static JsonNode issue(JsonNode desk, String name) {
        return desk.get("issues")
                .valueStream()
                .filter(issue -> issue.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String label(String issue, String... items) {
        return "{\"items\":[\"" + String.join("\",\"", items) + "\"],\"as\":\"issue\",\"issue\":\"" + issue + "\"}";
    }

    private static Pcm second(int rate) {
        return Tone.sine(440, 8000, Duration.ofSeconds(1), rate);
    }

    private static byte[] wav(Pcm sound) {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            Wav.write(file, List.of(sound), Wav.Encoding.PCM_16);
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
