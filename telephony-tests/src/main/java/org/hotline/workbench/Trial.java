package org.hotline.workbench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hotline.Configuration;
import org.hotline.House;
import org.hotline.Main;
import org.hotline.history.CallStore;
import org.hotline.phone.Softphone;
import org.hotline.speech.Language;

/**
 * A whole hotline for trying out: the usual configuration in a data folder of its own, with agents' passwords that its
 * phones know. Started by the constructor, stopped by closing.
 */
public final class Trial implements AutoCloseable {
    private final Map<String, String> passwords = new HashMap<>();
    private final House house;
    private int callers;

    /**
     * Starts it.
     *
     * @param data folder of all that it writes
     * @param sipPort 0 for a free one
     * @param webPort 0 for a free one
     * @throws Exception if it cannot be started; the message says why
     */
    public Trial(Path data, int sipPort, int webPort) throws Exception {
        house = House.build(configuration(data, sipPort, webPort));
        try {
            house.start();
        } catch (RuntimeException failed) {
            house.close();
            throw failed;
        }
    }

    /** The house itself. */
    public House house() {
        return house;
    }

    /** The records of its calls. */
    public CallStore calls() {
        return house.calls();
    }

    /** Its SIP address, IPv4 loopback. */
    public InetSocketAddress sip() {
        return new InetSocketAddress("127.0.0.1", house.sipPort());
    }

    /** The phone of somebody who calls; still to be built. */
    public Softphone.Builder caller(Language language) {
        return Softphone.towards(sip())
                .showing("555010" + callers++)
                .speaking(language)
                .withVoice(Voices.ofCallers());
    }

    /** The registered phone of an agent. */
    public Softphone agent(String name, Language language) {
        return Softphone.towards(sip())
                .as(name, password(name))
                .speaking(language)
                .withVoice(Voices.ofAgents())
                .build()
                .registers();
    }

    /** The password of an agent's account. */
    public String password(String agent) {
        return Optional.ofNullable(passwords.get(agent)).orElseThrow();
    }

    @Override
    public void close() {
        house.close();
    }

    private Configuration configuration(Path data, int sipPort, int webPort) throws IOException {
        Configuration usual = Configuration.defaults().at(Main.home().toAbsolutePath());
        Configuration.Sip sip = usual.sip();
        Configuration.Web web = usual.web();
        return new Configuration(
                data,
                usual.dialplans(),
                usual.zone(),
                new Configuration.Sip(
                        sip.addresses(),
                        sipPort,
                        sip.transports(),
                        sip.advertised(),
                        sip.callLimit(),
                        sip.realm(),
                        sip.publicCalls(),
                        sip.transferTargets()),
                usual.media(),
                usual.speech(),
                usual.recording(),
                usual.database(),
                new Configuration.Web(web.host(), webPort, web.names(), web.behindTls()),
                usual.queues(),
                withPasswords(usual.agents()));
    }

    private Map<String, Configuration.Agent> withPasswords(Map<String, Configuration.Agent> usual) {
        SecureRandom random = new SecureRandom();
        Map<String, Configuration.Agent> agents = new LinkedHashMap<>();
        usual.forEach((name, agent) -> {
            String password = Long.toUnsignedString(random.nextLong(), 36);
            passwords.put(name, password);
            agents.put(
                    name,
                    new Configuration.Agent(
                            agent.display(), Optional.of(password), agent.queues(), agent.skills(), agent.digest()));
        });
        return agents;
    }
}
