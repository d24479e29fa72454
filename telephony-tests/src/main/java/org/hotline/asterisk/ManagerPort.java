package org.hotline.asterisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The manager interface of a played Asterisk: greets, lets its one user log in, answers actions, tells events. It can
 * die, come back and fall silent. Any thread.
 */
public final class ManagerPort implements AutoCloseable {
    private final Release release;
    private final ManagerUser user;
    private final AudioSocket.Pace pace;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<ManagerSession> sessions = new CopyOnWriteArrayList<>();
    private final List<ManagerMessage> asked = new CopyOnWriteArrayList<>();
    private final int port;
    private volatile boolean silent;
    private Optional<ServerSocket> door = Optional.empty();

    /** What an action is answered. */
    public interface Reply {
        /** The messages, the response first; their {@code ActionID} is put in. */
        List<ManagerMessage> to(ManagerMessage action);
    }

    /** Listens on loopback. */
    public ManagerPort(Release release, ManagerUser user, AudioSocket.Pace pace) {
        this.release = release;
        this.user = user;
        this.pace = pace;
        port = open(0);
        on(
                "Ping",
                action -> List.of(
                        ManagerMessage.of("Response", "Success", "Ping", "Pong", "Timestamp", "1764117000.123456")));
        on(
                "Logoff",
                action -> List.of(ManagerMessage.of("Response", "Goodbye", "Message", "Thanks for all the fish.")));
        on("CoreSettings", action -> List.of(coreSettings()));
    }

    public int port() {
        return port;
    }

    /** Answers an action from now on, in the place of what was answered before. */
    public void on(String action, Reply reply) {
        replies.put(action.toLowerCase(java.util.Locale.ROOT), reply);
    }

    /** Tells an event to whoever is logged in and gets it by rights and filters. */
    public void tell(String privilege, ManagerMessage event) {
        ManagerMessage whole = event.second("Privilege", privilege + ",all");
        sessions.stream().filter(session -> user.gets(whole)).forEach(session -> session.tell(whole.text()));
    }

    /** Sends this to whoever is logged in, as it is. */
    public void say(String text) {
        sessions.forEach(session -> session.tell(text));
    }

    /** The actions of this name that were asked for so far, refused ones too. */
    public List<ManagerMessage> asked(String action) {
        return asked.stream()
                .filter(message -> message.get("Action").equalsIgnoreCase(action))
                .toList();
    }

    /** How many are logged in. */
    public long loggedIn() {
        return sessions.stream().filter(ManagerSession::isLoggedIn).count();
    }

    /** Answers nothing any more, or again; connections stay. */
    public void silent(boolean now) {
        silent = now;
    }

    /** Asterisk dies: nobody listens, connections are cut. */
    public synchronized void stop() {
        door.ifPresent(ManagerPort::close);
        door = Optional.empty();
        sessions.forEach(ManagerSession::cut);
        sessions.clear();
    }

    /** It is back, on the same port. */
    public void start() {
        open(port);
    }

    private synchronized int open(int wanted) {
        try {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            door = Optional.of(listening);
            Thread.ofVirtual().name("asterisk-manager").start(() -> accept(listening));
            return listening.getLocalPort();
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private void accept(ServerSocket listening) {
        try {
            while (true) {
                Socket socket = listening.accept();
                ManagerSession session = new ManagerSession(this, socket, pace);
                sessions.add(session);
                Thread.ofVirtual().name("asterisk-manager-session").start(session::run);
            }
        } catch (IOException closed) {
            // stopped
        }
    }

    /** Who may log in. */
    public ManagerUser user() {
        return user;
    }

    String greeting() {
        return "Asterisk Call Manager/" + protocol() + "\r\n";
    }

    private String protocol() {
        return release.major() - 11 + ".0.0";
    }

    boolean isSilent() {
        return silent;
    }

    void over(ManagerSession session) {
        sessions.remove(session);
    }

    List<ManagerMessage> answer(ManagerMessage action) {
        asked.add(action);
        String name = action.get("Action");
        Optional<Reply> reply = Optional.ofNullable(replies.get(name.toLowerCase(java.util.Locale.ROOT)));
        if (reply.isEmpty()) {
            return List.of(error(
                    "Invalid/unknown command: " + name + ". Use Action: ListCommands to show available commands."));
        }
        return user.mayAsk(name) ? reply.get().to(action) : List.of(error("Permission denied"));
    }

    static ManagerMessage error(String why) {
        return ManagerMessage.of("Response", "Error", "Message", why);
    }

    private ManagerMessage coreSettings() {
        return ManagerMessage.of(
                "Response", "Success",
                "AMIversion", protocol(),
                "AsteriskVersion", release.version(),
                "SystemName", "",
                "CoreMaxCalls", "0",
                "CoreMaxLoadAvg", "0.000000",
                "CoreRunUser", "asterisk",
                "CoreRunGroup", "asterisk",
                "CoreMaxFilehandles", "0",
                "CoreRealTimeEnabled", "No",
                "CoreCDRenabled", "Yes",
                "CoreHTTPenabled", "No",
                "SoundsSearchCustomDir", "No");
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
