package org.hotline;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.hotline.access.LoginLimit;
import org.hotline.access.Passwords;
import org.hotline.access.Sessions;
import org.hotline.access.Users;
import org.hotline.access.jdbc.JdbcAuditLog;
import org.hotline.access.jdbc.JdbcUsers;
import org.hotline.history.jdbc.JdbcFieldLogs;
import org.hotline.recording.Recordings;
import org.hotline.supervision.LiveBoard;
import org.hotline.supervision.web.CallControls;
import org.hotline.supervision.web.Vital;
import org.hotline.supervision.web.WebPorts;
import org.hotline.supervision.web.WebServer;
import org.hotline.supervision.web.WebSettings;

/** The pages and the API, with the doors into the house that they need. */
record Pages(WebServer server, Users users, Passwords passwords) implements AutoCloseable {

    static Pages build(
            Configuration configuration,
            Storage storage,
            Recordings recordings,
            LiveBoard board,
            CallControls controls,
            WebPorts.School school,
            List<Vital> vitals,
            PrometheusMeterRegistry metrics,
            Clock clock) {
        Configuration.Web web = configuration.web();
        Users users = new JdbcUsers(storage.dataSource(), storage.database()::settle);
        Passwords passwords = new Passwords();
        WebServer server = new WebServer(
                new WebSettings(web.host(), web.port(), Set.copyOf(web.names()), web.behindTls(), configuration.zone()),
                new WebPorts(
                        board,
                        storage.calls(),
                        new JdbcFieldLogs(storage.dataSource(), configuration.zone()),
                        storage.search(),
                        recordings,
                        controls,
                        new WebPorts.Door(users, passwords, new Sessions(users), new LoginLimit()),
                        school,
                        new JdbcAuditLog(storage.dataSource(), storage.database()::settle),
                        metrics,
                        vitals,
                        clock));
        return new Pages(server, users, passwords);
    }

    void start() {
        server.start();
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
