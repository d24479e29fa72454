package org.hotline.console.asterisk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotline.console.asterisk.SiteDialplan.Step;
import org.hotline.yaml.Complaint;
import org.hotline.yaml.Place;

/** Says what is missing in a site's dialplan for its calls to be handed over to Hotline, and taken back, safely. */
public final class SiteCheck {
    private static final Pattern BEGIN = Pattern.compile("(?i).*\\bAGI\\(agi://[^/:,]+(?::(\\d+))?/begin\\b.*");
    private static final Pattern RESULT = Pattern.compile("(?i).*\\bAGI\\(agi://[^/:,]+(?::(\\d+))?/result\\b.*");
    private static final Pattern SOUND = Pattern.compile("(?i).*\\bAudioSocket[(/].*?:(\\d+).*");
    private static final List<String> RESULTS = List.of("queue", "transfer", "operator", "hangup");
    private static final int USUAL_AGI = 4573;
    private static final String AGENTS = "hotline-agent";

    private final SiteDialplan dialplan;
    private final Ports ports;
    private final List<Complaint> complaints = new ArrayList<>();

    /**
     * What Hotline is configured with.
     *
     * @param agi where it listens for FastAGI
     * @param audio and for AudioSocket
     * @param manager where it looks for the manager interface
     * @param user and as whom it logs in there
     */
    public record Ports(int agi, int audio, int manager, String user) {}

    private SiteCheck(SiteDialplan dialplan, Ports ports) {
        this.dialplan = dialplan;
        this.ports = ports;
    }

    /**
     * Checks a dialplan file with what it includes, or all {@code .conf} files of a folder, {@code manager.conf} too.
     *
     * @param queues queues of Hotline's plans; looked for in {@code queues.conf} if {@code site} is a folder with one
     * @throws IOException if there is no such file
     */
    public static List<Complaint> of(Path site, Ports ports, Collection<String> queues) throws IOException {
        SiteCheck check = new SiteCheck(SiteDialplan.read(site), ports);
        check.check(site, queues);
        check.checkManager(site.resolve("manager.conf"));
        return List.copyOf(check.complaints);
    }

    private void check(Path site, Collection<String> queues) {
        List<List<Step>> handing = dialplan.extensions().stream()
                .filter(steps -> find(steps, BEGIN, 0).isPresent())
                .toList();
        if (handing.isEmpty()) {
            complain(
                    new Place(site.toString(), 1),
                    "no extension hands calls over to Hotline",
                    "copy [ivr] from dialplans/asterisk/extensions.conf");
        }
        handing.forEach(this::handOver);
        checkSpying();
        Path queuesFile = site.resolve("queues.conf");
        if (Files.exists(queuesFile)) {
            queues.stream()
                    .filter(queue -> !dialplan.hasSection(queue))
                    .forEach(queue -> complain(
                            new Place(queuesFile.toString(), 1),
                            "there is no queue [" + queue + "], which a plan of Hotline sends callers to",
                            "add it, or set asterisk.queues to hotline"));
        }
    }

    private void checkManager(Path managerConf) throws IOException {
        if (!Files.exists(managerConf)) {
            return;
        }
        complaints.addAll(ManagerCheck.of(managerConf, ports.user(), ports.manager()));
        if (dialplan.hasExtension(AGENTS, "s")) {
            dialplan.extensions().stream()
                    .filter(steps -> steps.getFirst().text().contains("${IVR_UUID}"))
                    .forEach(steps ->
                            port(steps.getFirst(), SOUND, ports.audio(), "AudioSocket", "asterisk.audio-port"));
        } else {
            complain(
                    new Place(managerConf.toString(), 1),
                    "there is no extension s in [" + AGENTS + "], where agents go whom Hotline rings",
                    "copy it from dialplans/asterisk/extensions.conf");
        }
    }

    private void checkSpying() {
        dialplan.extensions().stream()
                .flatMap(List::stream)
                .filter(step ->
                        step.text().contains("${HOTLINE_SPY}") && !step.text().contains("${HOTLINE_VOICE}"))
                .forEach(step -> complain(
                        step,
                        "supervisors who whisper or join are heard by nobody",
                        "say ChanSpy(${HOTLINE_SPY},qES${HOTLINE_VOICE})"));
    }

    private void handOver(List<Step> steps) {
        int begin = find(steps, BEGIN, 0).orElseThrow();
        Step first = steps.get(begin);
        port(first, BEGIN, ports.agi(), "FastAGI", "asterisk.agi-port");
        if (!first.text().contains("uuid=")) {
            complain(first, "begin is not told the call's uuid", "write begin?uuid=${IVR_UUID}");
        }
        if (!first.text().contains("dialled=")) {
            complain(
                    first,
                    "begin is not told which number was dialled",
                    "add &dialled=${URIENCODE(${IVR_DIALLED})}, or the extension must be the number");
        }
        if (has(steps, "SET(IVR_UUID=${UUID()})", 0).isEmpty()) {
            complain(first, "the call has no uuid of its own", "say Set(IVR_UUID=${UUID()}) before");
        }
        OptionalInt sound = find(steps, SOUND, begin);
        if (sound.isEmpty()) {
            complain(first, "the sound is never connected", "say TryExec(AudioSocket(${IVR_UUID},host:port)) after");
            return;
        }
        int at = sound.getAsInt();
        if (!mentions(steps, "IVR_OK", begin + 1, at)) {
            complain(
                    first,
                    "callers are lost when Hotline refuses them or is down",
                    "after it say GotoIf($[\"${IVR_OK}\" != \"1\"]?fail)");
        }
        connect(steps, at);
        giveBack(steps, at);
    }

    private void connect(List<Step> steps, int at) {
        Step sound = steps.get(at);
        String text = sound.text().toUpperCase(Locale.ROOT);
        port(sound, SOUND, ports.audio(), "AudioSocket", "asterisk.audio-port");
        if (has(steps.subList(0, at), "ANSWER(", 0).isEmpty()) {
            complain(sound, "AudioSocket() fails on a call that is not answered", "say Answer() before");
        }
        if (text.startsWith("AUDIOSOCKET(")) {
            complain(
                    sound,
                    "before Asterisk 20.14, 21.9 and 22.4 this hangs up the caller when Hotline ends the talk",
                    "say TryExec(AudioSocket(...))");
        }
    }

    private void giveBack(List<Step> steps, int at) {
        Step sound = steps.get(at);
        OptionalInt result = find(steps, RESULT, at);
        if (result.isEmpty()) {
            complain(
                    sound,
                    "Hotline is never asked what is to become of the caller",
                    "after it say AGI(agi://host/result?uuid=${IVR_UUID})");
            return;
        }
        Step asking = steps.get(result.getAsInt());
        port(asking, RESULT, ports.agi(), "FastAGI", "asterisk.agi-port");
        if (has(steps.subList(0, result.getAsInt()), "SET(IVR_RESULT=", 0).isEmpty()) {
            complain(
                    asking,
                    "without an answer IVR_RESULT is empty and the caller is lost",
                    "before it say Set(IVR_RESULT=operator)");
        }
        if (mentions(steps, "ivr-${IVR_RESULT}", result.getAsInt(), steps.size())) {
            RESULTS.stream()
                    .filter(word -> !dialplan.hasExtension("ivr-" + word, "s"))
                    .forEach(word -> complain(
                            asking,
                            "there is no extension s in [ivr-" + word + "], where the result can send callers",
                            "copy it from dialplans/asterisk/extensions.conf"));
        } else if (!mentions(steps, "IVR_RESULT", result.getAsInt() + 1, steps.size())) {
            complain(asking, "nothing is done with the result", "say Goto(ivr-${IVR_RESULT},s,1) after");
        }
    }

    private void port(Step step, Pattern pattern, int expected, String what, String setting) {
        Matcher address = pattern.matcher(step.text());
        if (!address.matches()) {
            return;
        }
        int port = Optional.ofNullable(address.group(1)).map(Integer::parseInt).orElse(USUAL_AGI);
        if (port != expected) {
            complain(
                    step,
                    what + " is looked for on port " + port + ", but Hotline listens on " + expected,
                    "change one of them; here it is " + setting);
        }
    }

    private static OptionalInt find(List<Step> steps, Pattern pattern, int from) {
        for (int i = from; i < steps.size(); i++) {
            if (pattern.matcher(steps.get(i).text()).matches()) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt has(List<Step> steps, String upperCase, int from) {
        for (int i = from; i < steps.size(); i++) {
            if (steps.get(i).text().toUpperCase(Locale.ROOT).contains(upperCase)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean mentions(List<Step> steps, String text, int from, int to) {
        return steps.subList(from, to).stream().anyMatch(step -> step.text().contains(text));
    }

    private void complain(Step step, String sentence, String suggestion) {
        complain(step.place(), sentence, suggestion);
    }

    private void complain(Place place, String sentence, String suggestion) {
        complaints.add(new Complaint(place, sentence, suggestion));
    }
}
