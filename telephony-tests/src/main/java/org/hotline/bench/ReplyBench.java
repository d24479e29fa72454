package org.hotline.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hotline.audio.Pcm;
import org.hotline.phone.Softphone;
import org.hotline.speech.Language;
import org.hotline.workbench.Trial;
import org.hotline.workbench.TrialSettings;

/**
 * {@code hotline bench speech reply}: how long callers wait for a reply, and how soon a prompt stops when they interrupt it,
 * through real SIP and RTP on loopback, at the caller's end of the line.
 */
final class ReplyBench {
    private static final int CALLS = 2;
    private static final int TURNS = 20;
    private static final List<String> PROBLEMS = List.of(
            "我的包裹在哪里",
            "快递好几天了还没到",
            "退款什么时候到账",
            "我要退货",
            "你们发错货了",
            "付款失败",
            "扣了我两次钱",
            "我的账户被锁了",
            "我要取消订单",
            "我要开发票",
            "我要投诉",
            "我要找人工客服",
            "东西坏了怎么办",
            "我想把地址改一下",
            "钱一直没有退给我",
            "我的快递是不是丢了");
    private static final List<String> YES_NO = List.of("是的", "对的", "不是", "不对", "对");
    private static final List<String> DIGITS = List.of("一二三四", "五六七八", "九零二五", "三七零六", "八八一九", "四零六二");

    private final PrintStream out;

    ReplyBench(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs it, some two minutes.
     *
     * @param home Hotline's folder
     * @throws Exception if the hotline cannot be started; the message says why
     */
    void run(Path home) throws Exception {
        try (ScratchFolder folder = ScratchFolder.made("bench-reply");
                Trial trial = trial(home, folder.path());
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            if (!trial.house().awaitReady(Duration.ofSeconds(90))) {
                throw new IllegalStateException("the recognizer processes did not become ready in 90 s");
            }
            call(trial, people, Language.ENGLISH, ReplyPlans.Kind.CLOSED, 1)
                    .getFirst()
                    .get(); // everything is compiled once
            Map<String, List<Future<ReplyCaller.Times>>> all = new LinkedHashMap<>();
            for (Language language : Language.values()) {
                for (ReplyPlans.Kind kind : ReplyPlans.Kind.values()) {
                    all.put(language.tag() + ", " + kind.title(), call(trial, people, language, kind, TURNS));
                }
            }
            report(all);
        }
    }

    private static Trial trial(Path home, Path folder) throws Exception {
        Path plans = Files.createDirectory(folder.resolve("dialplans"));
        ReplyPlans.write(home.resolve("dialplans"), plans);
        return new Trial(TrialSettings.of(folder.resolve("data"), 0, 0, "dialplans: \"" + plans + "\""));
    }

    private List<Future<ReplyCaller.Times>> call(
            Trial trial, ExecutorService people, Language language, ReplyPlans.Kind kind, int turns) {
        List<Pcm> answers = answers(language, kind);
        List<Future<ReplyCaller.Times>> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            Softphone phone = trial.caller(language).build();
            ReplyCaller caller = new ReplyCaller(
                    phone, ReplyPlans.number(language, kind), answers, turns, kind == ReplyPlans.Kind.LONG, i);
            calls.add(people.submit(() -> {
                try (phone) {
                    return caller.call();
                }
            }));
        }
        return calls;
    }

    private static List<Pcm> answers(Language language, ReplyPlans.Kind kind) {
        return switch (language) {
            case ENGLISH ->
                SpokenCorpus.spoken(
                        switch (kind) {
                            case OPEN, LONG -> SpokenCorpus.PROBLEMS;
                            case DIGITS -> SpokenCorpus.fourDigits();
                            case CLOSED -> SpokenCorpus.YES_NO;
                        });
            case MANDARIN ->
                (switch (kind) {
                            case OPEN, LONG -> PROBLEMS;
                            case DIGITS -> DIGITS;
                            case CLOSED -> YES_NO;
                        })
                        .stream()
                                .map(text -> SpokenCorpus.spoken(language, text, 0))
                                .toList();
        };
    }

    private void report(Map<String, List<Future<ReplyCaller.Times>>> all) throws Exception {
        out.printf("Reply: last packet of speech sent -> first packet of the reply heard, through SIP and RTP (goal p50"
                + " <= 450 ms, p95 <= 800 ms; closed p50 <= 300 ms)%n");
        out.printf("  %-46s %6s %7s %8s %8s%n", "", "turns", "missed", "p50 ms", "p95 ms");
        List<Long> stops = new ArrayList<>();
        for (var group : all.entrySet()) {
            List<Long> replies = new ArrayList<>();
            int missed = 0;
            for (Future<ReplyCaller.Times> call : group.getValue()) {
                replies.addAll(call.get().replies());
                stops.addAll(call.get().stops());
                missed += call.get().missed();
            }
            row(group.getKey(), replies, missed);
        }
        out.printf("Barge-in: first voiced packet sent -> last packet of the prompt heard (goal p95 <= 150 ms)%n");
        row("both languages", stops, 0);
        out.printf(
                "  Included: packets of 20 ms, the jitter buffer (40 ms at the least), detection, recognition,"
                        + " understanding; %d calls at once on this machine, load now %s%n%n",
                all.size() * CALLS, Machine.load());
    }

    private void row(String what, List<Long> millis, int missed) {
        millis.sort(null);
        out.printf(
                "  %-46s %6d %7d %8d %8d%n",
                what,
                millis.size(),
                missed,
                millis.isEmpty() ? 0 : millis.get(millis.size() / 2),
                millis.isEmpty() ? 0 : millis.get(millis.size() * 95 / 100));
    }
}
