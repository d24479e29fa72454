package org.hotline.call.asterisk.ami;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which Asterisk has answered, and what it cannot do for us.
 *
 * @param text as it says itself ({@code 22.9.0}), or its greeting
 * @param major of Asterisk; 0 if nobody knows
 */
public record AmiVersion(String text, int major) {
    /** The protocol's major number grows with Asterisk's: 5 is 16, 12 is 23. */
    private static final int AHEAD = 11;

    private static final int OLDEST = 16;
    private static final int NEWEST = 23;
    private static final int WITH_AUDIO_SOCKET = 18;
    private static final int MAINTAINED = 20;

    private static final Pattern GREETING = Pattern.compile("Asterisk Call Manager/(\\d{1,3})\\..*");
    private static final Pattern NUMBER = Pattern.compile("(?:[A-Za-z]+[ /-])*(\\d{1,3})\\..*");

    /**
     * Reads the greeting and, if the user may ask for it, {@code AsteriskVersion} of {@code CoreSettings}:
     * {@code 22.9.0}, {@code certified-20.7-cert5}, {@code GIT-master-7bdc1d8}.
     */
    public static AmiVersion of(String greeting, Optional<String> told) {
        Matcher protocol = GREETING.matcher(greeting);
        int byGreeting = protocol.matches() ? Integer.parseInt(protocol.group(1)) + AHEAD : 0;
        int major = told.map(NUMBER::matcher)
                .filter(Matcher::matches)
                .map(number -> Integer.parseInt(number.group(1)))
                .orElse(byGreeting);
        return new AmiVersion(told.orElse(greeting), major);
    }

    /** Whether an agent can be reached through it: it must carry the sound to us. */
    public boolean reachesAgents() {
        return major == 0 || major >= WITH_AUDIO_SOCKET;
    }

    /** What its administrator should know, a sentence each; empty for those that are known and maintained. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (major == 0) {
            remarks.add("its version cannot be told: nothing is promised; known are " + OLDEST + " to " + NEWEST);
        } else if (major > NEWEST) {
            remarks.add("it is newer than this Hotline, which knows " + OLDEST + " to " + NEWEST
                    + ": what it has renamed is not understood");
        } else if (major < OLDEST) {
            remarks.add("it is older than " + OLDEST + ": its queues are not observed in full; use 20 or newer");
        } else if (major < MAINTAINED) {
            remarks.add("it is not maintained any more; use 20 or newer");
        }
        if (!reachesAgents()) {
            remarks.add("it has no AudioSocket(): agents cannot be reached through it; use 18 or newer");
        }
        return remarks;
    }
}
