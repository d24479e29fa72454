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

/** A phone that speaks raw SIP over {@link Wire} and has a real RTP leg: is called, and answers once. */
final class WirePhone implements CallFrontContract.FarPhone, CallFrontContract.FarCall, AutoCloseable {
    private static final Pattern PORT = Pattern.compile("m=audio (\\d+) ");
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Wire wire;
    private final RtpLeg leg;
    private final Queue<Frame> mouth = new ConcurrentLinkedQueue<>();
    private final List<Frame> heard = new CopyOnWriteArrayList<>();
    private volatile Optional<String> ringing = Optional.empty();
    private volatile Optional<String> talking = Optional.empty();
    private volatile boolean over;
    private volatile boolean closed;

    /** @param port of the front, whose every word is answered */
    WirePhone(int port, MediaEngine media) {
        wire = new Wire(port);
        try {
            leg = media.open(InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread.ofVirtual().name("phone-signalling").start(this::listen);
    }

    @Override
    public String target() {
        return "sip:phone@127.0.0.1:" + wire.port();
    }

    @Override
    public boolean isRinging() {
        return ringing.isPresent();
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

    private synchronized void take(String message) {
        switch (message.substring(0, message.indexOf(' '))) {
            case "INVITE" -> {
                if (talking.isEmpty()) {
                    ringing = Optional.of(message);
                    wire.reply(message, "180 Ringing", "", "");
                }
            }
            case "CANCEL" -> {
                wire.reply(message, "200 OK", "", "");
                ringing.ifPresent(invite -> wire.reply(invite, "487 Request Terminated", "", ""));
                ringing = Optional.empty();
            }
            case "BYE" -> {
                wire.reply(message, "200 OK", "", "");
                over = true;
            }
            default -> {} // ACK, answers to our BYE
        }
    }

    @Override
    public synchronized CallFrontContract.FarCall answers() {
        String invite = ringing.orElseThrow();
        Matcher port = PORT.matcher(invite);
        if (port.find()) {
            leg.connect(MediaFormat.of(
                    new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), Integer.parseInt(port.group(1))),
                    Codec.PCMU));
        }
        talking = Optional.of(invite);
        ringing = Optional.empty();
        wire.reply(invite, "200 OK", "", WireCall.description(leg));
        Thread.ofVirtual().name("phone-sound").start(this::talk);
        return this;
    }

    @Override
    public synchronized void refuses(HangupCause cause) {
        String status = cause == HangupCause.USER_BUSY ? "486 Busy Here" : "603 Decline";
        wire.reply(ringing.orElseThrow(), status, "", "");
        ringing = Optional.empty();
    }

    private void talk() {
        try {
            while (true) {
                heard.add(leg.exchange(
                                Optional.ofNullable(mouth.poll()).orElseGet(() -> Frame.silence(Frame.TELEPHONE_RATE)))
                        .heard());
            }
        } catch (CallEnded end) {
            // closed by the test
        }
    }

    @Override
    public CompletableFuture<Boolean> answered() {
        return CompletableFuture.completedFuture(talking.isPresent());
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
        String invite = talking.orElseThrow();
        wire.send(wire.request(
                "BYE",
                value(invite, "Contact").replaceAll(".*<(.*)>.*", "$1"),
                value(invite, "From"),
                value(invite, "To") + ";tag=phone",
                value(invite, "Call-ID"),
                10,
                "",
                ""));
    }

    private static String value(String message, String name) {
        return Wire.header(message, name).orElseThrow();
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
