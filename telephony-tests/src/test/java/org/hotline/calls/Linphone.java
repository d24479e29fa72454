package org.hotline.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hotline.audio.Pcm;
import org.hotline.audio.Tone;
import org.hotline.audio.Wav;
import org.hotline.phone.Tape;
import org.hotline.speech.Language;

/** linphonec, told what to do at its prompt, playing from and recording to files. */
final class Linphone implements ForeignPhone {
    /** What an agent's phone plays. */
    static final double TONE = 600;

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Path home;
    private final InetSocketAddress server;
    private final Program program;
    private int tapes;

    /** Somebody who calls. */
    static Linphone caller(Path home, InetSocketAddress server) {
        return new Linphone(home, server, "");
    }

    private Linphone(Path home, InetSocketAddress server, String account) {
        this.home = home;
        this.server = server;
        int port = FreePort.find();
        try {
            Files.writeString(
                    home.resolve("rc"), """
                    [sip]
                    sip_port=%d
                    sip_tcp_port=0
                    use_ipv6=0
                    register_only_when_network_is_up=0
                    default_proxy=%d
                    [rtp]
                    audio_rtp_port=%d
                    %s
                    """.formatted(port, account.isEmpty() ? -1 : 0, FreePort.find(), account));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        program = new Program(
                home, List.of("linphonec", "-d", "6", "-l", home.resolve("log").toString(), "-c", "rc"));
        program.says("linphonec>", SOON);
        types("ports sip " + port); // without it: no listening point on loopback
        types("soundcard use files");
        program.says("wav files instead of soundcard", SOON);
    }

    private void types(String line) {
        program.types(line);
    }

    private Tape record() {
        Path file = home.resolve("heard" + tapes++ + ".wav");
        types("record " + file);
        return new Tape(file, Language.ENGLISH);
    }

    @Override
    public Tape dials(String number) {
        Tape tape = record();
        types("call sip:" + number + "@127.0.0.1:" + server.getPort());
        program.says("Media streams established", SOON);
        return tape;
    }

    @Override
    public void presses(char key) {
        types(Character.toString(key));
    }

    @Override
    public Tape answers(Duration patience) {
        program.says("Receiving new incoming call", patience);
        Tape tape = record();
        types("answer");
        program.says("Media streams established", SOON);
        Path tone = home.resolve("tone.wav");
        try {
            Pcm beep = Tone.sine(TONE, 8_000, Duration.ofSeconds(60), 8_000);
            Wav.write(tone, beep);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        types("play " + tone);
        return tape;
    }

    @Override
    public void holds() {
        types("pause");
        program.says("is now paused", SOON);
    }

    @Override
    public void resumes() {
        types("resume");
        program.says("Media streams established", SOON);
    }

    @Override
    public void transfersTo(String number, Duration patience) {
        types("transfer sip:" + number + "@127.0.0.1:" + server.getPort());
        program.says("ended", patience);
    }

    @Override
    public void isHungUpOn(Duration patience) {
        program.says("ended", patience);
    }

    @Override
    public void close() {
        program.close();
    }
}
