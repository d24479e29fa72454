package org.hotline.asterisk;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One message of the manager interface: names and values in their order, a name more than once if need be. */
public record ManagerMessage(List<Field> fields) {
    /** One line. */
    public record Field(String name, String value) {}

    public ManagerMessage {
        fields = List.copyOf(fields);
    }

    /** Names and values in turn. */
    public static ManagerMessage of(String... namesAndValues) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(new Field(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new ManagerMessage(fields);
    }

    /** Reads lines to the empty one; empty at the end of the stream. */
    static Optional<ManagerMessage> read(BufferedReader in) throws IOException {
        List<Field> fields = new ArrayList<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.isEmpty()) {
                return Optional.of(new ManagerMessage(fields));
            }
            int colon = line.indexOf(':');
            fields.add(new Field(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return Optional.empty();
    }

    /** The first value of this name, whatever its case; empty text if there is none. */
    public String get(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    /** All values of this name. */
    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .toList();
    }

    /** The same with one more line, as its second, where Asterisk puts {@code ActionID} and {@code Privilege}. */
    ManagerMessage second(String name, String value) {
        List<Field> more = new ArrayList<>(fields);
        more.add(1, new Field(name, value));
        return new ManagerMessage(more);
    }

    /** As it goes over the line. */
    String text() {
        StringBuilder text = new StringBuilder();
        fields.forEach(field ->
                text.append(field.name()).append(": ").append(field.value()).append("\r\n"));
        return text.append("\r\n").toString();
    }
}
