package org.hotline.call.asterisk;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;
import org.hotline.call.CallFrontContract;

/** One channel of an Asterisk, by its bytes: runs the usual dialplan of begin, AudioSocket, result. */
final class WireAsterisk implements CallFrontContract.FarCall {
    private static final String HOST = "127.0.0.1";

    private final int agiPort;
    private final int audioPort;
    private final UUID key;
    private final Queue<byte[]> mouth = new ConcurrentLinkedQueue<>();
    private final List<Frame> heard = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Boolean> answered = new CompletableFuture<>();
    private final CompletableFuture<Map<String, String>> result = new CompletableFuture<>();
    private final CompletableFuture<Socket> audio = new CompletableFuture<>();
    private volatile boolean hungUp;
    private volatile boolean over;

    WireAsterisk(int agiPort, int audioPort, String calling, String dialled) {
        this.agiPort = agiPort;
        this.audioPort = audioPort;
        this.key = UUID.randomUUID();
        Thread.ofVirtual().name("dialplan").start(() -> dialplan(calling, dialled));
    }

    /** A channel that was rung for us and is answered: runs {@code [hotline-agent]}. */
    WireAsterisk(int audioPort, UUID key) {
        this.agiPort = 0;
        this.audioPort = audioPort;
        this.key = key;
        Thread.ofVirtual().name("dialplan").start(() -> {
            try {
                talk();
            } catch (IOException gone) {
                answered.complete(false);
            }
        });
    }

    /** The variables that {@code result} has set, once the dialplan has gone on. */
    CompletableFuture<Map<String, String>> result() {
        return result;
    }

    private void dialplan(String calling, String dialled) {
        try {
            Map<String, String> begun = agi(agiPort, "begin?uuid=" + key + "&dialled=" + dialled, calling);
            boolean taken = "1".equals(begun.get("IVR_OK"));
            if (!taken) {
                answered.complete(false);
                result.complete(begun);
                return;
            }
            talk();
            result.complete(hungUp ? Map.of() : agi(agiPort, "result?uuid=" + key, calling));
        } catch (IOException gone) {
            result.completeExceptionally(gone);
            answered.complete(false);
        }
    }

    /** One AGI session as Asterisk has it: headers, then an answer to each command. Answers the variables set. */
    static Map<String, String> agi(int port, String script, String calling) throws IOException {
        Map<String, String> variables = new LinkedHashMap<>();
        try (Socket socket = new Socket(HOST, port)) {
            socket.getOutputStream().write(headers(port, script, calling).getBytes(StandardCharsets.UTF_8));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String command = in.readLine(); command != null; command = in.readLine()) {
                String[] words = command.split("\"", -1);
                if (command.startsWith("SET VARIABLE ")) {
                    variables.put(words[1], words[3]);
                }
                socket.getOutputStream().write("200 result=1\n".getBytes(StandardCharsets.UTF_8));
            }
        }
        return variables;
    }

    static String headers(int port, String script, String calling) {
        return """
                agi_network: yes
                agi_network_script: %s
                agi_request: agi://127.0.0.1:%d/%s
                agi_channel: PJSIP/trunk-00000001
                agi_language: en
                agi_type: PJSIP
                agi_uniqueid: 1700000000.1
                agi_version: 22.9.0
                agi_callerid: %s
                agi_calleridname: unknown
                agi_callingpres: 0
                agi_callingani2: 0
                agi_callington: 0
                agi_callingtns: 0
                agi_dnid: unknown
                agi_rdnis: unknown
                agi_context: ivr
                agi_extension: s
                agi_priority: 3
                agi_enhanced: 0.0
                agi_accountcode:\s
                agi_threadid: 140000000000000

                """.formatted(script, port, script, calling);
    }

    private void talk() throws IOException {
        try (Socket socket = new Socket(HOST, audioPort)) {
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(identity(key));
            answered.complete(true);
            audio.complete(socket);
            Thread.ofVirtual().name("channel").start(() -> say(socket));
            hear(new DataInputStream(socket.getInputStream()));
        } finally {
            over = true;
        }
    }

    private void say(Socket socket) {
        long next = System.nanoTime();
        try {
            while (!socket.isClosed()) {
                byte[] packet = mouth.poll();
                socket.getOutputStream().write(packet == null ? sound(Frame.silence(8_000)) : packet);
                next += 20_000_000;
                LockSupport.parkNanos(next - System.nanoTime());
            }
        } catch (IOException closed) {
            // the call is over
        }
    }

    private void hear(DataInputStream in) throws IOException {
        while (true) {
            int kind = in.read();
            if (kind <= 0) {
                return;
            }
            byte[] payload = in.readNBytes(in.readUnsignedShort());
            short[] samples = new short[payload.length / 2];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = Short.reverseBytes(ByteBuffer.wrap(payload).getShort(2 * i));
            }
            heard.add(Frame.of(samples, samples.length * Frame.PER_SECOND));
        }
    }

    static byte[] identity(UUID key) {
        return ByteBuffer.allocate(19)
                .put((byte) 1)
                .putShort((short) 16)
                .putLong(key.getMostSignificantBits())
                .putLong(key.getLeastSignificantBits())
                .array();
    }

    static byte[] sound(Frame frame) {
        int kind = frame.rate() == 8_000 ? 0x10 : 0x12;
        ByteBuffer packet = ByteBuffer.allocate(3 + 2 * frame.samples().length);
        packet.put((byte) kind).putShort((short) (2 * frame.samples().length));
        for (short sample : frame.samples()) {
            packet.putShort(Short.reverseBytes(sample));
        }
        return packet.array();
    }

    UUID key() {
        return key;
    }

    @Override
    public CompletableFuture<Boolean> answered() {
        return answered.copy();
    }

    @Override
    public void says(Pcm sound) {
        sound.frames().forEach(frame -> mouth.add(sound(frame)));
    }

    @Override
    public void presses(String keys) {
        keys.chars().forEach(key -> mouth.add(new byte[] {3, 0, 1, (byte) key}));
    }

    /** Sends these bytes in the place of a frame. */
    void sends(byte[] bytes) {
        mouth.add(bytes);
    }

    @Override
    public List<Frame> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void hangsUp() {
        hungUp = true;
        try {
            audio.join().close();
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    @Override
    public boolean isOver() {
        return over || hungUp;
    }
}
