package org.hotline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Many channels of an Asterisk, by their bytes: announces each call by AGI, connects its sound, sends it its own voice
 * every 20 ms, and looks at when what comes back comes.
 *
 * <p>Two threads: one sends on an absolute schedule, one receives. Shares no code with the server.
 */
final class AudioCallers implements AutoCloseable {
    private static final int SLOTS = 20;
    private static final int MESSAGE = 323;
    private static final long FRAME_NANOS = 20_000_000;
    private static final String HERE = "127.0.0.1";

    private final List<Channel> channels = new ArrayList<>();
    private final Deviations deviations = new Deviations();
    private final Selector selector = Selector.open();
    private final Thread sender = new Thread(this::send, "bench-sender");
    private final Thread receiver = new Thread(this::receive, "bench-receiver");
    private volatile boolean open = true;
    private volatile boolean measuring;

    /** One call. */
    private static final class Channel {
        private final SocketChannel socket;
        private final Voice voice;
        private final ByteBuffer heard = ByteBuffer.allocateDirect(16 * MESSAGE);
        private long arrival;
        private long packets;
        private boolean dropped;

        Channel(SocketChannel socket, Voice voice) {
            this.socket = socket;
            this.voice = voice;
        }
    }

    AudioCallers(int calls, int agi, int audio) throws IOException {
        for (int i = 0; i < calls; i++) {
            UUID key = UUID.randomUUID();
            begin(agi, key, Integer.toString(i), "4000");
            SocketChannel socket = SocketChannel.open(new InetSocketAddress(HERE, audio));
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            socket.write(ByteBuffer.allocate(19)
                    .put((byte) 1)
                    .putShort((short) 16)
                    .putLong(key.getMostSignificantBits())
                    .putLong(key.getLeastSignificantBits())
                    .flip());
            socket.configureBlocking(false);
            Channel channel = new Channel(socket, RtpBench.theirs(i));
            socket.register(selector, SelectionKey.OP_READ, channel);
            channels.add(channel);
        }
        sender.start();
        receiver.start();
    }

    /** One AGI session; answers how many variables it set. */
    static int begin(int agi, UUID key, String calling, String dialled) throws IOException {
        try (Socket socket = new Socket(HERE, agi)) {
            socket.setTcpNoDelay(true);
            String request = """
                    agi_network: yes
                    agi_network_script: begin?uuid=%1$s&dialled=%2$s
                    agi_request: agi://127.0.0.1/begin?uuid=%1$s&dialled=%2$s
                    agi_channel: PJSIP/trunk-%3$s
                    agi_language: en
                    agi_type: PJSIP
                    agi_uniqueid: 1764117000.%3$s
                    agi_version: 22.9.0
                    agi_callerid: %3$s
                    agi_calleridname: unknown
                    agi_callingpres: 0
                    agi_callingani2: 0
                    agi_callington: 0
                    agi_callingtns: 0
                    agi_dnid: %2$s
                    agi_rdnis: unknown
                    agi_context: ivr
                    agi_extension: s
                    agi_priority: 3
                    agi_enhanced: 0.0
                    agi_accountcode:\s
                    agi_threadid: 140245117687552

                    """.formatted(key, dialled, calling);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            int variables = 0;
            for (String command = in.readLine(); command != null; command = in.readLine()) {
                variables++;
                socket.getOutputStream().write("200 result=1\n".getBytes(StandardCharsets.UTF_8));
            }
            return variables;
        }
    }

    void measure(boolean on) {
        measuring = on;
    }

    /** Distances between messages of one call, less 20 ms. */
    Deviations deviations() {
        return deviations;
    }

    long packets() {
        return channels.stream().mapToLong(channel -> channel.packets).sum();
    }

    /** Calls that ended, or in which nothing was heard. */
    long dropped() {
        return channels.stream()
                .filter(channel -> channel.dropped || channel.packets == 0)
                .count();
    }

    private void send() {
        ByteBuffer message = ByteBuffer.allocateDirect(MESSAGE);
        long start = System.nanoTime();
        for (long beat = 0; open; beat++) {
            for (long left = 1; left > 0; left = start + beat * 1_000_000 - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            for (int call = (int) (beat % SLOTS); call < channels.size(); call += SLOTS) {
                Channel channel = channels.get(call);
                message.clear().put((byte) 0x10).putShort((short) (MESSAGE - 3));
                for (short sample : channel.voice.frame(beat / SLOTS).samples()) {
                    message.putShort(Short.reverseBytes(sample));
                }
                try {
                    // As Asterisk does: one write, and what does not fit ends the call.
                    channel.dropped |= channel.socket.write(message.flip()) != MESSAGE;
                } catch (IOException closed) {
                    channel.dropped |= open;
                }
            }
        }
    }

    private void receive() {
        try {
            while (open) {
                selector.select(key -> drain((Channel) key.attachment(), key));
            }
        } catch (ClosedSelectorException closed) {
            // The benchmark is over.
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void drain(Channel channel, SelectionKey key) {
        try {
            if (channel.socket.read(channel.heard) < 0) {
                key.cancel();
                channel.dropped |= open;
            }
        } catch (IOException closed) {
            key.cancel();
            channel.dropped |= open;
        }
        long now = System.nanoTime();
        channel.heard.flip();
        while (channel.heard.remaining() >= MESSAGE) {
            channel.heard.position(channel.heard.position() + MESSAGE);
            if (measuring && channel.arrival != 0) {
                channel.packets++;
                deviations.add(Math.abs(now - channel.arrival - FRAME_NANOS));
            }
            channel.arrival = now;
        }
        channel.heard.compact();
    }

    @Override
    public void close() throws IOException {
        open = false;
        selector.close();
        for (Channel channel : channels) {
            channel.socket.close();
        }
    }
}
