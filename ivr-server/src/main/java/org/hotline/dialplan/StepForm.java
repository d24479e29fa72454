package org.hotline.dialplan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotline.conversation.plan.Attempts;
import org.hotline.conversation.plan.Move;
import org.hotline.conversation.plan.Scale;
import org.hotline.conversation.plan.SlotType;
import org.hotline.conversation.plan.Step;
import org.hotline.conversation.plan.Wording;

/** One step as written: a name and exactly one verb. */
final class StepForm {
    /** The verbs, and what else a step with each may say. */
    static final Map<String, Set<String>> VERBS = new LinkedHashMap<>();

    private static final Set<String> ATTEMPTS = Set.of("no-match", "no-input", "by-keys", "give-up");
    private static final Pattern CALL = Pattern.compile("([a-z0-9-]+)\\(([^()]*)\\)");
    private static final String ALL_KEYS = "0123456789*#";

    static {
        VERBS.put("say", Set.of("then"));
        VERBS.put("ask", with(ATTEMPTS, "keys", "when", "locates", "confirm"));
        VERBS.put("locate", with(ATTEMPTS, "keys", "clues", "agents", "then"));
        VERBS.put("collect", with(ATTEMPTS, "as", "known", "ask", "confirm", "then"));
        VERBS.put("lookup", Set.of("say", "when"));
        VERBS.put("branch", Set.of("when", "otherwise"));
        VERBS.put("queue", Set.of("say", "wait"));
        VERBS.put("transfer", Set.of("say", "give-up"));
        VERBS.put("voicemail", Set.of("say", "then"));
        VERBS.put("survey", Set.of("ask", "then"));
        VERBS.put("hang-up", Set.of());
    }

    private final String name;
    private final Form form;
    private final List<String> flows;

    /** @param flows the steps that the hotline's issues are served by */
    StepForm(String name, Form form, List<String> flows) {
        this.name = name;
        this.form = form;
        this.flows = flows;
    }

    /** The step; nothing, after a complaint, if it has no verb or several. */
    Optional<Step> read() {
        Optional<String> verb = verb();
        verb.ifPresent(found -> form.allowOnly(with(VERBS.getOrDefault(found, Set.of()), found)));
        return verb.map(found -> switch (found) {
            case "say" -> new Step.Say(name, required("say"), form.text("then"));
            case "ask" -> ask();
            case "locate" -> locate();
            case "collect" -> collect();
            case "lookup" -> lookup();
            case "branch" -> new Step.Branch(name, form.text("branch"), form.map("when"), form.text("otherwise"));
            case "queue" -> new Step.ToQueue(name, form.text("queue"), wording("say"), waiting());
            case "transfer" ->
                new Step.Transfer(name, form.text("transfer"), wording("say"), form.optionalText("give-up"));
            case "voicemail" ->
                new Step.Voicemail(name, form.text("voicemail"), wording("say"), form.optionalText("then"));
            case "survey" -> survey();
            case "hang-up" -> new Step.HangUp(name, wording("hang-up"));
            default -> throw new IllegalStateException("verb without a reader: " + found);
        });
    }

    /** A collect step has an ask of its own, a queue step a say: the verb is the one that is not an addition. */
    private Optional<String> verb() {
        List<String> verbs = new ArrayList<>(VERBS.keySet());
        verbs.removeIf(verb -> !form.has(verb));
        for (String verb : List.copyOf(verbs)) {
            verbs.removeIf(other -> VERBS.getOrDefault(verb, Set.of()).contains(other));
        }
        if (verbs.isEmpty()) {
            form.complain(
                    form.place(), form.what() + " does nothing", "give it one of " + String.join(", ", VERBS.keySet()));
        } else if (verbs.size() > 1) {
            form.complain(
                    form.at(verbs.get(1)),
                    form.what() + " does two things: " + String.join(" and ", verbs),
                    "make two steps of it");
        }
        return verbs.size() == 1 ? Optional.of(verbs.getFirst()) : Optional.empty();
    }

    private Step ask() {
        Wording ask = required("ask");
        if (!form.has("when")) {
            form.complain(form.place(), form.what() + " asks, but has no \"when\"", "write where each intent leads");
        }
        return new Step.Ask(
                name, ask, keys(), form.map("when"), form.flag("locates", false), wording("confirm"), attempts(ask));
    }

    private Step locate() {
        Wording ask = required("locate");
        return new Step.Locate(
                name,
                ask,
                keys(),
                form.has("clues") ? Optional.of(asked("clues", Map.of())) : Optional.empty(),
                form.text("agents"),
                form.text("then"),
                flows,
                attempts(ask));
    }

    private Step collect() {
        Wording ask = required("ask");
        form.fills(form.text("collect"), form.at("collect"));
        String as = form.text("as");
        Optional<SlotType> type = SlotTypes.slot(as);
        if (type.isEmpty() && form.has("as")) {
            form.complain(
                    form.at("as"),
                    form.what() + " collects \"" + as + "\", which is no kind of value",
                    SlotTypes.KNOWN);
        }
        return new Step.Collect(
                name,
                form.text("collect"),
                type.orElse(new SlotType.YesNo()),
                form.optionalForm("known").map(StepForm::known),
                ask,
                wording("confirm"),
                form.text("then"),
                attempts(ask));
    }

    private static Step.KnownValue known(Form form) {
        form.allowOnly(Set.of("slot", "ask"));
        return new Step.KnownValue(
                form.text("slot"), form.sentence("ask").orElseGet(() -> new Wording(form.text("ask"))));
    }

    private Step survey() {
        String written = form.text("survey");
        Optional<Scale> scale = Arrays.stream(Scale.values())
                .filter(known -> known.written().equals(written))
                .findFirst();
        if (scale.isEmpty()) {
            form.complain(
                    form.at("survey"),
                    form.what() + " asks for \"" + written + "\", which is no scale",
                    "write csat(1..5) or nps(0..10)");
        }
        return new Step.Survey(name, scale.orElse(Scale.CSAT), required("ask"), form.text("then"));
    }

    private Step lookup() {
        return asked("lookup", form.map("when"));
    }

    /** A look-up written as name(slot, slot) under {@code key}. */
    private Step.Lookup asked(String key, Map<String, String> when) {
        String call = form.text(key);
        Matcher parts = CALL.matcher(call);
        if (!parts.matches()) {
            form.complain(form.at(key), form.what() + " looks up \"" + call + "\"", "write it as name(slot)");
            return new Step.Lookup(name, "", List.of(), wording("say"), when);
        }
        List<String> slots = List.of(
                parts.group(2).isBlank()
                        ? new String[0]
                        : parts.group(2).strip().split("\\s*,\\s*"));
        return new Step.Lookup(name, parts.group(1), slots, wording("say"), when);
    }

    private Move.Wait waiting() {
        Optional<Form> wait = form.optionalForm("wait");
        wait.ifPresent(found -> found.allowOnly(Set.of("at-most", "then", "announce-position")));
        return new Move.Wait(
                wait.flatMap(found -> found.duration("at-most")),
                wait.flatMap(found -> found.optionalText("then")),
                wait.map(found -> found.flag("announce-position", false)).orElse(false));
    }

    private Map<Character, String> keys() {
        Map<Character, String> keys = new LinkedHashMap<>();
        form.map("keys").forEach((key, intent) -> {
            if (key.length() == 1 && ALL_KEYS.contains(key)) {
                keys.put(key.charAt(0), intent);
            } else {
                form.complain(
                        form.at("keys"), form.what() + ": \"" + key + "\" is not a key", "keys are 0 to 9, * and #");
            }
        });
        return keys;
    }

    /** Without sentences of its own a question is asked once more. */
    private Attempts attempts(Wording ask) {
        return new Attempts(
                wordings("no-input").orElse(List.of(ask)),
                wordings("no-match").orElse(List.of(ask)),
                wording("by-keys"),
                form.text("give-up"));
    }

    private Optional<List<Wording>> wordings(String key) {
        return form.has(key) ? Optional.of(form.prose(key)) : Optional.empty();
    }

    private Optional<Wording> wording(String key) {
        return form.sentence(key);
    }

    private Wording required(String key) {
        return form.sentence(key).orElseGet(() -> new Wording(form.text(key)));
    }

    private static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(List.of(more));
        return all;
    }
}
