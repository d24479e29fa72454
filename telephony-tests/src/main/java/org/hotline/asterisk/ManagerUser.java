package org.hotline.asterisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A user of a {@code manager.conf}.
 *
 * @param read classes of events it gets
 * @param write classes of actions it may ask for
 * @param filters what an event's text must match, one of them; no filters let all through
 */
public record ManagerUser(String name, String secret, Set<String> read, Set<String> write, List<Pattern> filters) {
    /** Actions that need one of these classes, by the sources of 20 to 23; all others need none. */
    private static final Map<String, Set<String>> NEEDED = Map.ofEntries(
            Map.entry("originate", Set.of("originate")),
            Map.entry("redirect", Set.of("call")),
            Map.entry("atxfer", Set.of("call")),
            Map.entry("blindtransfer", Set.of("call")),
            Map.entry("setvar", Set.of("call")),
            Map.entry("getvar", Set.of("call", "reporting")),
            Map.entry("hangup", Set.of("system", "call")),
            Map.entry("queuepause", Set.of("agent")),
            Map.entry("queueadd", Set.of("agent")),
            Map.entry("queueremove", Set.of("agent")),
            Map.entry("coresettings", Set.of("system", "reporting")),
            Map.entry("coreshowchannels", Set.of("system", "reporting")),
            Map.entry("command", Set.of("command")));

    /** Reads the user of this name. */
    public static ManagerUser of(Path managerConf, String name) {
        String secret = "";
        Set<String> read = Set.of();
        Set<String> write = Set.of();
        List<Pattern> filters = new ArrayList<>();
        boolean here = false;
        for (String raw : lines(managerConf)) {
            String line = raw.replaceAll(";.*", "").strip();
            String[] parts = line.split("\\s*=>?\\s*", 2);
            if (line.startsWith("[")) {
                here = line.equals("[" + name + "]");
            } else if (here && parts.length == 2) {
                switch (parts[0]) {
                    case "secret" -> secret = parts[1];
                    case "read" -> read = Set.of(parts[1].split("\\s*,\\s*"));
                    case "write" -> write = Set.of(parts[1].split("\\s*,\\s*"));
                    case "eventfilter" -> filters.add(Pattern.compile(parts[1], Pattern.DOTALL));
                    default -> {}
                }
            }
        }
        return new ManagerUser(name, secret, read, write, filters);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The same with fewer or more rights. */
    public ManagerUser rights(Set<String> toRead, Set<String> toWrite) {
        return new ManagerUser(name, secret, toRead, toWrite, filters);
    }

    boolean mayAsk(String action) {
        return NEEDED.getOrDefault(action.toLowerCase(java.util.Locale.ROOT), write).stream()
                .anyMatch(write::contains);
    }

    /** @param event with its {@code Privilege} line */
    boolean gets(ManagerMessage event) {
        boolean may = List.of(event.get("Privilege").split(",")).stream().anyMatch(read::contains);
        return may
                && (filters.isEmpty()
                        || filters.stream()
                                .anyMatch(filter -> filter.matcher(event.text()).find()));
    }
}
