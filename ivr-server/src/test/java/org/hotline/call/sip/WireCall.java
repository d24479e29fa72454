package org.hotline.call.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;
import org.hotline.call.CallEnded;
import org.hotline.call.CallFrontContract;
import org.hotline.call.HangupCause;
import org.hotline.call.rtp.Codec;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.call.rtp.MediaFormat;
import org.hotline.call.rtp.RtpLeg;
import org.hotline.call.sip.stack.Tags;

/** A caller who speaks raw SIP over {@link Wire} and has a real RTP leg: places one call. */
final class WireCall implements CallFrontContract.FarCall, AutoCloseable {
    private static final Pattern PORT = Pattern.compile("m=audio (\\d+) ");
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Wire wire;
    private final RtpLeg leg;
    private final String from;
    private final String uri;
    private final String callId = Tags.fresh();
    private final Queue<Frame> mouth = new ConcurrentLinkedQueue<>();
    private final List<Frame> heard = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Boolean> answered = new CompletableFuture<>();
    private volatile String to;
    private volatile boolean over;
    private volatile boolean closed;

    WireCall(int port, MediaEngine media, String calling, String dialled) {
        wire = new Wire(port);
        uri = "sip:" + dialled + "@127.0.0.1:" + port;
        to = "<" + uri + ">";
        from = "<sip:" + calling + "@caller>;tag=" + Tags.fresh();
        try {
            leg = media.open(InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        request("INVITE", 1, "Content-Type: application/sdp\n", description(leg));
        Thread.ofVirtual().name("far-signalling").start(this::listen);
        Thread.ofVirtual().name("far-sound").start(this::talk);
    }

    private void request(String method, int sequence, String more, String body) {
        wire.send(wire.request(method, uri, to, from, callId, sequence, more, body));
    }

    /** What this leg can do: an offer, or an answer to one of ours. */
    static String description(RtpLeg leg) {
        return """
                v=0
                o=tester 1 1 IN IP4 127.0.0.1
                s=-
                c=IN IP4 127.0.0.1
                t=0 0
                m=audio %d RTP/AVP 0 101
                a=rtpmap:101 telephone-event/8000
                """.formatted(leg.local().getPort());
    }

    private void listen() {
        try {
            while (!closed) {
                wire.receive(LOOK).ifPresent(this::take);
            }
        } catch (UncheckedIOException hungUp) {
            // closed by the test
        }
    }

    private void take(String message) {
        if (message.startsWith("BYE ")) {
            wire.send(ok(message));
            over = true;
        } else if (message.startsWith("SIP/2.0 ")
                && Wire.header(message, "CSeq").orElse("").equals("1 INVITE")
                && Wire.status(message) >= 200) {
            to = Wire.header(message, "To").orElse(to);
            request("ACK", 1, "", "");
            boolean accepted = Wire.status(message) < 300;
            if (accepted) {
                connect(message);
            }
            over |= !accepted;
            answered.complete(accepted);
        }
    }

    private void connect(String answer) {
        Matcher port = PORT.matcher(answer);
        if (port.find()) {
            leg.connect(MediaFormat.of(
                    new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), Integer.parseInt(port.group(1))),
                    Codec.PCMU));
        }
    }

    private static String ok(String request) {
        StringBuilder ok = new StringBuilder("SIP/2.0 200 OK\n");
        for (String name : List.of("Via", "From", "To", "Call-ID", "CSeq")) {
            ok.append(name)
                    .append(": ")
                    .append(Wire.header(request, name).orElse(""))
                    .append('\n');
        }
        return ok + "Content-Length: 0\n\n";
    }

    private void talk() {
        try {
            while (true) {
                Frame say = answered.getNow(false) ? mouth.poll() : Frame.silence(Frame.TELEPHONE_RATE);
                heard.add(leg.exchange(Optional.ofNullable(say).orElseGet(() -> Frame.silence(Frame.TELEPHONE_RATE)))
                        .heard());
            }
        } catch (CallEnded end) {
            // closed by the test
        }
    }

    @Override
    public CompletableFuture<Boolean> answered() {
        return answered.copy();
    }

    @Override
    public void says(Pcm sound) {
        mouth.addAll(sound.frames());
    }

    @Override
    public void presses(String keys) {
        keys.chars().forEach(key -> leg.press((char) key, Duration.ofMillis(100)));
    }

    @Override
    public List<Frame> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void hangsUp() {
        over = true;
        request("BYE", 2, "", "");
    }

    @Override
    public boolean isOver() {
        return over;
    }

    @Override
    public void close() {
        closed = true;
        leg.end(new CallEnded(CallEnded.By.US, HangupCause.NORMAL_CLEARING));
        leg.close();
        wire.close();
    }
}
