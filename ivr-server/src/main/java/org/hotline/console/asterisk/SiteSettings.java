package org.hotline.console.asterisk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotline.yaml.Place;

/** One {@code .conf} file of names and values in sections, names more than once if need be. */
record SiteSettings(Path file, Map<String, Section> sections) {
    private static final Pattern HEAD = Pattern.compile("\\[([^]]+)].*");
    private static final Pattern ASSIGNMENT = Pattern.compile("(\\w+)\\s*=>?\\s*(.*)");

    /** A line. */
    record Setting(Place place, String name, String value) {}

    /** What stands under a head. */
    record Section(Place place, List<Setting> settings) {
        /** The value that counts: the last one. */
        Optional<Setting> last(String name) {
            return all(name).reduce((first, second) -> second);
        }

        java.util.stream.Stream<Setting> all(String name) {
            return settings.stream().filter(setting -> setting.name().equalsIgnoreCase(name));
        }
    }

    static SiteSettings read(Path file) throws IOException {
        Map<String, Section> sections = new LinkedHashMap<>();
        Section present = new Section(new Place(file.toString(), 1), new ArrayList<>());
        int number = 0;
        for (String raw : Files.readAllLines(file)) {
            number++;
            Place place = new Place(file.toString(), number);
            String line = raw.replaceAll("(?<!\\\\);.*", "").strip();
            Matcher head = HEAD.matcher(line);
            Matcher assignment = ASSIGNMENT.matcher(line);
            if (head.matches()) {
                present = sections.computeIfAbsent(head.group(1), name -> new Section(place, new ArrayList<>()));
            } else if (assignment.matches()) {
                present.settings().add(new Setting(place, assignment.group(1), assignment.group(2)));
            }
        }
        return new SiteSettings(file, sections);
    }

    Optional<Section> section(String name) {
        return Optional.ofNullable(sections.get(name));
    }
}
