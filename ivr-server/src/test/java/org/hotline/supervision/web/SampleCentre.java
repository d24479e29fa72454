package org.hotline.supervision.web;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline.access.LoginLimit;
import org.hotline.access.MemoryUsers;
import org.hotline.access.Passwords;
import org.hotline.access.Role;
import org.hotline.access.Sessions;
import org.hotline.access.User;

/** A whole call centre of hand-written fakes behind the real web server. */
final class SampleCentre implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";

    final SampleBoard board = new SampleBoard();
    final SampleCalls calls = new SampleCalls();
    final SampleSearch search = new SampleSearch(calls);
    final SampleRecordings recordings = new SampleRecordings();
    final SampleControls controls = new SampleControls();
    final MemoryUsers users = new MemoryUsers();
    final MemoryAudit audit = new MemoryAudit();
    final SampleSchool school;
    final WebServer server;

    SampleCentre() {
        this(0, "Asia/Shanghai");
    }

    SampleCentre(int port, String zone) {
        Passwords passwords = new Passwords();
        school = new SampleSchool(ZoneId.of(zone));
        add(passwords, new User("admin", "Administrator", Role.ADMIN));
        add(passwords, new User("lin", "林班长", Role.SUPERVISOR));
        add(passwords, new User("quinn", "Quinn Ellis", Role.QUALITY));
        add(passwords, new User("anna", "Anna Becker", Role.AGENT));
        WebPorts ports = new WebPorts(
                board,
                calls,
                (log, from, until, out) -> out.append("time,event\n")
                        .append(from + "," + log + "\n")
                        .append(until + ",\n"),
                search,
                recordings.recordings(),
                controls,
                new WebPorts.Door(users, passwords, new Sessions(users), new LoginLimit()),
                new WebPorts.School(List.of(school.training), school.recognizer),
                audit,
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                List.of(new Vital("database", Optional::empty), new Vital("recognizer", Optional::empty)),
                InstantSource.system());
        server = new WebServer(new WebSettings("127.0.0.1", port, Set.of(), false, ZoneId.of(zone)), ports);
    }

    private void add(Passwords passwords, User user) {
        try {
            users.save(user, passwords.hash(PASSWORD));
        } catch (Passwords.Busy busy) {
            throw new IllegalStateException(busy);
        }
    }

    SampleCentre start() {
        server.start();
        return this;
    }

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.close();
        school.close();
        recordings.close();
    }
}
