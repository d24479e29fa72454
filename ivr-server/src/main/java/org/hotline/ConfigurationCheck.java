package org.hotline;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.hotline.conversation.openai.OpenAiSettings;
import org.hotline.dialplan.TransferTarget;
import org.hotline.speech.Language;
import org.hotline.yaml.Complaint;
import org.hotline.yaml.Suggestion;
import org.hotline.yaml.YamlValue;

/** Whether a configuration that could be read can be run with: each room is asked, each mistake gets its line. */
final class ConfigurationCheck {
    private static final int HIGHEST_PORT = 65_535;
    private static final Duration USUAL_BUDGET =
            Configuration.SecondOpinion.none().budget();
    private static final Pattern SECRET = Pattern.compile("HOTLINE_[A-Z0-9_]+");

    private final Configuration configuration;
    private final YamlValue document;
    private final List<Complaint> complaints = new ArrayList<>();

    private ConfigurationCheck(Configuration configuration, YamlValue document) {
        this.configuration = configuration;
        this.document = document;
    }

    /** Every mistake of {@code configuration}, which is what {@code document} says. */
    static List<Complaint> of(Configuration configuration, YamlValue document) {
        ConfigurationCheck check = new ConfigurationCheck(configuration, document);
        check.checkTelephony();
        check.checkAmi();
        check.checkSpeech();
        check.checkSecondOpinion();
        configuration
                .queues()
                .forEach((name, queue) -> check.accepts(() -> RoomSettings.queue(name, queue), "", "queues", name));
        configuration.agents().forEach(check::checkAgent);
        return check.complaints;
    }

    private void checkTelephony() {
        Configuration.Sip sip = configuration.sip();
        int before = complaints.size();
        sip.transports().forEach(word -> accepts(() -> RoomSettings.transport(word), "", "sip", "transports"));
        sip.addresses().forEach(address -> accepts(() -> RoomSettings.address(address), "", "sip", "addresses"));
        sip.advertised().ifPresent(one -> accepts(() -> RoomSettings.address(one), "", "sip", "advertised"));
        sip.trunks()
                .forEach((host, trunk) -> accepts(
                        () -> RoomSettings.login(trunk),
                        "write {realm: \"...\", user: \"...\", password: \"...\"}",
                        "sip",
                        "trunks",
                        host));
        if (complaints.size() == before) {
            accepts(() -> RoomSettings.sip(sip), "", "sip");
        }
        accepts(() -> RoomSettings.rtp(configuration.media()), "", "media");
        sip.transferTargets()
                .forEach((name, target) -> TransferTarget.mistake(target)
                        .filter(mistake -> !AsteriskCalls.isPhone(target))
                        .ifPresent(mistake -> complain(
                                "\"" + target + "\" is " + mistake,
                                TransferTarget.ADVICE,
                                "sip",
                                "transfer-targets",
                                name)));
        if (configuration.web().port() < 0 || configuration.web().port() > HIGHEST_PORT) {
            complain("a port is a number from 1 to 65535", "8080 is usual", "web", "port");
        }
    }

    private void checkAmi() {
        Configuration.Ami ami = configuration.asterisk().ami();
        if (ami.enabled() && ami.secret().isEmpty() && ami.secretFile().isEmpty()) {
            complain(
                    "Asterisk's manager interface wants a secret",
                    "write secret-file: \"/path/of/a/file\", or secret: \"...\"",
                    "asterisk",
                    "ami");
        }
        if (ami.port() < 1 || ami.port() > HIGHEST_PORT) {
            complain("a port is a number from 1 to 65535", "5038 is usual", "asterisk", "ami", "port");
        }
    }

    private void checkSpeech() {
        Configuration.Speech speech = configuration.speech();
        speech.servers().forEach((language, address) -> {
            accepts(() -> Language.of(language), "", "speech", "servers", language);
            accepts(() -> URI.create(address), "write ws://host:port", "speech", "servers", language);
        });
        speech.voiceUrl()
                .ifPresent(url -> accepts(() -> URI.create(url), "write http://host:port/v1", "speech", "voice-url"));
    }

    private void checkSecondOpinion() {
        Configuration.SecondOpinion wanted = configuration.secondOpinion();
        if (wanted.baseUrl().isPresent() && wanted.model().isEmpty()) {
            complain(
                    "base-url says where, not which model is asked",
                    "write model: \"its name there\"",
                    "second-opinion");
        }
        if (wanted.model().isPresent() && wanted.baseUrl().isEmpty()) {
            complain(
                    "model says which, not where it is asked",
                    "write base-url: \"http://host:port/v1\"",
                    "second-opinion");
        }
        accepts(() -> model("http://localhost", wanted.budget()), "1200ms is usual", "second-opinion", "budget");
        wanted.baseUrl().ifPresent(url -> {
            accepts(() -> model(url, USUAL_BUDGET), "write http://host:port/v1", "second-opinion", "base-url");
            wanted.secret().ifPresent(name -> checkSecret(name, url));
        });
    }

    private void checkSecret(String name, String url) {
        if (!SECRET.matcher(name).matches()) {
            complain(
                    "here stands the name of a secret, not the secret",
                    "write a name such as HOTLINE_MODEL_KEY, and set it in the environment or the secrets file of lookups",
                    "second-opinion",
                    "secret");
        }
        if (url.startsWith("http://") && !model(url, USUAL_BUDGET).isLocal()) {
            complain("the key would cross the network in the clear", "write https://", "second-opinion", "base-url");
        }
    }

    private OpenAiSettings model(String url, Duration budget) {
        String name = configuration.secondOpinion().model().orElse("any");
        return RoomSettings.secondOpinion(url, name, Optional.empty(), budget);
    }

    private void checkAgent(String name, Configuration.Agent agent) {
        accepts(() -> RoomSettings.account(name, agent, "realm", "password"), "", "agents", name);
        agent.phone()
                .filter(phone -> !AsteriskCalls.isPhone(phone))
                .ifPresent(phone -> complain(
                        "\"" + phone + "\" is no phone of an Asterisk",
                        "write asterisk:PJSIP/1001; without it the phone registers here",
                        "agents",
                        name,
                        "phone"));
        Configuration.Asterisk asterisk = configuration.asterisk();
        if (agent.phone().isPresent() && !(asterisk.enabled() && asterisk.ami().enabled())) {
            complain(
                    name + " is rung through an Asterisk, but there is no way to it",
                    "set asterisk.enabled and asterisk.ami.enabled to true",
                    "agents",
                    name,
                    "phone");
        }
        for (String queue : agent.queues()) {
            if (!configuration.queues().containsKey(queue)) {
                complain(
                        name + " serves the queue \"" + queue + "\", which there is not",
                        Suggestion.among(configuration.queues().keySet(), queue),
                        "agents",
                        name,
                        "queues");
            }
        }
    }

    private void accepts(Supplier<Object> wish, String suggestion, String... path) {
        try {
            Objects.requireNonNull(wish.get());
        } catch (IllegalArgumentException refused) {
            complain(Optional.ofNullable(refused.getMessage()).orElse("this can not be used"), suggestion, path);
        }
    }

    private void complain(String sentence, String suggestion, String... path) {
        complaints.add(new Complaint(document.at(path), sentence, suggestion));
    }
}
