package org.hotline.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hotline.speech.Language;
import org.hotline.speech.Synthesizer;

/**
 * A telephone made of software: registers, dials, rings. SIP over UDP towards one server (RFC 3261), nothing fancy.
 *
 * <p>Verbs block the calling thread until the server answered or {@link #PATIENCE} is over; incoming calls wait in
 * {@link #rings()}.
 */
public final class Softphone implements CallersPhone {
    /** How long a verb waits before it says what it missed. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String user;
    private final String password;
    private final InetSocketAddress server;
    private final DatagramSocket socket;
    private final BadLine weather;
    private final Language language;
    private final Synthesizer voice;
    private final Map<String, Transaction> transactions = new ConcurrentHashMap<>();
    private final Map<String, PhoneCall> calls = new ConcurrentHashMap<>();
    private final BlockingQueue<PhoneCall> ringing = new LinkedBlockingQueue<>();
    private volatile Consumer<SipText> wiretap = message -> {};
    private volatile boolean dead;
    private volatile boolean busy;
    private int registerSequence;

    private Softphone(Builder builder) {
        user = builder.user;
        password = builder.password;
        server = builder.server;
        weather = builder.weather;
        language = builder.language;
        voice = builder.voice;
        try {
            InetAddress local = server.getAddress() instanceof java.net.Inet6Address
                    ? InetAddress.getByName("::1")
                    : InetAddress.getByName("127.0.0.1");
            socket = new DatagramSocket(new InetSocketAddress(local, 0));
        } catch (IOException wrong) {
            throw new UncheckedIOException("the phone has no port", wrong);
        }
        Thread.ofVirtual().name("phone-" + user).start(this::read);
    }

    /** A phone that talks to the server at this address. */
    public static Builder towards(InetSocketAddress server) {
        return new Builder(server);
    }

    /** Signs the phone in with its account and password. */
    public Softphone registers() {
        return register(300);
    }

    /** Signs the phone out. */
    public Softphone unregisters() {
        return register(0);
    }

    private Softphone register(int expires) {
        String tag = token();
        String callId = token();
        SipText request = SipText.request("REGISTER", "sip:" + host())
                .with("From", "<sip:" + user + "@" + host() + ">;tag=" + tag)
                .with("To", "<sip:" + user + "@" + host() + ">")
                .with("Call-ID", callId)
                .with("Contact", contact())
                .with("Expires", Integer.toString(expires));
        SipText answer = ask(request, ++registerSequence, PATIENCE);
        if (answer.status() == 401) {
            registerSequence++;
            answer = ask(
                    request.with(
                            "Authorization",
                            authorization(answer.first("WWW-Authenticate"), "REGISTER", "sip:" + host())),
                    registerSequence,
                    PATIENCE);
        }
        if (answer.status() != 200) {
            throw new AssertionError("registering " + user + " was answered " + answer.startLine());
        }
        return this;
    }

    @Override
    public PhoneCall dials(String number) {
        return new PhoneCall(this, number).invite();
    }

    /** Dials a number and does not wait. */
    public PhoneCall beginsToDial(String number) {
        return new PhoneCall(this, number).beginInvite();
    }

    /** Waits until somebody calls; the phone rings and is not answered yet. */
    public PhoneCall rings() {
        return rings(PATIENCE);
    }

    /** Waits that long until somebody calls. */
    public PhoneCall rings(Duration patience) {
        try {
            PhoneCall call = ringing.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (call == null) {
                throw new AssertionError(
                        "the phone of " + user + " did not ring within " + patience.toSeconds() + " s");
            }
            return call;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** From now on refuses every call with 486. */
    public Softphone isBusy(boolean now) {
        busy = now;
        return this;
    }

    /** The phone vanishes: answers nothing and sends nothing any more, as when its battery dies. */
    public Softphone dies() {
        dead = true;
        calls.values().forEach(call -> call.line().fallSilent());
        return this;
    }

    /** A phone that died is there again: it answers what comes from now on. */
    public Softphone revives() {
        dead = false;
        return this;
    }

    /** Shows every message sent or received to this listener too. */
    public Softphone wiretapped(Consumer<SipText> listener) {
        wiretap = listener;
        return this;
    }

    /** Its account, or the number it shows. */
    public String user() {
        return user;
    }

    @Override
    public Language language() {
        return language;
    }

    @Override
    public Synthesizer voice() {
        return voice;
    }

    BadLine weather() {
        return weather;
    }

    InetAddress local() {
        return socket.getLocalAddress();
    }

    String host() {
        return bracketed(server.getAddress()) + ":" + server.getPort();
    }

    String contact() {
        return "<sip:" + user + "@" + bracketed(local()) + ":" + socket.getLocalPort() + ">";
    }

    String authorization(String challenge, String method, String uri) {
        return DigestAnswer.to(challenge, method, uri, user, password);
    }

    void join(String callId, PhoneCall call) {
        calls.put(callId, call);
    }

    void leave(String callId) {
        calls.remove(callId);
    }

    /** Answers to this branch are waited for no longer. */
    void forget(String branch) {
        transactions.remove(branch);
    }

    /** Sends a request with a fresh branch and waits for its final answer, sending again as RFC 3261 section 17.1 says. */
    SipText ask(SipText request, int sequence, Duration patience) {
        Transaction transaction = open(request, sequence);
        try {
            return transaction.finalAnswer(patience);
        } finally {
            transaction.close();
        }
    }

    Transaction open(SipText request, int sequence) {
        String branch = "z9hG4bK" + token();
        SipText complete = request.with("Via", via(branch))
                .with("CSeq", sequence + " " + request.method())
                .with("Max-Forwards", "70")
                .with("User-Agent", "hotline-phone");
        Transaction transaction = new Transaction(this, complete, branch);
        transactions.put(branch, transaction);
        transaction.begin();
        return transaction;
    }

    String via(String branch) {
        return "SIP/2.0/UDP " + bracketed(local()) + ":" + socket.getLocalPort() + ";rport;branch=" + branch;
    }

    void send(SipText message) {
        if (dead) {
            return;
        }
        wiretap.accept(message);
        byte[] bytes = message.bytes();
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, server));
        } catch (IOException gone) {
            // Nobody there: the transaction's patience will say so.
        }
    }

    static String token() {
        return Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), 36);
    }

    private static String bracketed(InetAddress address) {
        String host = address.getHostAddress();
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private void read() {
        byte[] buffer = new byte[65_535];
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        while (!socket.isClosed()) {
            try {
                socket.receive(packet);
            } catch (IOException closed) {
                continue;
            }
            String text = new String(buffer, 0, packet.getLength(), StandardCharsets.UTF_8);
            if (!dead && !text.isBlank()) {
                SipText message = SipText.parse(text);
                wiretap.accept(message);
                take(message);
            }
        }
    }

    private void take(SipText message) {
        if (!message.isRequest()) {
            String branch = message.parameter("Via", "branch").orElse("");
            Transaction waiting = transactions.get(branch);
            if (waiting != null) {
                waiting.take(message);
            }
            return;
        }
        PhoneCall call = calls.get(message.first("Call-ID"));
        if (call != null) {
            call.takeRequest(message);
        } else {
            switch (message.method()) {
                case "INVITE" -> takeInvite(message);
                case "ACK" -> {}
                case "OPTIONS", "NOTIFY" -> send(message.reply(200, "OK", token()));
                default -> send(message.reply(481, "No such call", token()));
            }
        }
    }

    private void takeInvite(SipText invite) {
        if (busy) {
            send(invite.reply(486, "Busy Here", token()));
            return;
        }
        PhoneCall call = new PhoneCall(this, invite);
        join(invite.first("Call-ID"), call);
        call.ring();
        ringing.add(call);
    }

    @Override
    public void close() {
        calls.values().forEach(PhoneCall::vanish);
        socket.close();
    }

    /** How a phone is made. */
    public static final class Builder {
        private final InetSocketAddress server;
        private String user = "caller";
        private String password = "";
        private BadLine weather = BadLine.perfect();
        private Language language = Language.ENGLISH;
        private Synthesizer voice = (language, pieces, rate) -> Optional.empty();

        private Builder(InetSocketAddress server) {
            this.server = server;
        }

        /** Its account; without one it is an anonymous caller. */
        public Builder as(String account, String secret) {
            user = account;
            password = secret;
            return this;
        }

        /** The number it shows. */
        public Builder showing(String number) {
            user = number;
            return this;
        }

        public Builder overALineThat(BadLine line) {
            weather = line;
            return this;
        }

        /** What its owner speaks and understands. */
        public Builder speaking(Language owners) {
            language = owners;
            return this;
        }

        /** The voice its owner speaks with. */
        public Builder withVoice(Synthesizer owners) {
            voice = owners;
            return this;
        }

        public Softphone build() {
            return new Softphone(this);
        }
    }
}
