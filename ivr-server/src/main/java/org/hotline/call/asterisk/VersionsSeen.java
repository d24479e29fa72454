package org.hotline.call.asterisk;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once of each version of Asterisk what it lacks. Any thread. */
final class VersionsSeen {
    /** They are told by the other side, so there may be nonsense. */
    private static final int MOST = 100;

    private static final Logger LOG = LoggerFactory.getLogger(VersionsSeen.class);

    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /** @param version as {@code agi_version} tells it */
    void look(String version) {
        if (seen.size() < MOST && seen.add(version)) {
            Version.of(version)
                    .flatMap(Version::shortcoming)
                    .ifPresent(what -> LOG.atWarn()
                            .addKeyValue("version", version)
                            .addKeyValue("what", what)
                            .log("This Asterisk is old"));
        }
    }
}
