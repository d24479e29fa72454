package org.hotline.history;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hotline.call.CallId;
import org.hotline.call.HangupCause;
import org.hotline.history.CallEvent.*;
import org.hotline.history.CallStore.Filter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every call store does. */
public abstract class CallStoreContract {
    protected static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private CallStore store;

    /** A store without calls. */
    protected abstract CallStore openStore();

    @BeforeEach
    void open() {
        store = openStore();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void unknownCallHasNoRecordAndNoEvents() {
        CallId nobody = CallId.at(NOON);
        assertThat(store.find(nobody)).isEmpty();
        assertThat(store.events(nobody)).isEmpty();
    }

    @Test
    void keepsEveryKindOfEventAsItWas() {
        CallId call = CallId.at(NOON);
        List<CallEvent> story = Stories.everyKind(NOON);
        append(call, story);
        assertThat(store.events(call)).isEqualTo(story);
    }

    @Test
    void recordFollowsFromTheEvents() {
        CallId call = CallId.at(NOON);
        List<CallEvent> story = Stories.everyKind(NOON);
        append(call, story);
        assertThat(store.find(call)).contains(CdrProjection.of(call, story).cdr());
    }

    @Test
    void recordIsThereWhileTheCallGoesOn() {
        CallId call = arrives(0, "1001", "4000");
        append(call, new Answered(NOON, "shop", "en"));
        Cdr cdr = store.find(call).orElseThrow();
        assertThat(cdr.answeredAt()).contains(NOON);
        assertThat(cdr.dialplan()).isEqualTo("shop");
        assertThat(cdr.ending()).isEmpty();
    }

    @Test
    void everyEndingIsKept() {
        List<Ending> endings = new ArrayList<>();
        for (Ending.Where where : Ending.Where.values()) {
            endings.add(new Ending.CallerHungUp(where));
            endings.add(new Ending.Completed(where));
        }
        endings.addAll(List.of(
                new Ending.Transferred("sip:payments@example.org"),
                new Ending.NotAnswered(HangupCause.USER_BUSY),
                new Ending.LineLost(HangupCause.RECOVERY_ON_TIMER_EXPIRY),
                new Ending.Failed("dialplan"),
                new Ending.Interrupted()));
        for (Ending ending : endings) {
            CallId call = arrives(0, "1001", "4000");
            append(call, new Ended(NOON, ending));
            assertThat(store.find(call).orElseThrow().ending()).contains(ending);
        }
    }

    @Test
    void manyCallsAtOnceKeepTheirOrder() {
        List<CallId> calls = IntStream.range(0, 40)
                .mapToObj(i -> CallId.at(NOON.plusMillis(i)))
                .collect(toList());
        List<CompletableFuture<Void>> pending = new ArrayList<>();
        for (int number = 0; number < 25; number++) {
            for (CallId call : calls) {
                pending.add(store.append(call, Stories.turn(NOON, number)));
            }
        }
        await(pending);
        for (CallId call : calls) {
            assertThat(store.events(call))
                    .extracting(event -> ((TurnTaken) event).number())
                    .isEqualTo(IntStream.range(0, 25).boxed().toList());
        }
    }

    @Test
    void textOfAnyKindIsKept() {
        CallId call = CallId.at(NOON);
        Spoken odd = new Spoken(NOON, Duration.ZERO, "caller", "扣钱 \"'; drop table calls; -- \u0000 \uD83D\uDE00", 0.5);
        append(call, new Arrived(NOON, "+86 138", "4001", Optional.of("o'hara"), "sip:udp:[::1]:5060"), odd);
        assertThat(store.events(call)).last().isEqualTo(odd);
    }

    @Test
    void listsNewestFirst() {
        CallId old = arrives(0, "1001", "4000");
        CallId young = arrives(60, "1002", "4001");
        assertThat(store.list(Filter.newest(10))).extracting(Cdr::id).containsExactly(young, old);
    }

    @Test
    void pagesByTheLastCallSeen() {
        List<CallId> calls = IntStream.range(0, 10)
                .mapToObj(i -> arrives(i / 3, "1001", "4000"))
                .toList();
        List<CallId> seen = new ArrayList<>();
        Optional<CallId> before = Optional.empty();
        for (List<Cdr> page = page(before); !page.isEmpty(); page = page(before)) {
            page.forEach(cdr -> seen.add(cdr.id()));
            before = Optional.of(page.getLast().id());
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(calls).doesNotHaveDuplicates();
    }

    private List<Cdr> page(Optional<CallId> before) {
        Optional<String> any = Optional.empty();
        return store.list(new Filter(Optional.empty(), Optional.empty(), any, any, any, any, before, 3));
    }

    @Test
    void filtersByTimeNumberAgentQueueAndIssue() {
        CallId first = arrives(0, "13800138000", "4000");
        append(first, new QueueEntered(NOON, "shop-en"), new AgentJoined(NOON, "shop-en", "alice", Duration.ZERO));
        append(first, new AgentLeft(NOON, "alice", Duration.ZERO), new AgentJoined(NOON, "x", "bob", Duration.ZERO));
        CallId second = arrives(60, "1002", "4001");
        append(second, new IssueLocated(NOON, "refund", true, Map.of("order", "12345678")));

        Optional<Instant> later = Optional.of(NOON.plusSeconds(30));
        assertThat(fits(later, Optional.empty(), "", "", "", "")).containsExactly(second);
        assertThat(fits(Optional.empty(), later, "", "", "", "")).containsExactly(first);
        assertThat(fits(Optional.empty(), Optional.empty(), "8000", "", "", "")).containsExactly(first);
        assertThat(fits(Optional.empty(), Optional.empty(), "4001", "", "", "")).containsExactly(second);
        assertThat(fits(Optional.empty(), Optional.empty(), "%", "", "", "")).isEmpty();
        assertThat(fits(Optional.empty(), Optional.empty(), "", "alice", "", ""))
                .containsExactly(first);
        assertThat(fits(Optional.empty(), Optional.empty(), "", "bob", "shop-en", ""))
                .containsExactly(first);
        assertThat(fits(Optional.empty(), Optional.empty(), "", "", "", "refund"))
                .containsExactly(second);
        assertThat(fits(Optional.empty(), Optional.empty(), "", "alice", "", "refund"))
                .isEmpty();
    }

    @Test
    void findsNumbersByTheirBeginningAndTheirEnd() {
        CallId abroad = arrives(0, "+8613800138000", "4000");
        CallId here = arrives(1, "13800139111", "95188");
        CallId phone = arrives(2, "o'Hara-2", "4000");
        CallId withheld = arrives(3, "", "4001");
        assertThat(byNumber("138 0013")).containsExactly(here, abroad);
        assertThat(byNumber("+86 138-0013-8000")).containsExactly(abroad);
        assertThat(byNumber("8613800138000")).containsExactly(abroad);
        assertThat(byNumber("013800139111")).containsExactly(here);
        assertThat(byNumber("9111")).containsExactly(here);
        assertThat(byNumber("0139111")).containsExactly(here);
        assertThat(byNumber("0013")).isEmpty();
        assertThat(byNumber("95188")).containsExactly(here);
        assertThat(byNumber("951")).isEmpty();
        assertThat(byNumber("4000")).containsExactly(phone, abroad);
        assertThat(byNumber("ohara")).containsExactly(phone);
        assertThat(byNumber("00")).isEmpty();
        assertThat(byNumber("4001")).containsExactly(withheld);
        assertThat(byNumber("'")).isEmpty();
    }

    @Test
    void pagesThroughNumbersNewestFirst() {
        List<CallId> calls = IntStream.range(0, 7)
                .mapToObj(i -> arrives(i, i % 2 == 0 ? "4000" : "5550" + i, i % 2 == 0 ? "4001" : "4000"))
                .toList();
        List<CallId> seen = new ArrayList<>();
        Optional<CallId> before = Optional.empty();
        do {
            List<Cdr> page = numberPage("4000", before);
            page.forEach(cdr -> seen.add(cdr.id()));
            before = page.isEmpty()
                    ? Optional.empty()
                    : Optional.of(page.getLast().id());
        } while (before.isPresent());
        assertThat(seen).containsExactlyElementsOf(calls.reversed());
    }

    private List<Cdr> numberPage(String number, Optional<CallId> before) {
        Optional<String> any = Optional.empty();
        return store.list(
                new Filter(Optional.empty(), Optional.empty(), Optional.of(number), any, any, any, before, 2));
    }

    private List<CallId> byNumber(String number) {
        return fits(Optional.empty(), Optional.empty(), number, "", "", "");
    }

    private List<CallId> fits(
            Optional<Instant> from, Optional<Instant> to, String number, String agent, String queue, String issue) {
        Filter filter =
                new Filter(from, to, given(number), given(agent), given(queue), given(issue), Optional.empty(), 50);
        return store.list(filter).stream().map(Cdr::id).toList();
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(it -> !it.isEmpty());
    }

    @Test
    void knowsUnfinishedCalls() {
        CallId over = arrives(0, "1001", "4000");
        CallId goesOn = arrives(1, "1002", "4000");
        append(over, new Ended(NOON, new Ending.Interrupted()));
        assertThat(store.unfinished()).containsExactly(goesOn);
    }

    @Test
    void knowsRecordingsToArchive() {
        CallId call = arrives(0, "1001", "4000");
        append(call, new RecordingStarted(NOON, "2026/11/21/a.wav"));
        assertThat(store.unarchived(10)).isEmpty();
        append(call, new Ended(NOON, new Ending.Interrupted()));
        assertThat(store.unarchived(10)).extracting(Cdr::id).containsExactly(call);
        append(call, new RecordingArchived(NOON, "2026/11/21/a.opus", Duration.ofSeconds(3)));
        assertThat(store.unarchived(10)).isEmpty();
        assertThat(store.find(call).orElseThrow().recording()).contains("2026/11/21/a.opus");
    }

    @Test
    void lostRecordingIsNotWaitedFor() {
        CallId call = arrives(0, "1001", "4000");
        append(call, new RecordingStarted(NOON, "2026/11/21/a.wav"), new Ended(NOON, new Ending.Interrupted()));
        append(call, new RecordingLost(NOON, "no consent"));
        assertThat(store.unarchived(10)).isEmpty();
        assertThat(store.find(call).orElseThrow().recording()).isEmpty();
    }

    @Test
    void knowsMessagesToTurnIntoText() {
        CallId call = arrives(0, "1001", "4000");
        append(call, new VoicemailLeft(NOON, "shop", "2026/11/21/a-message.wav", Duration.ofSeconds(3)));
        assertThat(store.untranscribed(10)).isEmpty();
        append(call, new Ended(NOON, new Ending.Interrupted()));
        assertThat(store.untranscribed(10)).extracting(Cdr::id).containsExactly(call);
        append(call, new MessageTranscribed(NOON, "2026/11/21/a-message.wav", "call me back", 0.5));
        assertThat(store.untranscribed(10)).isEmpty();
    }

    @Test
    void purgedCallKeepsItsRecordButNotItsWords() {
        CallId call = arrives(0, "1001", "4000");
        append(call, new RecordingStarted(NOON, "2026/11/21/a.wav"), Stories.turn(NOON, 1));
        append(call, new Ended(NOON, new Ending.Completed(Ending.Where.IN_CONVERSATION)));
        Instant soon = NOON.plusSeconds(60);
        assertThat(store.unpurged(NOON, 10)).isEmpty();
        assertThat(store.unpurged(soon, 10)).extracting(Cdr::id).containsExactly(call);

        store.purge(call, soon);

        assertThat(store.unpurged(soon, 10)).isEmpty();
        assertThat(store.unarchived(10)).isEmpty();
        Cdr cdr = store.find(call).orElseThrow();
        assertThat(cdr.recording()).isEmpty();
        assertThat(cdr.turns()).isEqualTo(1);
        assertThat(store.events(call)).last().isEqualTo(new Purged(soon));
        assertThat(store.events(call).toString()).doesNotContain("where is my parcel");
    }

    private CallId arrives(int seconds, String calling, String dialled) {
        Instant at = NOON.plusSeconds(seconds);
        CallId call = CallId.at(at);
        append(call, new Arrived(at, calling, dialled, Optional.empty(), "sip:udp:127.0.0.1:5060"));
        return call;
    }

    private void append(CallId call, CallEvent... events) {
        append(call, List.of(events));
    }

    private void append(CallId call, List<CallEvent> events) {
        await(events.stream().map(event -> store.append(call, event)).toList());
    }

    private static void await(List<CompletableFuture<Void>> pending) {
        CompletableFuture.allOf(pending.toArray(CompletableFuture[]::new))
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }
}
