package org.hotline.supervision.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hotline.call.CallId;
import org.hotline.supervision.Board;

/** Makes the sample board live: calls arrive, talk to the bot word by word, wait, are answered, end. For looking at. */
final class LivelyDay implements AutoCloseable {
    private static final List<String> QUEUES =
            List.of("service", "complaints", "payments", "vip", "parcels", "english");
    private static final List<String> NAMES = List.of(
            "陈静",
            "Anna Becker",
            "戴维",
            "Ben Okafor",
            "方敏",
            "Eva Lindqvist",
            "高峰",
            "Hiro Tanaka",
            "黄丽",
            "Ines Costa",
            "蒋涛",
            "Kofi Mensah",
            "李娜",
            "Maria Rossi",
            "马超",
            "Noah Klein",
            "欧阳雪",
            "Petra Novak",
            "钱伟",
            "Rosa Diaz");
    private static final List<List<String>> TALKS = List.of(
            List.of("bot 您好，请问有什么可以帮您？", "caller 我的退款什么时候到账", "bot 请说出您的订单号。", "caller 二零二六零四一七", "bot 正在为您转接坐席，请稍候。"),
            List.of(
                    "bot How can I help?",
                    "caller where is my parcel it should have come on monday",
                    "bot Please say your order number.",
                    "caller one nine two six zero four one seven",
                    "bot I will put you through to an adviser."),
            List.of("bot 您好，请问有什么可以帮您？", "caller 账户被锁定了 登录不上", "bot 请输入您的手机号码。", "caller 好的", "bot 正在为您转接坐席，请稍候。"));
    private static final List<String> ISSUES = List.of("refund", "parcel-late", "account-locked");

    private final SampleBoard board;
    private final Random random = new Random(11);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final List<Talking> calls = new ArrayList<>();
    private final Map<String, Board.LiveAgent> agents = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private int born;

    LivelyDay(SampleBoard board) {
        this.board = board;
        Instant now = Instant.now();
        for (int i = 0; i < NAMES.size(); i++) {
            String state = i % 9 == 8 ? "on-break" : i % 10 == 7 ? "signed-out" : "available";
            put(
                    i == 1 ? "anna" : "agent" + i,
                    NAMES.get(i),
                    state,
                    now.minusSeconds(30L * i),
                    Optional.empty(),
                    i != 5);
        }
        QUEUES.forEach(queue -> counts.put(queue, 40 + random.nextInt(200)));
        for (int i = 0; i < 400; i++) {
            step(now.minusMillis(400L * (400 - i)));
        }
    }

    void begin() {
        var unusedSteps = clock.scheduleAtFixedRate(() -> step(Instant.now()), 0, 400, TimeUnit.MILLISECONDS);
    }

    private void step(Instant now) {
        if (calls.size() < 16 && random.nextInt(6) == 0) {
            calls.add(new Talking(
                    new CallId("lively" + (1000 + born)),
                    born % 3,
                    QUEUES.get(random.nextInt(6)),
                    now,
                    "138" + (10000000 + born * 7919)));
            born++;
        }
        for (Iterator<Talking> each = calls.iterator(); each.hasNext(); ) {
            Talking call = each.next();
            advance(call, now);
            if (call.over) {
                each.remove();
            }
        }
        agents.values().stream().toList().forEach(agent -> rest(agent, now));
        board.show(SampleElsewhere.besides(picture(now), Optional.empty()));
    }

    private void advance(Talking call, Instant now) {
        switch (call.stage) {
            case RINGING, IN_CONVERSATION -> {
                call.stage = Board.Stage.IN_CONVERSATION;
                if (random.nextInt(3) == 0 && !call.speak(now)) {
                    call.enter(Board.Stage.IN_QUEUE, now);
                    counts.merge(call.queue, 1, Integer::sum);
                }
            }
            case IN_QUEUE -> {
                if (random.nextInt(14) == 0) {
                    agents.values().stream()
                            .filter(agent -> agent.state().equals("available") && agent.reachable())
                            .findFirst()
                            .ifPresent(agent -> {
                                put(agent.name(), agent.displayName(), "talking", now, Optional.of(call.id), true);
                                call.agent = Optional.of(agent.name());
                                call.enter(Board.Stage.WITH_AGENT, now);
                                call.lines.add(new Board.Line(
                                        now,
                                        "agent",
                                        call.kind == 1
                                                ? "Good morning, I have your order in front of me."
                                                : "您好，我已经看到您的订单了。",
                                        false));
                            });
                }
            }
            case WITH_AGENT, IN_VOICEMAIL -> {
                if (random.nextInt(90) == 0) {
                    call.over = true;
                    call.agent
                            .map(agents::get)
                            .ifPresent(agent ->
                                    put(agent.name(), agent.displayName(), "wrapping-up", now, Optional.empty(), true));
                }
            }
        }
    }

    private void rest(Board.LiveAgent agent, Instant now) {
        if (agent.state().equals("wrapping-up")
                && Duration.between(agent.since(), now).toSeconds() > 20) {
            put(agent.name(), agent.displayName(), "available", now, Optional.empty(), agent.reachable());
        }
    }

    private void put(String name, String shown, String state, Instant since, Optional<CallId> call, boolean reachable) {
        agents.put(
                name,
                new Board.LiveAgent(
                        name,
                        shown,
                        Board.Home.HOTLINE,
                        state,
                        false,
                        since,
                        reachable,
                        call,
                        List.of(QUEUES.get(Math.floorMod(name.hashCode(), 6))),
                        Optional.empty(),
                        true));
    }

    private Board picture(Instant now) {
        List<Board.LiveQueue> queues = QUEUES.stream()
                .map(name -> {
                    List<Board.Waiting> waiting = calls.stream()
                            .filter(call -> call.stage == Board.Stage.IN_QUEUE && call.queue.equals(name))
                            .map(call -> new Board.Waiting(call.id, call.since, Optional.empty()))
                            .toList();
                    int offered = counts.getOrDefault(name, 0);
                    return new Board.LiveQueue(
                            name,
                            Board.Home.HOTLINE,
                            waiting,
                            offered,
                            offered * 93 / 100,
                            offered * (name.length() % 2 == 0 ? 74 : 88) / 100,
                            offered * 5 / 100,
                            offered / 100,
                            0,
                            Optional.of(Duration.ofSeconds(11)),
                            Optional.of(Duration.ofSeconds(190)),
                            20,
                            80);
                })
                .toList();
        return new Board(
                now,
                calls.stream().map(Talking::picture).toList(),
                queues,
                List.copyOf(agents.values()),
                Optional.empty());
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** A call on its way. */
    private static final class Talking {
        private final CallId id;
        private final int kind;
        private final String queue;
        private final String calling;
        private final List<Board.Line> lines = new ArrayList<>();
        private Board.Stage stage = Board.Stage.RINGING;
        private Instant since;
        private Optional<String> agent = Optional.empty();
        private boolean over;
        private int said;
        private int letters;

        Talking(CallId id, int kind, String queue, Instant since, String calling) {
            this.id = id;
            this.kind = kind;
            this.queue = queue;
            this.since = since;
            this.calling = calling;
        }

        void enter(Board.Stage next, Instant now) {
            stage = next;
            since = now;
        }

        /** A few letters more; false when all is said. */
        boolean speak(Instant now) {
            if (said == TALKS.get(kind).size()) {
                return false;
            }
            String line = TALKS.get(kind).get(said);
            String side = line.substring(0, line.indexOf(' '));
            String text = line.substring(side.length() + 1);
            boolean first = letters == 0;
            letters = side.equals("bot") ? text.length() : Math.min(text.length(), letters + 7);
            Board.Line soFar = new Board.Line(
                    first ? now : lines.getLast().at(), side, text.substring(0, letters), letters < text.length());
            if (first) {
                lines.add(soFar);
            } else {
                lines.set(lines.size() - 1, soFar);
            }
            if (letters == text.length()) {
                said++;
                letters = 0;
            }
            return true;
        }

        Board.LiveCall picture() {
            return SampleBoard.call(
                            id, calling, kind == 1 ? "en" : "zh", stage, since, said >= 2 ? ISSUES.get(kind) : "")
                    .in(stage == Board.Stage.IN_CONVERSATION ? "" : queue)
                    .with(agent.orElse(""))
                    .build(List.copyOf(lines));
        }
    }
}
