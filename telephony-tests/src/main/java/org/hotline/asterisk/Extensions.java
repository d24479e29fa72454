package org.hotline.asterisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An {@code extensions.conf}: contexts, extensions, priorities, labels. As much of the grammar as ours uses. */
public final class Extensions {
    private static final Pattern CONTEXT = Pattern.compile("\\[([\\w-]+)].*");
    private static final Pattern GLOBAL = Pattern.compile("(\\w+)\\s*=\\s*(.*)");
    private static final Pattern STEP =
            Pattern.compile("(?:exten\\s*=>\\s*([^,]+),|same\\s*=>\\s*)(\\w+)(?:\\((\\w+)\\))?,(\\w+)\\((.*)\\)");

    private final Map<String, String> globals = new HashMap<>();
    private final Map<String, List<Step>> steps = new HashMap<>();

    /** One priority. */
    record Step(Optional<String> label, String application, String arguments) {}

    /** Where a channel is. */
    record Place(String context, String extension, int priority) {
        Place next() {
            return new Place(context, extension, priority + 1);
        }
    }

    static Extensions read(Path file) {
        Extensions read = new Extensions();
        try {
            String context = "";
            String extension = "";
            for (String raw : Files.readAllLines(file)) {
                String line = raw.strip();
                Matcher step = STEP.matcher(line);
                Matcher head = CONTEXT.matcher(line);
                Matcher global = GLOBAL.matcher(line);
                if (step.matches()) {
                    extension = step.group(1) == null ? extension : step.group(1);
                    read.steps
                            .computeIfAbsent(context + "/" + extension, key -> new ArrayList<>())
                            .add(new Step(Optional.ofNullable(step.group(3)), step.group(4), step.group(5)));
                } else if (head.matches()) {
                    context = head.group(1);
                } else if (context.equals("globals") && global.matches()) {
                    read.globals.put(global.group(1), global.group(2));
                } else if (!line.isEmpty() && !line.startsWith(";")) {
                    throw new IllegalArgumentException(file + ": this script cannot read \"" + line + "\"");
                }
            }
            return read;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    Map<String, String> globals() {
        return Map.copyOf(globals);
    }

    /** The extension of a context that a dialled number matches: itself, or a pattern of X and digits. */
    Optional<String> match(String context, String number) {
        return steps.keySet().stream()
                .filter(key -> key.startsWith(context + "/"))
                .map(key -> key.substring(context.length() + 1))
                .filter(extension -> number.equals(extension)
                        || (extension.startsWith("_")
                                && number.matches(extension
                                        .substring(1)
                                        .replace("*", "\\*")
                                        .replace("X", "[0-9]"))))
                .findFirst();
    }

    Optional<Step> at(Place place) {
        List<Step> all = steps.getOrDefault(place.context() + "/" + place.extension(), List.of());
        return place.priority() <= all.size() ? Optional.of(all.get(place.priority() - 1)) : Optional.empty();
    }

    /** The priority with this label beside {@code from}. */
    Place label(Place from, String label) {
        List<Step> all = steps.getOrDefault(from.context() + "/" + from.extension(), List.of());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).label().equals(Optional.of(label))) {
                return new Place(from.context(), from.extension(), i + 1);
            }
        }
        throw new IllegalStateException("the dialplan has no label " + label);
    }
}
