package org.hotline.quality.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent.Spoken;
import org.hotline.history.MemoryCallStore;
import org.hotline.history.Stories;
import org.hotline.quality.IndexingCallStore;
import org.hotline.quality.TranscriptSearch.Hit;
import org.hotline.quality.TranscriptSearch.Hits;
import org.hotline.quality.TranscriptSearch.Utterance;
import org.hotline.quality.TranscriptSearch.Within;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneTranscriptSearchTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private final MemoryCallStore store = new MemoryCallStore();
    private int said;

    @TempDir
    Path folder;

    private LuceneTranscriptSearch search;

    @BeforeEach
    void open() {
        search = new LuceneTranscriptSearch(folder, store);
    }

    @AfterEach
    void close() {
        search.close();
    }

    @Test
    void findsEnglishWordsInAnyForm() {
        CallId call = says("caller", "I was charged twice for one parcel");
        says("caller", "my invoice is missing");
        visible();
        assertThat(calls("charge")).containsExactly(call);
        assertThat(calls("PARCELS charging")).containsExactly(call);
        assertThat(calls("charge invoice")).isEmpty();
    }

    @Test
    void findsChineseAcrossWords() {
        CallId split = says("caller", "你们 为什么 扣 了 我 两次 钱");
        CallId joined = says("caller", "系统重复扣钱了");
        says("caller", "我要退款");
        visible();
        assertThat(calls("扣钱")).containsExactlyInAnyOrder(split, joined);
        assertThat(calls("\"扣钱\"")).containsExactly(joined);
        assertThat(calls("为什么")).containsExactly(split);
        assertThat(calls("退")).hasSize(1);
    }

    @Test
    void everySubstringOfAChineseUtteranceIsFoundAsAPhrase() {
        String text = "我的支付宝账户昨天晚上被锁定了请帮我处理一下谢谢";
        CallId call = says("caller", text);
        visible();
        for (int length = 2; length <= 4; length++) {
            for (int at = 0; at + length <= text.length(); at++) {
                assertThat(calls("\"" + text.substring(at, at + length) + "\"")).containsExactly(call);
            }
        }
    }

    @Test
    void phraseMeansTheseWordsInARow() {
        CallId row = says("caller", "please cancel my order now");
        CallId apart = says("caller", "my cancel button of the order");
        visible();
        assertThat(calls("cancel order")).containsExactlyInAnyOrder(row, apart);
        assertThat(calls("\"cancel my order\"")).containsExactly(row);
    }

    @Test
    void excludesWithAMinus() {
        CallId refund = says("caller", "I want a refund");
        says("caller", "I want a refund for my broken phone");
        visible();
        assertThat(calls("refund -broken")).containsExactly(refund);
        assertThat(calls("-broken")).containsExactly(refund);
        assertThat(calls("refund -\"broken phone\"")).containsExactly(refund);
    }

    @Test
    void marksTheHitsAndNothingElse() {
        says("caller", "where is my parcel <b>today</b>");
        says("caller", "系统 重复 扣钱 了");
        visible();
        assertThat(search.search("parcels", 10).hits().getFirst().snippet())
                .isEqualTo("where is my \u0001parcel\u0002 <b>today</b>");
        assertThat(search.search("\"扣钱\"", 10).hits().getFirst().snippet()).isEqualTo("系统重复\u0001扣钱\u0002了");
    }

    @Test
    void longTextIsCutAroundTheFirstHit() {
        says("agent", "well ".repeat(200) + "your parcel is here " + "bye ".repeat(200));
        visible();
        assertThat(search.search("parcel", 10).hits().getFirst().snippet())
                .contains("your \u0001parcel\u0002 is here")
                .hasSizeLessThan(400);
    }

    @Test
    void whatPeopleSayComesBeforeWhatWeSayAndTheNewestFirst() {
        CallId bot = says("bot", "is it about a parcel");
        CallId old = says("caller", "it is about a parcel");
        CallId young = says("caller", "it is about a parcel");
        visible();
        assertThat(calls("parcel")).containsExactly(young, old, bot);
    }

    @Test
    void anyQueryIsSafe() {
        says("caller", "where is my parcel");
        visible();
        String alphabet = "ab \"-+*?~^()[]{}:/\\!&|扣\u0000\n，。“”AND OR";
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder query = new StringBuilder();
            for (int n = random.nextInt(30); n > 0; n--) {
                query.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(search.search(query.toString(), 5).total()).isNotNegative();
        }
        for (String odd : List.of("", "\"", "\"parcel", "-", "parcel \"", "a".repeat(5_000), "parcel ".repeat(2_000))) {
            assertThat(search.search(odd, 1_000_000).hits().size()).isLessThanOrEqualTo(1);
        }
        assertThat(calls("\"parcel")).hasSize(1);
    }

    @Test
    void becomesVisibleByItself() {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(search::isComplete);
        CallId call = says("caller", "urgent matter");
        Awaitility.await().until(() -> calls("urgent").equals(List.of(call)));
    }

    @Test
    void saysHowManyThereAreInAll() {
        for (int i = 0; i < 30; i++) {
            says("caller", "parcel number " + i);
        }
        visible();
        Hits hits = search.search("parcel", 5);
        assertThat(hits.total()).isEqualTo(30);
        assertThat(hits.hits()).hasSize(5);
    }

    @Test
    void looksOnlyWhereItIsTold() {
        CallId first = CallId.at(NOON);
        CallId second = CallId.at(NOON.plusSeconds(60));
        search.add(new Utterance(first, 1, NOON, Duration.ZERO, "caller", "my parcel"));
        search.add(new Utterance(first, 2, NOON.plusSeconds(10), Duration.ZERO, "agent", "your parcel"));
        search.add(new Utterance(second, 1, NOON.plusSeconds(60), Duration.ZERO, "caller", "parcel"));
        said += 3;
        visible();
        Within anywhere = Within.EVERYTHING;
        assertThat(numbers(anywhere)).hasSize(3);
        assertThat(numbers(new Within(Optional.of("caller"), anywhere.from(), anywhere.to(), anywhere.calls())))
                .containsExactlyInAnyOrder(first + " 1", second + " 1");
        assertThat(numbers(new Within(
                        anywhere.side(),
                        Optional.of(NOON.plusSeconds(10)),
                        Optional.of(NOON.plusSeconds(60)),
                        anywhere.calls())))
                .containsExactly(first + " 2");
        assertThat(numbers(new Within(anywhere.side(), anywhere.from(), anywhere.to(), Optional.of(Set.of(second)))))
                .containsExactly(second + " 1");
        assertThat(numbers(new Within(anywhere.side(), anywhere.from(), anywhere.to(), Optional.of(Set.of()))))
                .isEmpty();
    }

    private List<String> numbers(Within within) {
        return search.search("parcel", within, 10).hits().stream()
                .map(hit -> hit.utterance().call() + " " + hit.utterance().number())
                .toList();
    }

    @Test
    void anUtteranceComesBackAsItWasSaid() {
        Utterance utterance =
                new Utterance(CallId.at(NOON), 7, NOON, Duration.ofMillis(12_340), "agent", "good day to you");
        search.add(utterance);
        said++;
        visible();
        assertThat(search.search("good day", 1).hits())
                .extracting(Hit::utterance)
                .containsExactly(utterance);
    }

    @Test
    void missingIndexIsBuiltFromTheStore() throws Exception {
        CallId call = CallId.at(NOON);
        store.append(call, Stories.turn(NOON, 1));
        search.close();
        wipe();
        search = new LuceneTranscriptSearch(folder, store);
        Awaitility.await().until(() -> search.search("parcel", 1).total() == 1);
        assertThat(calls("parcel")).containsExactly(call);
    }

    @Test
    void damagedIndexIsBuiltFromTheStore() throws Exception {
        CallId call = CallId.at(NOON);
        new IndexingCallStore(store, search).append(call, Stories.turn(NOON, 1));
        Awaitility.await().until(() -> search.search("parcel", 1).total() == 1);
        search.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(it -> it.getFileName().toString().startsWith("segments"))
                    .toList()) {
                Files.writeString(file, "rubbish");
            }
        }
        search = new LuceneTranscriptSearch(folder, store);
        Awaitility.await().until(() -> search.search("parcel", 1).total() == 1);
        assertThat(calls("parcel")).containsExactly(call);
    }

    @Test
    void indexThatWasClosedWellIsNotBuiltAgain() {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(search::isComplete);
        search.close();
        store.append(CallId.at(NOON), Stories.turn(NOON, 1));
        search = new LuceneTranscriptSearch(folder, store);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(search::isComplete);
        assertThat(search.search("parcel", 1).total()).isZero();
    }

    @Test
    void indexInUseIsSaidPlainly() {
        assertThatThrownBy(() -> new LuceneTranscriptSearch(folder, store))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("in use");
    }

    @Test
    void storeFeedsTheIndexAndPurgingForgets() {
        IndexingCallStore indexing = new IndexingCallStore(store, search);
        CallId call = CallId.at(NOON);
        CallId other = CallId.at(NOON);
        indexing.append(call, Stories.turn(NOON, 1));
        indexing.append(call, new Spoken(NOON, Duration.ofSeconds(30), "agent", "your parcel is on its way", 1));
        indexing.append(other, Stories.turn(NOON, 1));
        Awaitility.await().until(() -> search.search("parcel", 9).total() == 3);
        assertThat(search.search("help", 9).hits())
                .extracting(hit -> hit.utterance().side())
                .containsOnly("bot");
        indexing.purge(call, NOON);
        Awaitility.await().until(() -> search.search("parcel", 9).total() == 1);
        assertThat(calls("parcel")).containsExactly(other);
    }

    private void wipe() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private CallId says(String side, String text) {
        said++;
        CallId call = CallId.at(NOON.plusSeconds(said));
        search.add(new Utterance(call, 1, NOON.plusSeconds(said), Duration.ofSeconds(3), side, text));
        return call;
    }

    private void visible() {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> search.indexed() == said);
    }

    private List<CallId> calls(String query) {
        return search.search(query, 50).hits().stream()
                .map(hit -> hit.utterance().call())
                .toList();
    }
}
