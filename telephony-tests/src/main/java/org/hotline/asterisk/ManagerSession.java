package org.hotline.asterisk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** One connection to the manager interface, from Asterisk's side. */
final class ManagerSession {
    private static final String CHALLENGE = "841415273";

    private final ManagerPort port;
    private final Socket socket;
    private final AudioSocket.Pace pace;
    private volatile boolean loggedIn;

    ManagerSession(ManagerPort port, Socket socket, AudioSocket.Pace pace) {
        this.port = port;
        this.socket = socket;
        this.pace = pace;
    }

    boolean isLoggedIn() {
        return loggedIn;
    }

    void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            send(port.greeting());
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (Optional<ManagerMessage> action = ManagerMessage.read(in);
                    action.isPresent();
                    action = ManagerMessage.read(in)) {
                if (!port.isSilent()) {
                    take(action.get());
                }
            }
        } catch (IOException cut) {
            // over
        } finally {
            loggedIn = false;
            port.over(this);
        }
    }

    private void take(ManagerMessage action) throws IOException {
        switch (action.get("Action").toLowerCase(java.util.Locale.ROOT)) {
            case "challenge" -> answer(action, ManagerMessage.of("Response", "Success", "Challenge", CHALLENGE));
            case "login" -> login(action);
            default -> {
                for (ManagerMessage each : loggedIn
                        ? port.answer(action)
                        : java.util.List.of(ManagerPort.error("Authentication Required"))) {
                    answer(action, each);
                }
            }
        }
    }

    private void login(ManagerMessage action) throws IOException {
        ManagerUser user = port.user();
        boolean known =
                action.get("Username").equals(user.name()) && action.get("Key").equals(md5(CHALLENGE + user.secret()));
        if (!known) {
            answer(action, ManagerPort.error("Authentication failed"));
            socket.close();
            return;
        }
        answer(action, ManagerMessage.of("Response", "Success", "Message", "Authentication accepted"));
        loggedIn = true;
        ManagerMessage booted = ManagerMessage.of(
                "Event", "FullyBooted",
                "Privilege", "system,all",
                "Uptime", "86402",
                "LastReload", "86402",
                "Status", "Fully Booted");
        if (user.gets(booted)) {
            send(booted.text());
        }
    }

    private void answer(ManagerMessage action, ManagerMessage message) throws IOException {
        String id = action.get("ActionID");
        send((id.isEmpty() ? message : message.second("ActionID", id)).text());
    }

    /** Nothing if it is not logged in or gone. */
    void tell(String text) {
        if (loggedIn) {
            try {
                send(text);
            } catch (IOException gone) {
                // over
            }
        }
    }

    private synchronized void send(String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (pace == AudioSocket.Pace.BYTE_BY_BYTE) {
            for (byte each : bytes) {
                out.write(each);
            }
        } else {
            out.write(bytes);
        }
    }

    void cut() {
        try {
            socket.close();
        } catch (IOException gone) {
            // so it is
        }
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
