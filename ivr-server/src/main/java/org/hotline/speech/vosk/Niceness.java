package org.hotline.speech.vosk;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lower priority than the calls have, by the program {@code nice} of POSIX. */
final class Niceness {
    private static final String PROGRAM = "nice";
    private static final Logger LOG = LoggerFactory.getLogger(Niceness.class);

    private Niceness() {}

    /**
     * What to put before a command so that it runs at lower priority; nothing where there is no such program.
     *
     * @param path folders of programs, as in the environment's PATH
     */
    static List<String> prefix(Optional<String> path) {
        boolean there = path.stream()
                .flatMap(folders -> Stream.of(folders.split(File.pathSeparator, -1)))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
        if (!there) {
            LOG.warn("No program \"nice\" on the PATH: recognition runs at the priority of the calls");
        }
        return there ? List.of(PROGRAM, "-n", "5") : List.of();
    }
}
