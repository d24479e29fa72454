package org.hotline.bench.locate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hotline.bench.ScratchFolder;
import org.hotline.issue.Issue;
import org.hotline.issue.IssueTree;
import org.hotline.issue.Outcome;
import org.hotline.speech.Language;

/**
 * The folder of plans that spoken callers dial: the sample shop's tree, and for each language a plan that locates and then
 * hangs up. Who calls, and which clues hold for them, stands in the hotline's database as a shop's customers would.
 */
final class SpokenPlans {
    private static final String SCRIPT = "shop-en/sample-shop.sql"; // where a hotline looks for its sample

    private SpokenPlans() {}

    /** What to dial. */
    static String number(Language language) {
        return switch (language) {
            case ENGLISH -> "51";
            case MANDARIN -> "52";
        };
    }

    /**
     * Writes it.
     *
     * @param samples the folder of the sample plans
     * @param folder where to, empty
     * @param callers who will call
     */
    static void write(Path samples, Path folder, IssueTree tree, Collection<SpokenCaller> callers) throws IOException {
        ScratchFolder.copy(samples.resolve("shop"), folder.resolve("shop"));
        ScratchFolder.copy(samples.resolve("pieces"), folder.resolve("pieces"));
        for (Language language : Language.values()) {
            Path plan = Files.createDirectories(folder.resolve("shop-" + language.tag()));
            Files.writeString(plan.resolve("dialplan.yaml"), plan(language, tree));
            Files.writeString(plan.resolve("lookups.yaml"), lookups(language));
        }
        Files.writeString(folder.resolve(SCRIPT), customers(callers));
    }

    private static String plan(Language language, IssueTree tree) {
        boolean english = language == Language.ENGLISH;
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                """
                dialplan: shop-%1$s
                numbers: ["%2$s"]
                language: %1$s
                issues: shop
                start: locating
                steps:
                  locating:
                    locate: "%3$s"
                    clues: who-calls(calling)
                    agents: people
                    then: done
                    no-match: ["%4$s", "%4$s"]
                    no-input: ["%4$s", "%4$s"]
                    give-up: people
                  people: { hang-up: "%5$s" }
                  done: { hang-up: "%5$s" }
                """,
                language.tag(),
                number(language),
                english ? "How can I help you?" : "请问有什么可以帮您？",
                english ? "Sorry, what is it about?" : "不好意思，您要问什么？",
                english ? "Goodbye." : "再见。"));
        for (String step : flows(tree)) {
            text.append("  ")
                    .append(step)
                    .append(": { hang-up: \"")
                    .append(english ? "Goodbye." : "再见。")
                    .append("\" }\n");
        }
        return text.toString();
    }

    private static SortedSet<String> flows(IssueTree tree) {
        TreeSet<String> steps = new TreeSet<>();
        for (Issue issue : tree.issues().values()) {
            if (issue.outcome() instanceof Outcome.Flow flow) {
                steps.add(flow.step());
            }
        }
        return steps;
    }

    private static String lookups(Language language) {
        return String.format(Locale.ROOT, """
                lookups:
                  who-calls:
                    parameters: [calling]
                    sql: "select * from bench_caller where calling = :calling"
                    values:
                      clues: { column: clues, as: names }
                      item: { column: item_%s, as: "text(%s)" }
                      due: { column: due_on, as: date }
                """, language.tag(), language == Language.ENGLISH ? "coffee machine" : "咖啡机");
    }

    private static String customers(Collection<SpokenCaller> callers) {
        StringBuilder script = new StringBuilder("""
                drop table if exists bench_caller;
                create table bench_caller (calling varchar(24) primary key, clues varchar(200) not null,
                  item_en varchar(40) not null, item_zh varchar(40) not null, due_on date not null);
                """);
        LocalDate due = LocalDate.of(2026, 11, 3);
        for (SpokenCaller caller : callers) {
            script.append(String.format(
                    Locale.ROOT,
                    "insert into bench_caller values ('%s', '%s', 'coffee machine', '咖啡机', date '%s');%n",
                    caller.number(),
                    String.join(" ", caller.clues()),
                    due));
        }
        return script.toString();
    }
}
