package org.hotline.history.jdbc;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file of the journal; sorted by name, segments are in the order they were written.
 *
 * @param first the number of its first line
 */
record Segment(Path path, String writer, long first) {
    private static final Pattern NAME = Pattern.compile("([0-9a-z]{4,40})-(\\d{15})\\.journal");

    static Segment of(Path folder, String writer, long first) {
        return new Segment(
                folder.resolve(String.format(Locale.ROOT, "%s-%015d.journal", writer, first)), writer, first);
    }

    /** Empty if the file is something else. */
    static Optional<Segment> of(Path path) {
        Matcher name = NAME.matcher(String.valueOf(path.getFileName()));
        return name.matches()
                ? Optional.of(new Segment(path, name.group(1), Long.parseLong(name.group(2))))
                : Optional.empty();
    }

    boolean isBefore(Segment other) {
        return path.compareTo(other.path) < 0;
    }
}
