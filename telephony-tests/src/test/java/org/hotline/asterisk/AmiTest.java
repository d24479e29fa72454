package org.hotline.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.action.QueueStatusAction;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.QueueCallerJoinEvent;
import org.asteriskjava.manager.event.QueueMemberEvent;
import org.asteriskjava.manager.event.QueueParamsEvent;
import org.hotline.call.asterisk.ami.Ami;
import org.hotline.call.asterisk.ami.AmiListener;
import org.hotline.call.asterisk.ami.AmiSettings;
import org.hotline.call.asterisk.ami.AmiVersion;
import org.hotline.call.asterisk.ami.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The connection to the manager interface, against one that is played byte by byte with the user that ships. */
class AmiTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final ManagerUser USER = ManagerUser.of(
            Path.of(System.getProperty("hotline.home", "..")).resolve("dialplans/asterisk/manager.conf"), "hotline");

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final Told told = new Told();

    /** What a listener was told, in words. */
    private static final class Told implements AmiListener {
        private final List<String> words = new CopyOnWriteArrayList<>();

        @Override
        public void connected(AmiVersion version) {
            words.add("connected to " + version.major());
        }

        @Override
        public void event(ManagerEvent event) {
            words.add(
                    switch (event) {
                        case QueueCallerJoinEvent joined -> joined.getQueue() + " +" + joined.getCallerIdNum();
                        case HangupEvent hungUp -> hungUp.getChannel() + " " + hungUp.getCause();
                        default -> event.getClass().getSimpleName();
                    });
        }

        @Override
        public void lost() {
            words.add("lost");
        }
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
    }

    private ManagerPort asterisk(Release release, ManagerUser user, AudioSocket.Pace pace) {
        ManagerPort port = new ManagerPort(release, user, pace);
        opened.add(port);
        return port;
    }

    private ManagerPort asterisk() {
        return asterisk(Release.NEW, USER, AudioSocket.Pace.WHOLE);
    }

    private static AmiSettings settings(int port, String secret) {
        return AmiSettings.of("127.0.0.1", port, "hotline", secret)
                .times(Duration.ofSeconds(10), LONG, Duration.ofMillis(10), Duration.ofMillis(100));
    }

    private Ami connect(AmiSettings settings) {
        Ami ami = new Ami(settings);
        opened.add(ami);
        ami.listen(Set.of(QueueCallerJoinEvent.class, HangupEvent.class), told);
        ami.start();
        return ami;
    }

    private Ami connect(ManagerPort asterisk) {
        Ami ami = connect(settings(asterisk.port(), USER.secret()));
        await().atMost(LONG).until(() -> ami.health().isConnected());
        return ami;
    }

    private void awaitTold(String... words) {
        await().atMost(LONG).untilAsserted(() -> assertThat(told.words).containsExactly(words));
    }

    private static ManagerMessage joins(String caller) {
        return ManagerMessage.of(
                "Event", "QueueCallerJoin",
                "Channel", "PJSIP/trunk-00000007",
                "ChannelState", "6",
                "ChannelStateDesc", "Up",
                "CallerIDNum", caller,
                "CallerIDName", "<unknown>",
                "ConnectedLineNum", "<unknown>",
                "ConnectedLineName", "<unknown>",
                "Language", "en",
                "AccountCode", "",
                "Context", "ivr-queue",
                "Exten", "s",
                "Priority", "2",
                "Uniqueid", "1764117000.12",
                "Linkedid", "1764117000.12",
                "ChanVariable(PJSIP/trunk-00000007)", "IVR_RESULT=queue",
                "ChanVariable(PJSIP/trunk-00000007)", "IVR_TARGET=english",
                "Queue", "english",
                "Position", "1",
                "Count", "1");
    }

    @Test
    void itSaysWhichAsteriskAnsweredWithOrWithoutTheRightToAsk() {
        Ami ami = connect(asterisk(Release.MIDDLE, USER, AudioSocket.Pace.WHOLE));
        assertThat(ami.health().version()).contains(new AmiVersion("20.15.2", 20));
        awaitTold("connected to 20");
        ManagerUser humble = USER.rights(Set.of("agent"), Set.of("originate"));
        Ami other = connect(asterisk(Release.MIDDLE, humble, AudioSocket.Pace.WHOLE));
        assertThat(other.health().version()).contains(new AmiVersion("Asterisk Call Manager/9.0.0", 20));
    }

    @Test
    void onlyWantedEventsComeInOrderHoweverTheBytesCome() {
        ManagerPort asterisk = asterisk(Release.NEW, USER, AudioSocket.Pace.BYTE_BY_BYTE);
        connect(asterisk);
        asterisk.tell("agent", joins("5550100"));
        asterisk.tell("agent", ManagerMessage.of("Event", "QueueMemberRingsTwice", "Queue", "english"));
        asterisk.tell("call", ManagerMessage.of("Event", "Newchannel", "Channel", "PJSIP/1"));
        asterisk.tell("agent", ManagerMessage.of("Event", "QueueCallerLeave", "Queue", "english"));
        asterisk.say("Event: QueueCallerJoin\nPrivilege: agent,all\nQueue: mandarin\nBrandNew: yes\nCount:\n\n");
        asterisk.tell("call", ManagerMessage.of("Event", "Hangup", "Channel", "PJSIP/1", "Cause", "17"));
        awaitTold("connected to 22", "english +5550100", "mandarin +null", "PJSIP/1 17");
    }

    @Test
    void whatIsAskedIsDoneOrRefusedOrNotAnswered() {
        ManagerPort asterisk = asterisk();
        asterisk.on(
                "QueueStatus",
                action -> List.of(
                        ManagerMessage.of(
                                "Response", "Success", "EventList", "start", "Message", "Queue status will follow"),
                        ManagerMessage.of(
                                "Event", "QueueParams", "Queue", "english", "Max", "0", "Strategy", "leastrecent"),
                        ManagerMessage.of("Event", "QueueMember", "Queue", "english", "Name", "Alice", "Paused", "0"),
                        ManagerMessage.of("Event", "QueueStatusComplete", "EventList", "Complete", "ListItems", "2")));
        asterisk.on("Hangup", action -> List.of(ManagerPort.error("No such channel")));
        asterisk.on("Redirect", action -> List.of());
        Ami ami = connect(asterisk);
        assertThat(ami.ask(new QueueStatusAction())).isInstanceOfSatisfying(Answer.Done.class, done -> {
            assertThat(done.events()).hasSize(3);
            assertThat(done.events().get(0)).isInstanceOf(QueueParamsEvent.class);
            assertThat(done.events().get(1))
                    .isInstanceOfSatisfying(
                            QueueMemberEvent.class,
                            member -> assertThat(member.getName()).isEqualTo("Alice"));
        });
        assertThat(ami.ask(new HangupAction("PJSIP/none"))).isEqualTo(new Answer.Refused("No such channel"));
        Ami hasty = new Ami(settings(asterisk.port(), USER.secret())
                .times(Duration.ofMillis(600), LONG, Duration.ofMillis(10), Duration.ofMillis(100)));
        opened.add(hasty);
        assertThat(hasty.ask(new PingAction())).isEqualTo(new Answer.Unanswered("not connected to Asterisk"));
        hasty.start();
        await().atMost(LONG).until(() -> hasty.health().isConnected());
        asterisk.silent(true);
        assertThat(hasty.ask(new PingAction())).isEqualTo(new Answer.Unanswered("Ping was not answered in time"));
        assertThat(hasty.health().unanswered()).isPositive();
    }

    @Test
    void withoutTheRightAnActionIsRefused() {
        ManagerPort asterisk =
                asterisk(Release.NEW, USER.rights(Set.of("agent"), Set.of("reporting")), AudioSocket.Pace.WHOLE);
        asterisk.on(
                "Originate",
                action ->
                        List.of(ManagerMessage.of("Response", "Success", "Message", "Originate successfully queued")));
        Ami ami = connect(asterisk);
        assertThat(ami.ask(new OriginateAction())).isEqualTo(new Answer.Refused("Permission denied"));
    }

    @Test
    void anAsteriskThatRestartsIsLoggedInAtAgainAndListenersBeginAnew() {
        ManagerPort asterisk = asterisk();
        Ami ami = connect(asterisk);
        asterisk.say("Event: QueueCallerJoin\r\nQueue: engl"); // what is half said counts for nothing
        asterisk.stop();
        await().atMost(LONG).until(() -> !ami.health().isConnected());
        assertThat(ami.ask(new PingAction())).isInstanceOf(Answer.Unanswered.class);
        asterisk.start();
        await().atMost(LONG).until(() -> asterisk.loggedIn() == 1);
        await().atMost(LONG).until(() -> ami.health().isConnected());
        asterisk.tell("agent", joins("5550101"));
        awaitTold("connected to 22", "lost", "connected to 22", "english +5550101");
        assertThat(ami.health().logins()).isEqualTo(2);
    }

    @Test
    void anAsteriskThatFallsSilentIsGivenUp() {
        ManagerPort asterisk = asterisk();
        Ami ami = connect(settings(asterisk.port(), USER.secret())
                .times(Duration.ofSeconds(1), Duration.ofMillis(50), Duration.ofMillis(10), Duration.ofMillis(100)));
        await().atMost(LONG).until(() -> ami.health().isConnected());
        asterisk.silent(true);
        await().atMost(LONG).until(() -> told.words.contains("lost"));
        asterisk.silent(false);
        await().atMost(LONG).until(() -> ami.health().isConnected());
    }

    @Test
    void aWrongSecretIsSaidAndNeverTold() {
        ManagerPort asterisk = asterisk();
        Ami ami = connect(settings(asterisk.port(), "not-the-secret"));
        await().atMost(LONG).until(() -> ami.health().trouble().contains("refuses"));
        assertThat(ami.health().trouble())
                .isEqualTo("it refuses the user or the secret (Authentication failed)")
                .doesNotContain("not-the-secret");
        assertThat(settings(1, "not-the-secret").toString()).doesNotContain("not-the-secret");
        assertThat(told.words).isEmpty();
    }

    @Test
    void aSlowListenerKeepsNobodyWaiting() {
        ManagerPort asterisk = asterisk();
        Ami ami = connect(asterisk);
        CompletableFuture<Void> enough = new CompletableFuture<>();
        ami.listen(Set.of(QueueCallerJoinEvent.class), new AmiListener() {
            @Override
            public void connected(AmiVersion version) {}

            @Override
            public void event(ManagerEvent event) {
                enough.join();
                throw new IllegalStateException("a fault of this listener");
            }

            @Override
            public void lost() {}
        });
        asterisk.tell("agent", joins("1"));
        asterisk.tell("agent", joins("2"));
        awaitTold("connected to 22", "english +1", "english +2");
        assertThat(ami.ask(new PingAction())).isInstanceOf(Answer.Done.class);
        enough.complete(null);
    }

    @Test
    void whatIsNoAsteriskIsNotBelieved() throws IOException {
        for (String greeting : List.of(
                "HTTP/1.1 400 Bad Request\r\n\r\n",
                "\0\1\2\3\r\n\r\n",
                "Asterisk Call Manager/" + "1".repeat(200_000))) {
            try (ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
                Thread.ofVirtual().start(() -> greet(door, greeting));
                Ami ami = connect(settings(door.getLocalPort(), USER.secret())
                        .times(Duration.ofMillis(500), LONG, Duration.ofMillis(10), Duration.ofMillis(100)));
                await().atMost(LONG).until(() -> !ami.health().trouble().equals("not connected yet"));
                assertThat(ami.health().isConnected()).isFalse();
                ami.close();
            }
        }
    }

    private static void greet(ServerSocket door, String greeting) {
        try {
            while (true) {
                Socket socket = door.accept();
                socket.getOutputStream().write(greeting.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }
}
