package org.hotline.supervision.web;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.hotline.call.Call;
import org.hotline.call.CallId;
import org.hotline.call.HangupCause;
import org.hotline.history.CallEvent;
import org.hotline.history.CallStore;
import org.hotline.history.Cdr;
import org.hotline.history.CdrProjection;
import org.hotline.history.Ending;
import org.hotline.history.NumberQuery;

/** A day of calls, English and Mandarin, served by the bot and by agents. */
final class SampleCalls implements CallStore {
    static final int COUNT = 120;
    /** Served by an agent in Mandarin; has a recording. */
    static final CallId REFUND = id(0);

    private final Map<CallId, Cdr> records = new TreeMap<>();
    private final Map<CallId, List<CallEvent>> stories = new TreeMap<>();

    SampleCalls() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        for (int i = 0; i < COUNT; i++) {
            Instant at = now.minus(Duration.ofMinutes(9L * i + 2));
            CallStory story = CallStory.of(i, at);
            records.put(id(i), story.record(id(i)));
            stories.put(id(i), story.events());
        }
    }

    static CallId id(int i) {
        return new CallId("c" + (9000 - i) + "sample");
    }

    List<Cdr> newest() {
        return records.values().stream()
                .sorted(Comparator.comparing(Cdr::arrivedAt).reversed())
                .toList();
    }

    @Override
    public CompletableFuture<Void> append(CallId call, CallEvent event) {
        stories.computeIfAbsent(call, key -> new ArrayList<>()).add(event);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Optional<Cdr> find(CallId call) {
        return Optional.ofNullable(records.get(call));
    }

    @Override
    public List<CallEvent> events(CallId call) {
        return stories.getOrDefault(call, List.of());
    }

    @Override
    public List<Cdr> list(Filter filter) {
        return newest().stream()
                .filter(cdr -> filter.from()
                        .map(from -> !cdr.arrivedAt().isBefore(from))
                        .orElse(true))
                .filter(cdr ->
                        filter.to().map(to -> cdr.arrivedAt().isBefore(to)).orElse(true))
                .filter(cdr -> filter.number()
                        .flatMap(NumberQuery::of)
                        .map(query -> query.fits(cdr.calling(), cdr.dialled()))
                        .orElse(true))
                .filter(cdr -> filter.agent().isEmpty() || cdr.agent().equals(filter.agent()))
                .filter(cdr -> filter.queue().isEmpty() || cdr.queue().equals(filter.queue()))
                .filter(cdr -> filter.issue().isEmpty() || cdr.issue().equals(filter.issue()))
                .filter(cdr ->
                        filter.before().map(id -> cdr.id().compareTo(id) < 0).orElse(true))
                .limit(filter.limit())
                .toList();
    }

    @Override
    public List<CallId> unfinished() {
        return List.of();
    }

    @Override
    public List<Cdr> unarchived(int limit) {
        return List.of();
    }

    @Override
    public List<Cdr> untranscribed(int limit) {
        return List.of();
    }

    @Override
    public List<Cdr> unpurged(Instant before, int limit) {
        return List.of();
    }

    @Override
    public void purge(CallId call, Instant now) {
        stories.remove(call);
    }

    @Override
    public void close() {}

    /** One of four stories, told at a time. */
    record CallStory(int number, Instant at, List<CallEvent> events) {
        private static final List<String> AGENTS = List.of("anna", "ben", "chen");

        static CallStory of(int number, Instant at) {
            CallStory story = new CallStory(number, at, new ArrayList<>());
            switch (number % 4) {
                case 0 -> story.refundWithAgent();
                case 1 -> story.parcelByBot();
                case 2 -> story.gaveUpWaiting();
                default -> story.neverAnswered();
            }
            return story;
        }

        Cdr record(CallId id) {
            return CdrProjection.of(id, events).cdr();
        }

        private String calling() {
            return number % 7 == 6
                    ? ""
                    : number % 2 == 0 ? "138" + (10000000 + number * 7919) : "+4420881" + (23000 + number);
        }

        private void begin(String plan, String language) {
            signalling(0, false, "INVITE");
            add(new CallEvent.Arrived(
                    at,
                    calling(),
                    language.equals("zh") ? "4001" : "4000",
                    Optional.empty(),
                    "sip:udp:192.0.2.17:5060"));
            signalling(1, true, "100 Trying (INVITE)");
            signalling(2, true, "180 Ringing (INVITE)");
            signalling(320, true, "200 OK (INVITE)");
            add(new CallEvent.Answered(at.plusMillis(320), plan, language));
            signalling(345, false, "ACK");
            add(new CallEvent.RecordingStarted(at.plusMillis(330), number == 4 ? "gone.wav" : "sample.wav"));
        }

        private void refundWithAgent() {
            begin("shop-zh", "zh");
            turn(1, 0, 7_800, "welcome", "您好，欢迎致电。请问有什么可以帮您？", "我的退款什么时候到账", "", "refund", 2_100);
            add(new CallEvent.Decided(
                    at.plusMillis(7_900),
                    2,
                    "welcome",
                    List.of(
                            new CallEvent.Decided.Option("tell refund", 0.31),
                            new CallEvent.Decided.Option("settle refund", 0.55),
                            new CallEvent.Decided.Option("offer refund parcel-late", 1.4),
                            new CallEvent.Decided.Option("people", 4.6)),
                    List.of(
                            new CallEvent.Decided.Likely("refund", 0.91),
                            new CallEvent.Decided.Likely("parcel-late", 0.05)),
                    0.02,
                    0.6,
                    Optional.empty(),
                    Optional.of("refund 0.85, none 0.10")));
            turn(2, 8_000, 15_900, "order", "请说出或输入您的八位订单号。", "", "20260417", "order", 0);
            add(new CallEvent.IssueLocated(at.plusMillis(16_400), "refund", true, Map.of("order", "20260417")));
            add(new CallEvent.QueueEntered(at.plusMillis(16_500), "service"));
            add(new CallEvent.Offered(at.plusMillis(16_600), "service", "ben"));
            ringing(16_601, true, "INVITE");
            ringing(16_640, false, "180 Ringing (INVITE)");
            ringing(22_595, true, "CANCEL");
            ringing(22_599, false, "487 Request Terminated (INVITE)");
            add(new CallEvent.OfferReturned(at.plusMillis(22_600), "ben", "not-answered"));
            add(new CallEvent.Offered(at.plusMillis(22_700), "service", AGENTS.get(number / 4 % 3)));
            add(new CallEvent.AgentJoined(
                    at.plusMillis(28_500), "service", AGENTS.get(number / 4 % 3), Duration.ofSeconds(12)));
            spoken(28_900, "agent", "您好，我看到您在问四月十七号那笔订单的退款，对吗？");
            spoken(34_000, "caller", "对，已经等了五天了，再不到账我就要投诉了");
            spoken(40_200, "agent", "非常抱歉让您久等，我现在为您加急处理，今天之内到账。");
            spoken(50_000, "caller", "好的，谢谢");
            add(new CallEvent.AgentLeft(at.plusMillis(56_000), AGENTS.get(number / 4 % 3), Duration.ofSeconds(28)));
            end(56_000, new Ending.CallerHungUp(Ending.Where.WITH_AGENT));
        }

        private void parcelByBot() {
            begin("shop-en", "en");
            turn(
                    1,
                    0,
                    8_300,
                    "welcome",
                    "Thank you for calling. How can I help?",
                    "where is my parcel",
                    "",
                    "parcel-late",
                    0);
            turn(
                    2,
                    8_600,
                    19_800,
                    "order",
                    "Please say or key your eight digit order number.",
                    "one nine two six zero four one seven",
                    "",
                    "order",
                    1_450);
            turn(
                    3,
                    20_000,
                    31_000,
                    "status",
                    "Your parcel is on its way and arrives tomorrow. Anything else?",
                    "no thank you",
                    "",
                    "no",
                    0);
            add(new CallEvent.IssueLocated(at.plusMillis(31_100), "parcel-late", true, Map.of("order", "19260417")));
            add(new CallEvent.Rated(at.plusMillis(35_000), "csat", 5));
            end(36_000, new Ending.Completed(Ending.Where.IN_CONVERSATION));
        }

        private void gaveUpWaiting() {
            begin("shop-en", "en");
            turn(
                    1,
                    0,
                    8_300,
                    "welcome",
                    "Thank you for calling. How can I help?",
                    "i want to talk to a person",
                    "",
                    "human",
                    900);
            turn(2, 8_600, 14_000, "advisers", "I will put you through to an adviser.", "", "", "", 0);
            add(new CallEvent.QueueEntered(at.plusMillis(14_100), "service"));
            add(new CallEvent.QueueLeft(at.plusMillis(97_100), "service", "abandoned", Duration.ofSeconds(83)));
            end(97_200, new Ending.CallerHungUp(Ending.Where.IN_QUEUE));
        }

        private void neverAnswered() {
            signalling(0, false, "INVITE");
            add(new CallEvent.Arrived(at, calling(), "4000", Optional.empty(), "sip:udp:192.0.2.17:5060"));
            signalling(1, true, "100 Trying (INVITE)");
            signalling(40, false, "CANCEL");
            signalling(41, true, "487 Request Terminated (INVITE)");
            end(60, new Ending.NotAnswered(HangupCause.NORMAL_CLEARING));
        }

        private void turn(
                int turn,
                long from,
                long to,
                String step,
                String prompt,
                String heard,
                String keys,
                String intent,
                long bargeIn) {
            add(new CallEvent.TurnTaken(
                    at.plusMillis(320 + to),
                    Duration.ofMillis(from),
                    turn,
                    step,
                    prompt,
                    heard,
                    keys,
                    intent,
                    keys.isEmpty() ? 0.87 : 1,
                    bargeIn == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(bargeIn / 10)),
                    heard.isEmpty() ? Optional.empty() : Optional.of(Duration.ofMillis(310 + 40L * turn))));
        }

        private void spoken(long offset, String side, String text) {
            add(new CallEvent.Spoken(at.plusMillis(320 + offset), Duration.ofMillis(offset), side, text, 0.9));
        }

        private void signalling(long offset, boolean sent, String summary) {
            add(new CallEvent.Signalling(
                    at.plusMillis(offset), sent, summary, "192.0.2.17:5060", Optional.of(Call.Direction.INBOUND)));
        }

        private void ringing(long offset, boolean sent, String summary) {
            add(new CallEvent.Signalling(
                    at.plusMillis(offset), sent, summary, "192.0.2.31:5060", Optional.of(Call.Direction.OUTBOUND)));
        }

        private void end(long offset, Ending ending) {
            signalling(offset, ending instanceof Ending.Completed, "BYE");
            add(new CallEvent.Ended(at.plusMillis(offset + 5), ending));
        }

        private void add(CallEvent event) {
            events.add(event);
        }
    }
}
