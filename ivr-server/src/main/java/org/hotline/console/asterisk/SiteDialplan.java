package org.hotline.console.asterisk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hotline.yaml.Place;

/**
 * What of a site's {@code *.conf} files matters here: every section with its place, every step of every extension, the
 * global variables. Lines that are none of these are passed over; other people's dialplans are not ours to judge.
 */
final class SiteDialplan {
    private static final Pattern SECTION = Pattern.compile("\\[([^]]+)].*");
    private static final Pattern INCLUDE = Pattern.compile("#(?:try)?include\\s+[\"<]?([^\">]+)[\">]?");
    private static final Pattern STEP =
            Pattern.compile("(?:exten\\s*=>?\\s*([^,]+),\\s*|same\\s*=>?\\s*)(\\w+)(?:\\(([\\w-]+)\\))?\\s*,\\s*(.*)");
    private static final Pattern ASSIGNMENT = Pattern.compile("([\\w-]+)\\s*=>?\\s*(.*)");

    private final Map<String, Place> sections = new LinkedHashMap<>();
    private final Map<String, List<Step>> extensions = new LinkedHashMap<>();
    private final Map<String, String> globals = new HashMap<>();
    private final Set<Path> read = new LinkedHashSet<>();

    /**
     * A priority of an extension.
     *
     * @param text the application with its arguments, global variables put in
     */
    record Step(Place place, String text) {}

    /**
     * Reads a file with what it includes, or every {@code .conf} file of a folder.
     *
     * @throws IOException if there is no such file
     */
    static SiteDialplan read(Path fileOrFolder) throws IOException {
        SiteDialplan dialplan = new SiteDialplan();
        if (Files.isDirectory(fileOrFolder)) {
            try (Stream<Path> files = Files.list(fileOrFolder)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".conf"))
                        .sorted()
                        .toList()) {
                    dialplan.add(file);
                }
            }
        } else {
            dialplan.add(fileOrFolder);
        }
        return dialplan;
    }

    private void add(Path file) throws IOException {
        if (!read.add(file.toAbsolutePath().normalize())) {
            return;
        }
        String section = "";
        String extension = "";
        int number = 0;
        for (String raw : Files.readAllLines(file)) {
            number++;
            Place place = new Place(file.toString(), number);
            String line = withoutComment(raw);
            Matcher step = STEP.matcher(line);
            Matcher head = SECTION.matcher(line);
            Matcher include = INCLUDE.matcher(line);
            Matcher assignment = ASSIGNMENT.matcher(line);
            if (include.matches()) {
                addIncluded(file, include.group(1).strip());
            } else if (head.matches()) {
                section = head.group(1);
                sections.putIfAbsent(section, place);
            } else if (step.matches()) {
                extension = step.group(1) == null ? extension : step.group(1).strip();
                extensions
                        .computeIfAbsent(section + "/" + extension, key -> new ArrayList<>())
                        .add(new Step(place, step.group(4).strip()));
            } else if (section.equals("globals") && assignment.matches()) {
                globals.put(assignment.group(1), assignment.group(2));
            }
        }
    }

    private void addIncluded(Path file, String name) throws IOException {
        Path included = file.resolveSibling(name);
        if (Files.isRegularFile(included)) {
            add(included);
        }
    }

    /** A semicolon begins a comment, unless a backslash is before it. */
    private static String withoutComment(String line) {
        return line.replaceAll("(?<!\\\\);.*", "").strip();
    }

    boolean hasSection(String name) {
        return sections.containsKey(name);
    }

    boolean hasExtension(String context, String extension) {
        return extensions.containsKey(context + "/" + extension);
    }

    /** Steps of every extension, in the order of their priorities. */
    List<List<Step>> extensions() {
        return extensions.values().stream()
                .map(steps -> steps.stream()
                        .map(step -> new Step(step.place(), substitute(step.text())))
                        .toList())
                .toList();
    }

    private String substitute(String text) {
        String plain = text;
        for (Map.Entry<String, String> global : globals.entrySet()) {
            plain = plain.replace("${" + global.getKey() + "}", global.getValue());
        }
        return plain;
    }
}
