package org.hotline.console.asterisk;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hotline.yaml.Complaint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dialplan that ships is whole; every line taken out of it is missed, with a place and a suggestion. */
class SiteCheckTest {
    private static final Path SHIPPED = Path.of("../dialplans/asterisk");
    private static final List<String> QUEUES = List.of("english", "mandarin");

    @TempDir
    private Path site = Path.of("");

    private static List<Complaint> check(Path site) throws IOException {
        return SiteCheck.of(site, new SiteCheck.Ports(4573, 9092, 5038, "hotline"), QUEUES);
    }

    private List<Complaint> without(String... texts) throws IOException {
        List<String> lines = Files.readAllLines(SHIPPED.resolve("extensions.conf")).stream()
                .map(line -> List.of(texts).stream().anyMatch(line::contains) ? "" : line)
                .toList();
        return check(Files.write(site.resolve("extensions.conf"), lines));
    }

    @Test
    void nothingIsMissingInWhatShips() throws IOException {
        assertThat(check(SHIPPED)).isEmpty();
        assertThat(check(SHIPPED.resolve("extensions.conf"))).isEmpty();
    }

    @Test
    void whatIsLeftOutIsNamedWithItsPlaceAndACure() throws IOException {
        assertThat(without("/begin?"))
                .singleElement()
                .hasToString(
                        site.resolve("extensions.conf")
                                + ":1: no extension hands calls over to Hotline (copy [ivr] from dialplans/asterisk/extensions.conf)");
        assertThat(without("GotoIf")).singleElement().asString().contains("callers are lost when Hotline refuses");
        assertThat(without("Answer()")).singleElement().asString().contains("not answered");
        assertThat(without("/result?")).singleElement().asString().contains("never asked");
        assertThat(without("IVR_RESULT=operator")).singleElement().asString().contains("the caller is lost");
        assertThat(without("Goto(ivr-${IVR_RESULT}")).singleElement().asString().contains("nothing is done");
        assertThat(without("IVR_UUID=${UUID()}")).singleElement().asString().contains("no uuid of its own");
        assertThat(without("TryExec")).singleElement().asString().contains("sound is never connected");
        assertThat(without("[ivr-transfer]", "Dial("))
                .anySatisfy(complaint -> assertThat(complaint.sentence()).contains("[ivr-transfer]"));
    }

    @Test
    void aPlainAudioSocketIsWarnedOf() throws IOException {
        String plain = Files.readString(SHIPPED.resolve("extensions.conf"))
                .replace(
                        "TryExec(AudioSocket(${IVR_UUID},${HOTLINE_AUDIO}))",
                        "AudioSocket(${IVR_UUID},${HOTLINE_AUDIO})");
        assertThat(check(Files.writeString(site.resolve("extensions.conf"), plain)))
                .singleElement()
                .asString()
                .contains("before Asterisk 20.14")
                .contains("TryExec");
    }

    @Test
    void portsThatDoNotFitAreNamed() throws IOException {
        assertThat(SiteCheck.of(SHIPPED, new SiteCheck.Ports(4574, 9092, 5038, "hotline"), QUEUES))
                .hasSize(2)
                .allSatisfy(complaint -> assertThat(complaint.sentence())
                        .isEqualTo("FastAGI is looked for on port 4573, but Hotline listens on 4574"));
        assertThat(SiteCheck.of(SHIPPED, new SiteCheck.Ports(4573, 9093, 5038, "hotline"), QUEUES))
                .as("callers, and agents")
                .hasSize(2)
                .allSatisfy(complaint -> assertThat(complaint.toString()).contains("asterisk.audio-port"));
    }

    @Test
    void includedFilesAreReadAndOtherPeoplesLinesPassedOver() throws IOException {
        Files.copy(SHIPPED.resolve("extensions.conf"), site.resolve("hotline.conf"));
        Path mine = Files.writeString(site.resolve("extensions.conf"), """
                [general]
                static=yes
                #include "hotline.conf"
                #tryinclude "nowhere.conf"
                [from-trunk]
                include => parkedcalls
                exten => _X.,1,Goto(hotline-numbers,${EXTEN},1) ; to Hotline
                """);
        assertThat(check(mine)).isEmpty();
    }

    private List<String> managerWith(String from, String to) throws IOException {
        Files.copy(SHIPPED.resolve("extensions.conf"), site.resolve("extensions.conf"), REPLACE_EXISTING);
        Files.writeString(
                site.resolve("manager.conf"),
                Files.readString(SHIPPED.resolve("manager.conf")).replace(from, to));
        return check(site).stream().map(Complaint::toString).toList();
    }

    @Test
    void theManagersUserNeedsItsRightsAndNoMore() throws IOException {
        assertThat(managerWith("", "")).isEmpty();
        assertThat(managerWith("enabled=yes", "enabled=no"))
                .singleElement()
                .asString()
                .contains("manager.conf:4: the manager interface is not switched on");
        assertThat(managerWith("port=5038", "port=5039"))
                .singleElement()
                .asString()
                .contains("asterisk.ami.port");
        assertThat(managerWith("[hotline]", "[somebody]"))
                .singleElement()
                .asString()
                .contains("no user [hotline]");
        assertThat(managerWith("secret=change-me", ""))
                .singleElement()
                .asString()
                .contains("no secret");
        assertThat(managerWith("permit=", ";permit="))
                .singleElement()
                .asString()
                .contains("from anywhere");
        assertThat(managerWith("write=originate,", "write="))
                .singleElement()
                .asString()
                .contains("lacks write=originate: no agent can be rung (add originate)");
        assertThat(managerWith("read=agent,call", "read=call"))
                .singleElement()
                .asString()
                .contains("queues are not");
        assertThat(managerWith("write=originate", "write=system,originate"))
                .singleElement()
                .asString()
                .contains("more than Hotline ever asks for: write=system");
        assertThat(managerWith("eventfilter=Event: (Queue|Agent)", ""))
                .hasSize(3)
                .allMatch(said -> said.contains("keep"));
        assertThat(managerWith("eventfilter", ";eventfilter")).isEmpty();
    }

    @Test
    void agentsWhomHotlineRingsMustBeConnected() throws IOException {
        Files.copy(SHIPPED.resolve("manager.conf"), site.resolve("manager.conf"));
        without("[hotline-agent]");
        assertThat(check(site)).singleElement().asString().contains("no extension s in [hotline-agent]");
    }

    @Test
    void queuesOfPlansMustBeThere() throws IOException {
        Files.copy(SHIPPED.resolve("extensions.conf"), site.resolve("extensions.conf"));
        Files.writeString(site.resolve("queues.conf"), "[general]\n[english]\n");
        assertThat(check(site))
                .singleElement()
                .asString()
                .contains("[mandarin]")
                .contains("queues.conf:1");
    }
}
