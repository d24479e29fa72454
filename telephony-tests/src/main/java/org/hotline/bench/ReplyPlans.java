package org.hotline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hotline.conversation.plan.Wording;
import org.hotline.dialplan.IssuesReader;
import org.hotline.issue.Issue;
import org.hotline.issue.IssueTree;
import org.hotline.speech.Language;
import org.hotline.speech.espeak.EspeakSynthesizer;
import org.hotline.speech.prompts.PromptRendering;

/**
 * Plans that ask one kind of question over and over, with some of the sample shop's issues as intents, their prompts rendered and the pieces of
 * values beside them: what {@code bench speech reply} calls.
 */
final class ReplyPlans {
    /** What is asked. */
    enum Kind {
        OPEN("open question", "0", "How can I help you?", "请问有什么可以帮您"),
        DIGITS("four digits", "1", "What is the number?", "请说四位号码"),
        CLOSED("yes or no", "2", "Is that right?", "您说对吗"),
        /** By a prompt so long that the caller interrupts it. */
        LONG(
                "open question, interrupted",
                "3",
                "you can tell me in your own words what is wrong with your order or with your payment and i will do"
                        + " what i can to put it right or else i will find somebody who can",
                "您可以用自己的话告诉我您的订单或者付款出了什么问题我会尽量帮您解决要是我解决不了就帮您找一位同事来解决");

        private final String title;
        private final String digit;
        private final String english;
        private final String mandarin;

        Kind(String title, String digit, String english, String mandarin) {
            this.title = title;
            this.digit = digit;
            this.english = english;
            this.mandarin = mandarin;
        }

        String title() {
            return title;
        }

        private String prompt(Language language) {
            return switch (language) {
                case ENGLISH -> english;
                case MANDARIN -> mandarin;
            };
        }
    }

    private static final List<String> WISHES = List.of(
            "parcel-late",
            "refund-status",
            "return-item",
            "wrong-item",
            "payment-failed",
            "double-charge",
            "account-locked",
            "cancel-order",
            "change-address",
            "invoice",
            "human");

    private ReplyPlans() {}

    /** The number of the plan that asks this. */
    static String number(Language language, Kind kind) {
        return (language == Language.ENGLISH ? "41" : "42") + kind.digit;
    }

    /**
     * Writes all of them, eight.
     *
     * @param samples the folder of the sample plans
     * @param folder where they are written
     */
    static void write(Path samples, Path folder) throws IOException {
        ScratchFolder.copy(samples.resolve("pieces"), folder.resolve("pieces"));
        IssueTree tree = treeOf(samples.resolve("shop"));
        for (Language language : Language.values()) {
            for (Kind kind : Kind.values()) {
                write(folder, language, kind, tree);
            }
        }
    }

    private static void write(Path folder, Language language, Kind kind, IssueTree tree) throws IOException {
        String prompt = kind.prompt(language);
        List<String> lines = new ArrayList<>(List.of(
                "dialplan: reply-" + language.tag() + "-" + kind.digit,
                "numbers: [\"" + number(language, kind) + "\"]",
                "language: " + language.tag(),
                "start: first"));
        if (kind == Kind.OPEN || kind == Kind.LONG) {
            lines.addAll(intents(language, tree));
        }
        lines.add("steps:");
        for (String step : List.of("first", "second")) {
            String other = step.equals("first") ? "second" : "first";
            lines.add("  " + step + ":");
            lines.addAll(
                    switch (kind) {
                        case OPEN, LONG -> open(other);
                        case DIGITS -> List.of("    collect: value", "    as: digits(4)", "    then: " + other);
                        case CLOSED -> List.of("    collect: agreed", "    as: yes-no", "    then: " + other);
                    });
            lines.add("    ask: \"" + prompt + "\"");
            lines.add("    no-match: [\"" + prompt + "\"]");
            lines.add("    no-input: [\"" + prompt + "\"]");
            lines.add("    give-up: " + other);
        }
        Path plan = folder.resolve("reply-" + language.tag() + "-" + kind.digit);
        Files.createDirectories(plan);
        Files.write(plan.resolve("dialplan.yaml"), lines);
        render(plan, language, prompt);
    }

    private static List<String> open(String other) {
        List<String> lines = new ArrayList<>(List.of("    when:"));
        WISHES.forEach(intent -> lines.add("      " + intent + ": " + other));
        return lines;
    }

    /** Some of the tree's issues as intents: of these a plan is sure enough to end a turn early. */
    private static List<String> intents(Language language, IssueTree tree) {
        List<String> lines = new ArrayList<>(List.of("intents:"));
        for (String wish : WISHES) {
            Issue issue = Objects.requireNonNull(tree.issues().get(wish), wish);
            lines.add("  " + wish + ":");
            issue.utterances().in(language, List.of()).forEach(text -> lines.add("    - \"" + text + "\""));
        }
        return lines;
    }

    private static IssueTree treeOf(Path folder) throws IOException {
        return switch (IssuesReader.read(folder)) {
            case IssuesReader.Reading.Read read -> read.written().tree();
            case IssuesReader.Reading.Refused refused ->
                throw new IOException(refused.complaints().toString());
        };
    }

    private static void render(Path plan, Language language, String prompt) throws IOException {
        PromptRendering rendering =
                new PromptRendering(plan.resolve("prompts"), language, EspeakSynthesizer.voice(language));
        for (String text : new Wording(prompt).texts()) {
            rendering.render(text, new EspeakSynthesizer("espeak-ng"));
        }
        rendering.finish();
    }
}
