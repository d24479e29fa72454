package org.hotline.switchboard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotline.switchboard.LinePicture.Said;

/** The running transcript: what was said, and what each side is just saying. Not safe for threads: guarded by its line. */
final class Script {
    private static final int LONGEST = 200;

    private final Deque<Said> finished = new ArrayDeque<>();
    private final Map<String, Said> unfinished = new LinkedHashMap<>();

    void add(Said said) {
        if (said.partial()) {
            unfinished.put(said.side(), said);
        } else {
            unfinished.remove(said.side());
            if (!said.text().isEmpty()) {
                finished.addLast(said);
            }
        }
        if (finished.size() > LONGEST) {
            finished.removeFirst();
        }
    }

    List<Said> lines() {
        List<Said> lines = new ArrayList<>(finished);
        lines.addAll(unfinished.values());
        return List.copyOf(lines);
    }
}
