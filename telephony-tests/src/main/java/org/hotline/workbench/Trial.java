package org.hotline.workbench;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.hotline.ConfigurationFile;
import org.hotline.House;
import org.hotline.Main;
import org.hotline.asterisk.ScriptedAsterisk;
import org.hotline.history.CallStore;
import org.hotline.phone.AsteriskPhone;
import org.hotline.phone.BadLine;
import org.hotline.phone.Softphone;
import org.hotline.speech.Language;

/**
 * A whole hotline for trying out: the usual configuration in a data folder of its own, with agents' passwords that its
 * phones know. Started by the constructor, stopped by closing.
 */
public final class Trial implements AutoCloseable {
    private final TrialSettings settings;
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
        this(TrialSettings.of(data, sipPort, webPort, ""));
    }

    /**
     * Starts it.
     *
     * @throws Exception if it cannot be started; the message says why
     */
    public Trial(TrialSettings settings) throws Exception {
        this.settings = settings;
        house = House.build(ConfigurationFile.read(settings.file(), Main.home().toAbsolutePath()));
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

    /** An Asterisk that hands calls over to it, by the dialplan that ships. */
    public ScriptedAsterisk asterisk() {
        House.AsteriskPorts ports = house.asteriskPorts().orElseThrow();
        return ScriptedAsterisk.running(Main.home().toAbsolutePath(), ports.agi(), ports.audio());
    }

    /** A phone that is registered at this Asterisk. */
    public AsteriskPhone deskPhone(ScriptedAsterisk asterisk, String endpoint, Language language) {
        return new AsteriskPhone(asterisk, endpoint, "1001", language, Voices.ofAgents(), BadLine.perfect());
    }

    /** The phone of somebody who calls through this Asterisk. */
    public AsteriskPhone caller(ScriptedAsterisk asterisk, Language language, BadLine line) {
        return new AsteriskPhone(asterisk, "555010" + callers++, language, Voices.ofCallers(), line);
    }

    /** The registered phone of an agent. */
    public Softphone agent(String name, Language language) {
        return Softphone.towards(sip())
                .as(name, settings.password(name))
                .speaking(language)
                .withVoice(Voices.ofAgents())
                .build()
                .registers();
    }

    /** The password of an agent's account. */
    public String password(String agent) {
        return settings.password(agent);
    }

    @Override
    public void close() {
        house.close();
    }
}
