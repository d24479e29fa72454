package org.hotline.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The picture of the house as data: which room may import which, and the rules that follow from it. */
final class Rooms {
    /** A room and the rooms below it that it may import. Leaves (last folders named after a technology) are not rooms. */
    static final Map<String, Set<String>> BELOW = new LinkedHashMap<>();

    static {
        BELOW.put("audio", Set.of());
        BELOW.put("yaml", Set.of());
        BELOW.put("access", Set.of());
        BELOW.put("call", Set.of("audio"));
        BELOW.put("speech", Set.of("audio", "yaml"));
        BELOW.put("understanding", Set.of("speech", "audio"));
        BELOW.put("issue", Set.of("understanding", "speech", "audio"));
        BELOW.put("conversation", Set.of("understanding", "issue", "call", "speech", "audio"));
        BELOW.put("queue", Set.of("call", "audio"));
        BELOW.put("recording", Set.of("call", "audio"));
        BELOW.put("history", Set.of("call", "audio"));
        BELOW.put("dialplan", Set.of("understanding", "issue", "conversation", "call", "speech", "audio", "yaml"));
        BELOW.put(
                "training",
                Set.of(
                        "understanding",
                        "issue",
                        "conversation",
                        "call",
                        "speech",
                        "audio",
                        "yaml",
                        "dialplan",
                        "history"));
        BELOW.put("quality", Set.of("history", "recording", "call", "audio"));
        BELOW.put(
                "chores", Set.of("audio", "call", "speech", "issue", "conversation", "queue", "recording", "history"));
        BELOW.put(
                "switchboard",
                Set.of(
                        "audio",
                        "call",
                        "speech",
                        "understanding",
                        "issue",
                        "conversation",
                        "queue",
                        "recording",
                        "history",
                        "dialplan",
                        "quality"));
        BELOW.put(
                "supervision",
                Set.of(
                        "access",
                        "chores",
                        "audio",
                        "call",
                        "speech",
                        "understanding",
                        "issue",
                        "conversation",
                        "queue",
                        "recording",
                        "history",
                        "dialplan",
                        "quality",
                        "training",
                        "switchboard"));
    }

    /** Folders inside a room that are nouns, not technologies: parts of the room, no leaves. */
    private static final String[] PARTS = {
        "conversation.turn",
        "conversation.plan",
        "conversation.lookup",
        "conversation.slot",
        "conversation.action",
        "conversation.triage",
        "issue.belief",
        "queue.observed",
        "understanding.phonetic"
    };

    private Rooms() {}

    /** One rule a room: it (and its leaves) must not import any room that is not below it. */
    static List<ArchRule> importRules(String root) {
        List<ArchRule> rules = new ArrayList<>();
        for (var room : BELOW.entrySet()) {
            String[] forbidden = BELOW.keySet().stream()
                    .filter(other ->
                            !other.equals(room.getKey()) && !room.getValue().contains(other))
                    .map(other -> root + "." + other + "..")
                    .toArray(String[]::new);
            if (forbidden.length > 0) {
                rules.add(noClasses()
                        .that()
                        .resideInAPackage(root + "." + room.getKey() + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(forbidden)
                        .as("room " + room.getKey() + " imports only " + room.getValue())
                        .allowEmptyShould(true));
            }
        }
        return rules;
    }

    /** One rule a room: nobody but the root package (Main), the console, the benchmarks and its own leaves may import its leaves. */
    static List<ArchRule> leafRules(String root) {
        List<ArchRule> rules = new ArrayList<>();
        for (String room : BELOW.keySet()) {
            String own = root + "." + room;
            rules.add(noClasses()
                    .that(not(resideInAPackage(own + ".*.."))
                            .and(not(resideInAnyPackage(root, root + ".console..", root + ".bench.."))))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(own + ".*..").and(not(resideInAnyPackage(parts(root)))))
                    .as("only Main imports the leaves of " + room)
                    .allowEmptyShould(true));
        }
        return rules;
    }

    private static String[] parts(String root) {
        return Stream.of(PARTS).map(part -> root + "." + part + "..").toArray(String[]::new);
    }
}
