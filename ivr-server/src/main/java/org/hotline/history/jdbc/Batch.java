package org.hotline.history.jdbc;

import java.util.List;

/**
 * Lines of the journal that are stored together or not at all.
 *
 * @param writer who wrote them: one name a server start
 * @param lines at least one, in order
 */
record Batch(String writer, List<Line> lines) {
    long last() {
        return lines.getLast().number();
    }

    /** It in two parts; only of more than one line. */
    List<Batch> halves() {
        int middle = lines.size() / 2;
        return List.of(
                new Batch(writer, lines.subList(0, middle)), new Batch(writer, lines.subList(middle, lines.size())));
    }

    /** What of it comes after that number. */
    List<Line> after(long number) {
        return lines.getFirst().number() > number
                ? lines
                : lines.stream().filter(line -> line.number() > number).toList();
    }
}
