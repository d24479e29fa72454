package org.hotline.call.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hotline.audio.Frame;
import org.hotline.audio.Goertzel;
import org.hotline.audio.Tone;
import org.hotline.audio.Ulaw;
import org.hotline.call.Tick;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Legs on real sockets, with a line between them that is bad, or somebody else on it. */
class LineTest {
    private static final Frame SILENCE = Frame.silence(8000);
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private final MediaEngine engine = new MediaEngine(RtpSettings.DEFAULT.ports(19_000, 19_998));

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aBadLineIsHeardThrough() throws Exception {
        RtpLeg one = engine.open(HERE);
        RtpLeg other = engine.open(HERE);
        try (BadLine line = new BadLine(one, other, 5, 40)) {
            List<Frame> heard = talk(one, other, 200);
            LegStatistics statistics = other.statistics();
            assertThat(statistics.lost()).isBetween(1L, line.lost());
            assertThat(statistics.jitter()).isBetween(Duration.ofMillis(3), Duration.ofMillis(40));
            assertThat(statistics.concealed()).isPositive();
            List<Frame> settled = heard.subList(50, 200);
            assertThat(settled.stream()
                            .filter(frame -> level(frame, 440) > 3000)
                            .count())
                    .isGreaterThan(130);
        }
    }

    @Test
    void packetsAreSentTwentyMillisecondsApartWithoutAGap() throws Exception {
        RtpLeg leg = engine.open(HERE);
        try (DatagramSocket sink = new DatagramSocket(0, HERE)) {
            sink.setSoTimeout(5000);
            leg.connect(MediaFormat.of((InetSocketAddress) sink.getLocalSocketAddress(), Codec.PCMU));
            long before = System.nanoTime();
            List<RtpPacket> packets = receive(sink, 100);
            Duration took = Duration.ofNanos(System.nanoTime() - before);
            assertThat(took).isBetween(Duration.ofMillis(1900), Duration.ofMillis(3500));
            for (int i = 1; i < packets.size(); i++) {
                RtpPacket packet = packets.get(i);
                assertThat(packet.sequence()).isEqualTo((packets.getFirst().sequence() + i) & 0xFFFF);
                assertThat(packet.timestamp() - packets.get(i - 1).timestamp() - (packet.marker() ? 0 : 160))
                        .isGreaterThanOrEqualTo(0);
                assertThat(packet.payload()).hasSize(160).containsOnly(Ulaw.SILENCE);
            }
            assertThat(packets.getFirst().marker()).isTrue();
        }
    }

    @Test
    void longerPacketsHoldMoreFrames() throws Exception {
        RtpLeg leg = engine.open(HERE);
        try (DatagramSocket sink = new DatagramSocket(0, HERE)) {
            sink.setSoTimeout(5000);
            InetSocketAddress there = (InetSocketAddress) sink.getLocalSocketAddress();
            leg.connect(new MediaFormat(
                    there,
                    there,
                    Codec.PCMA,
                    8,
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    Duration.ofMillis(60),
                    MediaFormat.Direction.SEND_ONLY));
            List<RtpPacket> packets = receive(sink, 5);
            assertThat(packets)
                    .allSatisfy(packet -> assertThat(packet.payload()).hasSize(480));
            assertThat(packets.get(4).timestamp() - packets.get(3).timestamp()).isEqualTo(480);
        }
    }

    @Test
    void anIntruderIsNeitherHeardNorAnswered() throws Exception {
        RtpLeg one = engine.open(HERE);
        RtpLeg other = engine.open(HERE);
        one.connect(MediaFormat.of(other.local(), Codec.PCMU));
        other.connect(MediaFormat.of(one.local(), Codec.PCMU));
        talk(one, other, 20);
        try (DatagramSocket intruder = new DatagramSocket(0, HERE)) {
            CompletableFuture<Void> attack = CompletableFuture.runAsync(() -> inject(intruder, other.local(), 200));
            List<Frame> heard = talk(one, other, 60);
            attack.join();
            assertThat(other.statistics().refused()).isEqualTo(200);
            assertThat(heard).allSatisfy(frame -> assertThat(level(frame, 1000)).isLessThan(1500));
            intruder.setSoTimeout(50);
            assertThat(answered(intruder)).isFalse();
        }
    }

    @Test
    void aPhoneBehindANatIsAnsweredWhereItReallyIs() throws Exception {
        RtpLeg leg = engine.open(HERE);
        leg.connect(MediaFormat.of(new InetSocketAddress(HERE, 9), Codec.PCMU));
        try (DatagramSocket phone = new DatagramSocket(0, HERE)) {
            inject(phone, leg.local(), 5);
            phone.setSoTimeout(2000);
            assertThat(answered(phone)).isTrue();
        }
    }

    @Test
    void bothSidesReportAndSeeTheirRoundTrip() throws Exception {
        RtpLeg one = engine.open(HERE);
        RtpLeg other = engine.open(HERE);
        one.connect(MediaFormat.of(other.local(), Codec.PCMU));
        other.connect(MediaFormat.of(one.local(), Codec.PCMU));
        BooleanSupplier measured = () -> Stream.of(one, other)
                .allMatch(leg -> leg.statistics().roundTrip().isPresent());
        CompletableFuture<Void> far = CompletableFuture.runAsync(() -> exchangeUntil(measured, one));
        exchangeUntil(measured, other);
        far.join();
        assertThat(one.statistics().roundTrip()).hasValueSatisfying(LineTest::isShort);
        assertThat(other.statistics().roundTrip()).hasValueSatisfying(LineTest::isShort);
        assertThat(other.statistics().farLoss()).isZero();
    }

    @Test
    void comfortNoiseIsHeardAsAQuietHum() throws Exception {
        RtpLeg leg = engine.open(HERE);
        try (DatagramSocket phone = new DatagramSocket(0, HERE)) {
            leg.connect(MediaFormat.of((InetSocketAddress) phone.getLocalSocketAddress(), Codec.PCMU));
            inject(phone, leg.local(), 1);
            send(phone, leg.local(), Packets.datagram(13, 2, 160, 99, new byte[] {60}));
            List<Frame> heard = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                heard.add(leg.exchange(SILENCE).heard());
            }
            assertThat(heard.subList(15, 30))
                    .allSatisfy(frame -> assertThat(frame.rms()).isBetween(10.0, 80.0));
        }
    }

    @Test
    void whoKnowsNoEventsHearsTheKeysThemselves() throws Exception {
        RtpLeg one = engine.open(HERE);
        RtpLeg other = engine.open(HERE);
        other.connect(MediaFormat.of(one.local(), Codec.PCMU));
        one.connect(new MediaFormat(
                other.local(),
                other.local(),
                Codec.PCMU,
                0,
                OptionalInt.empty(),
                OptionalInt.empty(),
                Duration.ofMillis(20),
                MediaFormat.Direction.SEND_RECEIVE));
        one.press('8', Duration.ofMillis(100));
        Thread.startVirtualThread(() -> IntStream.range(0, 30).forEach(i -> one.exchange(SILENCE)));
        long rows = IntStream.range(0, 30)
                .mapToObj(i -> other.exchange(SILENCE).heard())
                .filter(frame -> level(frame, 852) > 3000 && level(frame, 1336) > 3000)
                .count();
        assertThat(rows).isBetween(3L, 6L);
    }

    @Test
    void rubbishOnTheWireHurtsNoCall() throws Exception {
        RtpLeg one = engine.open(HERE);
        RtpLeg other = engine.open(HERE);
        one.connect(MediaFormat.of(other.local(), Codec.PCMU));
        other.connect(MediaFormat.of(one.local(), Codec.PCMU));
        try (DatagramSocket vandal = new DatagramSocket(0, HERE)) {
            CompletableFuture<Void> vandalism = CompletableFuture.runAsync(() -> litter(vandal, other.local()));
            List<Frame> heard = talk(one, other, 100);
            vandalism.join();
            assertThat(heard.stream().filter(frame -> level(frame, 440) > 3000).count())
                    .isGreaterThan(60);
            assertThat(engine.health().malformed()).isPositive();
            assertThat(engine.health().failures()).isZero();
        }
    }

    /** Random bytes, half of them dressed up as RTP or RTCP, to both ports; slowly enough for the socket's buffer. */
    private static void litter(DatagramSocket from, InetSocketAddress to) {
        Random random = new Random(99);
        InetSocketAddress reports = new InetSocketAddress(to.getAddress(), to.getPort() + 1);
        for (int i = 0; i < 1000; i++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            if (bytes.length > 1 && random.nextBoolean()) {
                bytes[0] = (byte) (0x80 | (bytes[0] & 0x3F));
                bytes[1] = (byte) (i % 2 == 0 ? 0 : 200 + random.nextInt(5));
            }
            send(from, i % 2 == 0 ? to : reports, ByteBuffer.wrap(bytes));
            LockSupport.parkNanos(1_500_000);
        }
    }

    private static void isShort(Duration trip) {
        assertThat(trip).isLessThan(Duration.ofMillis(500));
    }

    /** First reports come within 4 s, the next, which answers it, within 8 s more. */
    private static void exchangeUntil(BooleanSupplier done, RtpLeg leg) {
        for (int tick = 0; tick < 650 && !done.getAsBoolean(); tick++) {
            leg.exchange(SILENCE);
        }
    }

    /** {@code one} says 440 Hz, {@code other} nothing; answers what {@code other} heard. */
    private static List<Frame> talk(RtpLeg one, RtpLeg other, int frames) {
        List<Frame> tone =
                Tone.sine(440, 8000, Duration.ofMillis(frames * 20L), 8000).frames();
        Thread.startVirtualThread(() -> tone.forEach(one::exchange));
        return IntStream.range(0, frames)
                .mapToObj(i -> other.exchange(SILENCE))
                .map(Tick::heard)
                .toList();
    }

    private static double level(Frame frame, double hertz) {
        return Goertzel.amplitude(frame.samples(), hertz, 8000);
    }

    private static void inject(DatagramSocket from, InetSocketAddress to, int packets) {
        List<Frame> loud =
                Tone.sine(1000, 20_000, Duration.ofMillis(packets * 20L), 8000).frames();
        for (int i = 0; i < packets; i++) {
            byte[] payload = new byte[160];
            Ulaw.encode(loud.get(i).samples(), payload, 0);
            send(from, to, Packets.datagram(0, i, i * 160, 99, payload));
        }
    }

    private static void send(DatagramSocket from, InetSocketAddress to, ByteBuffer datagram) {
        byte[] bytes = new byte[datagram.remaining()];
        datagram.get(bytes);
        try {
            from.send(new DatagramPacket(bytes, bytes.length, to));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static boolean answered(DatagramSocket socket) throws IOException {
        try {
            socket.receive(new DatagramPacket(new byte[2048], 2048));
            return true;
        } catch (SocketTimeoutException nothing) {
            return false;
        }
    }

    private static List<RtpPacket> receive(DatagramSocket sink, int count) throws IOException {
        List<RtpPacket> packets = new ArrayList<>();
        DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
        while (packets.size() < count) {
            sink.receive(packet);
            ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOf(packet.getData(), packet.getLength()));
            packets.add(RtpPacket.parse(bytes, System.nanoTime()).orElseThrow());
        }
        return packets;
    }
}
