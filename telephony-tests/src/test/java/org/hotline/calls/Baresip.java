package org.hotline.calls;

import static org.awaitility.Awaitility.await;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.hotline.phone.Tape;
import org.hotline.speech.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * baresip, told what to do through its control port (module ctrl_tcp: JSON in netstrings), playing a tone of 440 Hz or
 * silence, and recording what it hears.
 */
final class Baresip implements ForeignPhone {
    /** What an agent's phone plays. */
    static final double TONE = 440;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Path home;
    private final InetSocketAddress server;
    private final Program program;
    private final Socket control;
    private final List<String> events = new CopyOnWriteArrayList<>();
    private int seen;

    /** Somebody who calls, with a number that proves nothing. */
    static Baresip caller(Path home, InetSocketAddress server, String number) {
        return new Baresip(home, server, "<sip:%s@127.0.0.1>;regint=0".formatted(number));
    }

    /** The registered phone of an account. */
    static Baresip registered(Path home, InetSocketAddress server, String account, String password) {
        Baresip phone = new Baresip(
                home,
                server,
                "<sip:%s@127.0.0.1:%d>;auth_user=%s;auth_pass=%s;regint=120"
                        .formatted(account, server.getPort(), account, password));
        phone.program.says("SIP/2.0 200 OK", SOON); // the event may come before anybody listens
        return phone;
    }

    private Baresip(Path home, InetSocketAddress server, String account) {
        Hotline.needs("baresip");
        this.home = home;
        this.server = server;
        int port = FreePort.find();
        boolean silent = account.contains("regint=0");
        try {
            Files.writeString(home.resolve("config"), """
                    poll_method epoll
                    sip_listen 127.0.0.1:0
                    audio_player aubridge,null
                    audio_source %s
                    audio_alert aubridge,null
                    %s
                    module_path /usr/lib/baresip/modules
                    module g711.so
                    module aufile.so
                    module ausine.so
                    module aubridge.so
                    module sndfile.so
                    snd_path %s
                    module_app account.so
                    module_app menu.so
                    module_app ctrl_tcp.so
                    ctrl_tcp_listen 127.0.0.1:%d
                    """.formatted(
                            silent ? "aufile," + silence() : "ausine," + (int) TONE,
                            silent ? "" : "ausrc_srate 48000\nausrc_channels 2",
                            home,
                            port));
            Files.writeString(home.resolve("accounts"), account + "\n");
            program = new Program(home, List.of("baresip", "-s", "-f", home.toString()));
            control = await().atMost(SOON).ignoreExceptions().until(() -> new Socket("127.0.0.1", port), open -> true);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().name("baresip-events").start(this::listen);
    }

    /** Two minutes of nobody saying anything. */
    private Path silence() throws IOException {
        Path file = home.resolve("silence.wav");
        org.hotline.audio.Wav.write(file, org.hotline.audio.Pcm.silence(Duration.ofMinutes(2), 8_000));
        return file;
    }

    private void listen() {
        try (DataInputStream in = new DataInputStream(control.getInputStream())) {
            while (true) {
                int length = 0;
                for (int digit = in.readUnsignedByte(); digit != ':'; digit = in.readUnsignedByte()) {
                    length = 10 * length + digit - '0';
                }
                byte[] bytes = in.readNBytes(length);
                in.readUnsignedByte(); // the comma
                JsonNode said = JSON.readTree(bytes);
                if (said.has("event")) {
                    events.add(said.path("type").asString());
                }
            }
        } catch (IOException closed) {
            events.add("GONE");
        }
    }

    private void does(String command, String parameters) {
        String json = JSON.writeValueAsString(JSON.createObjectNode()
                .put("command", command)
                .put("params", parameters)
                .put("token", "test"));
        try {
            control.getOutputStream().write((json.length() + ":" + json + ",").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            throw new UncheckedIOException("baresip is gone: " + program.said(), gone);
        }
    }

    /** Waits for an event after the one that was waited for before. */
    private void isTold(String event, Duration patience) {
        try {
            await().atMost(patience)
                    .until(() -> events.subList(seen, events.size()).contains(event));
        } catch (ConditionTimeoutException missed) {
            throw new AssertionError(event + " did not come but " + events + "\n" + program.said(), missed);
        }
        seen += events.subList(seen, events.size()).indexOf(event) + 1;
    }

    @Override
    public Tape dials(String number) {
        does("dial", "sip:" + number + "@127.0.0.1:" + server.getPort());
        isTold("CALL_ESTABLISHED", SOON);
        return tape();
    }

    @Override
    public Tape answers(Duration patience) {
        isTold("CALL_INCOMING", patience);
        does("accept", "");
        isTold("CALL_ESTABLISHED", SOON);
        return tape();
    }

    /** The newest recording of the direction that is heard; baresip opens it with the first sound. */
    private Tape tape() {
        Path newest = await().atMost(SOON)
                .until(this::recordings, found -> !found.isEmpty())
                .getLast();
        return new Tape(newest, Language.ENGLISH);
    }

    private List<Path> recordings() throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.filter(file -> file.toString().endsWith("-dec.wav"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    @Override
    public void presses(char key) {
        does("sndcode", Character.toString(key));
    }

    @Override
    public void holds() {
        does("hold", "");
    }

    @Override
    public void resumes() {
        does("resume", "");
    }

    @Override
    public void transfersTo(String number, Duration patience) {
        does("transfer", "sip:" + number + "@127.0.0.1:" + server.getPort());
        isTold("CALL_CLOSED", patience);
    }

    @Override
    public void isHungUpOn(Duration patience) {
        isTold("CALL_CLOSED", patience);
    }

    @Override
    public void close() {
        try {
            control.close();
        } catch (IOException already) {
            throw new UncheckedIOException(already);
        } finally {
            program.close();
        }
    }
}
