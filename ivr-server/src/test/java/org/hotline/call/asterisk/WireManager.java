package org.hotline.call.asterisk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hotline.call.CallFrontContract;
import org.hotline.call.HangupCause;
import org.hotline.call.asterisk.ami.Ami;
import org.hotline.call.asterisk.ami.AmiSettings;

/**
 * The manager interface of an Asterisk with one phone, by its bytes: lets everybody log in, and rings the phone when it is
 * asked to. As much as call fronts promise; the scripted Asterisk of the telephony tests knows the rest.
 */
final class WireManager implements CallFrontContract.FarPhone, AutoCloseable {
    private static final String PHONE = "PJSIP/1001";

    private final ServerSocket door;
    private final CompletableFuture<Integer> audioPort = new CompletableFuture<>();
    private volatile Optional<Socket> session = Optional.empty();
    private Optional<Map<String, String>> ringing = Optional.empty();

    WireManager() {
        try {
            door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        Thread.ofVirtual().name("manager").start(this::accept);
    }

    /** A connection to it, not begun yet. */
    Ami connection() {
        return new Ami(AmiSettings.of("127.0.0.1", door.getLocalPort(), "hotline", "secret"));
    }

    /** Where its dialplan connects the sound. */
    void audio(int port) {
        audioPort.complete(port);
    }

    private void accept() {
        try (Socket socket = door.accept()) {
            session = Optional.of(socket);
            say("Asterisk Call Manager/11.0.0\r\n");
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            Map<String, String> action = new HashMap<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    take(Map.copyOf(action));
                    action.clear();
                } else {
                    String[] field = line.split(": ?", 2);
                    action.put(field[0].toLowerCase(java.util.Locale.ROOT), field[1]);
                }
            }
        } catch (IOException closed) {
            // over
        }
    }

    private void take(Map<String, String> action) {
        String id = action.getOrDefault("actionid", "");
        switch (action.getOrDefault("action", "").toLowerCase(java.util.Locale.ROOT)) {
            case "challenge" -> tell("Response: Success", "ActionID: " + id, "Challenge: 1");
            case "originate" -> {
                tell("Response: Success", "ActionID: " + id, "Message: Originate successfully queued");
                originate(action);
            }
            case "hangup" -> {
                tell("Response: Success", "ActionID: " + id, "Message: Channel Hungup");
                ends("CANCEL", 16, 1);
            }
            default -> tell("Response: Success", "ActionID: " + id, "Message: Yes");
        }
    }

    private void originate(Map<String, String> wish) {
        if (!wish.getOrDefault("channel", "").equals(PHONE)) {
            originated(wish, "Failure", 0, "<null>");
            return;
        }
        synchronized (this) {
            ringing = Optional.of(wish);
        }
        CompletableFuture.delayedExecutor(Long.parseLong(wish.getOrDefault("timeout", "30000")), TimeUnit.MILLISECONDS)
                .execute(() -> isRinging(wish));
    }

    private void isRinging(Map<String, String> wish) {
        boolean still;
        synchronized (this) {
            still = ringing.equals(Optional.of(wish));
        }
        if (still) {
            ends("NOANSWER", 0, 3);
        }
    }

    @Override
    public String target() {
        return PHONE;
    }

    @Override
    public synchronized boolean isRinging() {
        return ringing.isPresent();
    }

    @Override
    public CallFrontContract.FarCall answers() {
        Map<String, String> wish = stops().orElseThrow();
        originated(wish, "Success", 4, channel(wish));
        return new WireAsterisk(
                audioPort.join(),
                UUID.fromString(wish.getOrDefault("variable", "").replace("IVR_UUID=", "")));
    }

    @Override
    public void refuses(HangupCause cause) {
        ends(
                cause == HangupCause.USER_BUSY ? "BUSY" : "CONGESTION",
                cause.q850(),
                cause == HangupCause.USER_BUSY ? 5 : 8);
    }

    private void ends(String status, int cause, int reason) {
        stops().ifPresent(wish -> {
            tell(
                    "Event: DialEnd",
                    "DestChannel: " + PHONE + "-1",
                    "DestUniqueid: " + channel(wish),
                    "DialStatus: " + status);
            tell("Event: Hangup", "Channel: " + PHONE + "-1", "Uniqueid: " + channel(wish), "Cause: " + cause);
            originated(wish, "Failure", reason, channel(wish));
        });
    }

    private synchronized Optional<Map<String, String>> stops() {
        Optional<Map<String, String>> was = ringing;
        ringing = Optional.empty();
        return was;
    }

    private static String channel(Map<String, String> wish) {
        return wish.getOrDefault("channelid", "");
    }

    private void originated(Map<String, String> wish, String response, int reason, String uniqueId) {
        tell(
                "Event: OriginateResponse",
                "ActionID: " + wish.getOrDefault("actionid", ""),
                "Response: " + response,
                "Channel: " + PHONE,
                "Reason: " + reason,
                "Uniqueid: " + uniqueId);
    }

    private void tell(String... lines) {
        say(String.join("\r\n", lines) + "\r\n\r\n");
    }

    private synchronized void say(String text) {
        session.ifPresent(socket -> {
            try {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException gone) {
                // over
            }
        });
    }

    @Override
    public void close() {
        try {
            door.close();
            if (session.isPresent()) {
                session.get().close();
            }
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}
