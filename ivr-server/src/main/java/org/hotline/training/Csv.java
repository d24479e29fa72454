package org.hotline.training;

import java.util.ArrayList;
import java.util.List;

/** Lines of comma-separated values as RFC 4180 has them; no field goes over a line. */
public final class Csv {
    private Csv() {}

    public static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    field.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }

    public static String line(String... fields) {
        List<String> written = new ArrayList<>();
        for (String field : fields) {
            written.add(field.contains(",") || field.contains("\"") ? '"' + field.replace("\"", "\"\"") + '"' : field);
        }
        return String.join(",", written);
    }
}
