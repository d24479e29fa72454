package org.hotline;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hotline.call.digest.Account;
import org.hotline.call.digest.Login;
import org.hotline.call.rtp.RtpSettings;
import org.hotline.call.sip.SipSettings;
import org.hotline.conversation.openai.OpenAiSettings;
import org.hotline.queue.AgentProfile;
import org.hotline.queue.QueueSettings;
import org.hotline.speech.Language;
import org.hotline.switchboard.SwitchboardSettings;
import org.hotline.switchboard.Transfers;

/** The configuration as each room wants it. Pure; what a room refuses is an {@link IllegalArgumentException}. */
final class RoomSettings {
    private static final Duration SHORT_ABANDON = Duration.ofSeconds(5);

    private RoomSettings() {}

    static SipSettings sip(Configuration.Sip sip) {
        return new SipSettings(
                sip.addresses().stream().map(RoomSettings::address).toList(),
                sip.port(),
                sip.transports().stream().map(RoomSettings::transport).collect(Collectors.toSet()),
                sip.advertised().map(RoomSettings::address),
                sip.callLimit(),
                sip.realm(),
                sip.publicCalls(),
                sip.messageRate(),
                SipSettings.DEFAULT.times(),
                logins(sip.trunks()));
    }

    private static Map<String, Login> logins(Map<String, Configuration.Trunk> trunks) {
        Map<String, Login> logins = new LinkedHashMap<>();
        trunks.forEach((host, trunk) -> logins.put(host, login(trunk)));
        return logins;
    }

    static Login login(Configuration.Trunk trunk) {
        return new Login(trunk.realm(), trunk.user(), trunk.password());
    }

    static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("\"" + text + "\" is no address and no known host name", unknown);
        }
    }

    static SipSettings.Transport transport(String word) {
        return switch (word) {
            case "udp" -> SipSettings.Transport.UDP;
            case "tcp" -> SipSettings.Transport.TCP;
            default -> throw new IllegalArgumentException("SIP is carried by udp or tcp here, not by \"" + word + "\"");
        };
    }

    static OpenAiSettings secondOpinion(Configuration.SecondOpinion wanted, Optional<String> key) {
        return secondOpinion(wanted.baseUrl().orElse(""), wanted.model().orElse(""), key, wanted.budget());
    }

    static OpenAiSettings secondOpinion(String baseUrl, String model, Optional<String> key, Duration budget) {
        return OpenAiSettings.at(URI.create(baseUrl), model, key, budget);
    }

    static RtpSettings rtp(Configuration.Media media) {
        return RtpSettings.DEFAULT.ports(media.firstPort(), media.lastPort()).mediaTimeout(media.mediaTimeout());
    }

    static List<QueueSettings> queues(Map<String, Configuration.Queue> queues) {
        List<QueueSettings> settings = new ArrayList<>();
        queues.forEach((name, queue) -> settings.add(queue(name, queue)));
        return settings;
    }

    static QueueSettings queue(String name, Configuration.Queue queue) {
        return new QueueSettings(
                name,
                Language.of(queue.language()).tag(),
                Set.copyOf(queue.skills()),
                queue.offerTimeout(),
                queue.wrapUp(),
                queue.maxWait(),
                queue.targetWithin(),
                queue.targetPercent(),
                SHORT_ABANDON);
    }

    static List<AgentProfile> agents(Map<String, Configuration.Agent> agents) {
        return agents.entrySet().stream()
                .map(entry -> new AgentProfile(
                        entry.getKey(),
                        entry.getValue().display(),
                        entry.getValue().phone().orElse(entry.getKey()),
                        Set.copyOf(entry.getValue().queues()),
                        Set.copyOf(entry.getValue().skills())))
                .toList();
    }

    /**
     * Accounts of the agents whose phones are registered here.
     *
     * @param made the password of an agent who has none in the configuration
     */
    static List<Account> accounts(Configuration configuration, UnaryOperator<String> made) {
        return configuration.agents().entrySet().stream()
                .filter(entry -> entry.getValue().phone().isEmpty())
                .map(entry -> account(
                        entry.getKey(),
                        entry.getValue(),
                        configuration.sip().realm(),
                        entry.getValue().password().orElseGet(() -> made.apply(entry.getKey()))))
                .toList();
    }

    static Account account(String name, Configuration.Agent agent, String realm, String password) {
        Account.Policy policy = switch (agent.digest()) {
            case "md5" -> Account.Policy.MD5;
            case "sha-256" -> Account.Policy.SHA_256;
            case "both" -> Account.Policy.BOTH;
            default ->
                throw new IllegalArgumentException("digest is md5, sha-256 or both, not \""
                        + agent.digest().toLowerCase(Locale.ROOT) + "\"");
        };
        return Account.of(name, realm, password, policy, agent.display());
    }

    static SwitchboardSettings switchboard(Configuration configuration) {
        Map<Language, String> humans = new LinkedHashMap<>();
        configuration.queues().forEach((name, queue) -> humans.putIfAbsent(Language.of(queue.language()), name));
        SwitchboardSettings usual = SwitchboardSettings.usual();
        return new SwitchboardSettings(
                configuration.sip().callLimit(),
                usual.longestCall(),
                usual.durableWithin(),
                usual.ringFor(),
                usual.leaveKey(),
                humans,
                new Transfers(configuration.sip().transferTargets()),
                usual.codes(),
                humans.keySet().stream().findFirst().orElse(usual.officeLanguage()),
                configuration.speech().transcribeAgents() ? usual.transcribedTalks() : 0,
                configuration.recording().enabled(),
                usual.message());
    }
}
