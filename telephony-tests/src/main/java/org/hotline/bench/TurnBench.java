package org.hotline.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hotline.audio.Pcm;
import org.hotline.speech.EndpointRules;
import org.hotline.speech.Interruption;
import org.hotline.speech.Language;
import org.hotline.speech.SpeechDetector;

/** The second half of {@code bench speech}: the two decisions that make a talk feel quick, without line and packets. */
final class TurnBench {
    private final PrintStream out;

    TurnBench(PrintStream out) {
        this.out = out;
    }

    /** How long the end of a turn takes to be noticed, and how often it is noticed too early. */
    void endpoints(RawVosk raw) throws IOException {
        out.printf("End of turn (pauses of 200-600 ms at a random place between words; decoder without delay)%n");
        out.printf("  %-46s %6s %10s %8s %8s%n", "", "turns", "cut", "p50 ms", "p95 ms");
        Map<String, EndpointRules> open = new LinkedHashMap<>();
        for (int millis : new int[] {300, 500, 700}) {
            open.put("fixed " + millis + " ms", fixed(millis));
        }
        open.put("open question", EndpointRules.open());
        open.put("open, by the last word", EndpointRules.open(Language.ENGLISH, text -> false));
        open.put(
                "open, by the last word and a known wish",
                EndpointRules.open(Language.ENGLISH, SpokenCorpus.PROBLEMS::contains));
        List<EndpointTrial> paused = new ArrayList<>();
        List<EndpointTrial> fluent = new ArrayList<>();
        openTrials(paused, fluent);
        for (var rules : open.entrySet()) {
            report(rules.getKey() + ", paused", paused, rules.getValue(), raw);
            report(rules.getKey() + ", fluent", fluent, rules.getValue(), raw);
        }
        report("yes or no", yesNo(), EndpointRules.closed(SpokenCorpus.YES_NO::contains), raw);
        report(
                "six digits, a pause after three",
                digits(),
                EndpointRules.dictated(text -> text.split(" ", -1).length >= 6),
                raw);
        out.println();
    }

    private void report(String what, List<EndpointTrial> trials, EndpointRules rules, RawVosk raw) throws IOException {
        List<Integer> waits = new ArrayList<>();
        for (EndpointTrial trial : trials) {
            EndpointTrial.Outcome outcome = trial.run(raw, rules);
            if (!outcome.cut()) {
                waits.add(outcome.waitMillis());
            }
        }
        waits.sort(null);
        out.printf(
                "  %-46s %6d %8.1f %% %8d %8d%n",
                what,
                trials.size(),
                100.0 * (trials.size() - waits.size()) / trials.size(),
                waits.isEmpty() ? 0 : waits.get(waits.size() / 2),
                waits.isEmpty() ? 0 : waits.get(waits.size() * 95 / 100));
    }

    private static EndpointRules fixed(int millis) {
        return new EndpointRules(Duration.ofSeconds(6), text -> Duration.ofMillis(millis), Duration.ofSeconds(25));
    }

    private static void openTrials(List<EndpointTrial> paused, List<EndpointTrial> fluent) {
        Random random = new Random(17);
        for (int voice = 0; voice < 4; voice++) {
            for (String sentence : SpokenCorpus.PROBLEMS) {
                List<String> words = List.of(sentence.split(" ", -1));
                int cut = 1 + random.nextInt(words.size() - 1);
                paused.add(new EndpointTrial(
                        SpokenCorpus.spoken(String.join(" ", words.subList(0, cut)), voice),
                        200 + random.nextInt(401),
                        SpokenCorpus.spoken(String.join(" ", words.subList(cut, words.size())), voice),
                        List.of(),
                        random.nextLong()));
                fluent.add(new EndpointTrial(
                        SpokenCorpus.spoken(sentence, voice),
                        0,
                        Pcm.silence(Duration.ZERO, 8000),
                        List.of(),
                        random.nextLong()));
            }
        }
    }

    private static List<EndpointTrial> yesNo() {
        List<String> phrases = new ArrayList<>(SpokenCorpus.YES_NO);
        phrases.add("[unk]");
        List<EndpointTrial> trials = new ArrayList<>();
        for (Pcm answer : SpokenCorpus.spoken(SpokenCorpus.YES_NO)) {
            trials.add(new EndpointTrial(answer, 0, Pcm.silence(Duration.ZERO, 8000), phrases, trials.size()));
        }
        return trials;
    }

    private static List<EndpointTrial> digits() {
        Random random = new Random(23);
        List<EndpointTrial> trials = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            trials.add(new EndpointTrial(
                    threeDigits(random, i),
                    200 + random.nextInt(401),
                    threeDigits(random, i),
                    SpokenCorpus.DIGITS,
                    random.nextLong()));
        }
        return trials;
    }

    private static Pcm threeDigits(Random random, int voice) {
        List<String> digits = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            digits.add(SpokenCorpus.DIGITS.get(random.nextInt(10)));
        }
        return SpokenCorpus.spoken(String.join(" ", digits), voice);
    }

    /** First voiced frame to paused prompt, by the detector and the policy alone: no line, no packets. */
    void interruptions(List<Pcm> problems) {
        List<Long> stops = new ArrayList<>();
        List<Long> onsets = new ArrayList<>();
        for (int i = 0; i < problems.size(); i++) {
            Pcm talk = Pcm.concat(List.of(Pcm.silence(Duration.ofSeconds(1), 8000), problems.get(i)));
            Interruption interruption = new Interruption();
            SpeechDetector detector = new SpeechDetector();
            int frames = 0;
            for (var frame : SpokenCorpus.onALine(talk, i).frames()) {
                if (interruption.stopTime().isEmpty()) {
                    interruption.accept(detector.accept(frame), detector.strength(), "");
                    frames++;
                }
            }
            interruption.stopTime().ifPresent(time -> stops.add(time.toMillis()));
            onsets.add(frames * 20L - 1000);
        }
        stops.sort(null);
        onsets.sort(null);
        out.printf("Barge-in, detector and policy alone (%d utterances; goal p95 <= 150 ms)%n", problems.size());
        out.printf(
                "  first voiced frame to pause: p50 %d ms, p95 %d ms; first sound to pause: p50 %d ms, p95 %d ms;"
                        + " never noticed: %d%n",
                stops.get(stops.size() / 2),
                stops.get(stops.size() * 95 / 100),
                onsets.get(onsets.size() / 2),
                onsets.get(onsets.size() * 95 / 100),
                problems.size() - stops.size());
    }
}
