package org.hotline.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hotline.asterisk.ManagerPort;

/**
 * A {@code hotline.yaml} for trying out: the usual hotline in a data folder of its own, with agents whose passwords are
 * known here.
 *
 * @param data folder of all that the hotline writes
 * @param sipPort 0 for a free one
 * @param webPort 0 for a free one
 * @param further settings as YAML, other than {@code data}, {@code sip}, {@code web} and {@code agents}
 * @param transferTargets where calls may be sent on, as YAML
 * @param ami the way to an Asterisk's manager interface, as YAML
 * @param moreAgents besides Alice and Bo, as YAML
 * @param passwords of the agents, by name
 */
public record TrialSettings(
        Path data,
        int sipPort,
        int webPort,
        String further,
        String transferTargets,
        String ami,
        String moreAgents,
        Map<String, String> passwords) {
    private static final String QUEUES_OF_ALICE = "english";
    private static final String QUEUES_OF_BO = "mandarin, english";

    /** Alice and Bo with fresh passwords. */
    public static TrialSettings of(Path data, int sipPort, int webPort, String further) {
        SecureRandom random = new SecureRandom();
        Map<String, String> passwords = new LinkedHashMap<>();
        for (String agent : new String[] {"alice", "bo"}) {
            passwords.put(agent, Long.toUnsignedString(random.nextLong(), 36));
        }
        return new TrialSettings(data, sipPort, webPort, further, "", "", "", passwords);
    }

    /** The password of an agent's account. */
    public String password(String agent) {
        return Optional.ofNullable(passwords.get(agent)).orElseThrow();
    }

    /** The same for another Hotline beside it, with a data folder of its own. */
    public TrialSettings in(Path folder) {
        return new TrialSettings(folder, sipPort, webPort, further, transferTargets, ami, moreAgents, passwords);
    }

    /** The same on another SIP port. */
    public TrialSettings onSipPort(int port) {
        return new TrialSettings(data, port, webPort, further, transferTargets, ami, moreAgents, passwords);
    }

    /** The same where calls may be sent on to this address, by agents who ask for this number. */
    public TrialSettings sendingOn(String number, String address) {
        String target = "\"" + number + "\": \"" + address + "\"";
        return new TrialSettings(data, sipPort, webPort, further, target, ami, moreAgents, passwords);
    }

    /** The same with Chen, who serves Alice's queues from a phone of the Asterisk whose manager interface this is. */
    public TrialSettings withChen(ManagerPort manager, String endpoint) {
        String chen = "chen: { display: \"Chen\", queues: [%s], phone: \"asterisk:%s\" }"
                .formatted(QUEUES_OF_ALICE, endpoint);
        return new TrialSettings(data, sipPort, webPort, further, transferTargets, way(manager), chen, passwords);
    }

    /** The same that logs in at this manager interface of an Asterisk. */
    public TrialSettings with(ManagerPort manager) {
        return new TrialSettings(data, sipPort, webPort, further, transferTargets, way(manager), moreAgents, passwords);
    }

    private static String way(ManagerPort manager) {
        return ", ami: { enabled: true, port: %d, user: \"%s\", secret: \"%s\" }"
                .formatted(manager.port(), manager.user().name(), manager.user().secret());
    }

    /** Writes the file into the data folder. */
    public Path file() {
        Path file = data.resolve("hotline.yaml");
        try {
            Files.createDirectories(data);
            return Files.writeString(file, text());
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot write " + file, refused);
        }
    }

    private String text() {
        return """
                data: "%s"
                sip: { port: %d, transfer-targets: { %s } }
                web: { port: %d }
                asterisk: { enabled: true, agi-port: 0, audio-port: 0%s }
                agents:
                  alice: { display: "Alice", queues: [%s], password: "%s" }
                  bo: { display: "Bo", queues: [%s], password: "%s" }
                  %s
                %s
                """.formatted(
                        data.toAbsolutePath(),
                        sipPort,
                        transferTargets,
                        webPort,
                        ami,
                        QUEUES_OF_ALICE,
                        password("alice"),
                        QUEUES_OF_BO,
                        password("bo"),
                        moreAgents,
                        further);
    }
}
