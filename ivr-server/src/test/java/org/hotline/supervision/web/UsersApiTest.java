package org.hotline.supervision.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotline.access.AuditLog.Action;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may log in, changed by administrators, and what is written down of it. */
class UsersApiTest {
    private SampleCentre centre;
    private Visitor admin;

    @BeforeEach
    void open() {
        centre = new SampleCentre().start();
        admin = visitor().loggedInAs("admin");
    }

    @AfterEach
    void close() {
        centre.close();
    }

    private Visitor visitor() {
        return new Visitor(centre.address());
    }

    @Test
    void somebodyNewIsLetInWithAPasswordToldOnce() {
        var added = admin.post(
                "/api/users", "{\"name\":\"eva\",\"displayName\":\"Eva\",\"role\":\"agent\",\"agent\":\"eva7\"}");
        assertThat(added.status()).isEqualTo(201);
        Visitor eva = visitor().loggedInAs("eva", added.json().get("password").asString());
        assertThat(eva.get("/api/session").json().get("user").get("agent").asString())
                .isEqualTo("eva7");
        assertThat(admin.get("/api/users").json().get("users")).hasSize(5);
        assertThat(admin.get("/api/users").text()).doesNotContain("argon2");
        assertThat(admin.post("/api/users", "{\"name\":\"eva\",\"displayName\":\"E\",\"role\":\"quality\"}")
                        .code())
                .isEqualTo("name-taken");
        assertThat(admin.post("/api/users", "{\"name\":\"Ev a\",\"displayName\":\"E\",\"role\":\"quality\"}")
                        .code())
                .isEqualTo("bad-request");
        assertThat(admin.post("/api/users", "{\"displayName\":\"E\",\"role\":\"quality\"}")
                        .json()
                        .get("detail")
                        .asString())
                .isEqualTo("name is missing");
    }

    @Test
    void whoeverIsChangedIsLoggedOut() {
        Visitor lin = visitor().loggedInAs("lin");
        assertThat(lin.get("/api/calls").status()).isEqualTo(200);
        var changed = admin.post("/api/users/lin", "{\"role\":\"quality\"}");
        assertThat(changed.json().get("role").asString()).isEqualTo("quality");
        assertThat(changed.json().get("displayName").asString()).isEqualTo("林班长");
        assertThat(lin.get("/api/calls").code()).isEqualTo("not-logged-in");

        Visitor again = visitor().loggedInAs("lin");
        String made = admin.post("/api/users/lin/password", "{}")
                .json()
                .get("password")
                .asString();
        assertThat(again.get("/api/calls").code()).isEqualTo("not-logged-in");
        assertThat(visitor().logsIn("lin", SampleCentre.PASSWORD).code()).isEqualTo("wrong-password");
        assertThat(visitor().logsIn("lin", made).status()).isEqualTo(200);

        assertThat(admin.post("/api/users/lin", "{\"enabled\":false}").status()).isEqualTo(200);
        assertThat(visitor().logsIn("lin", made).code()).isEqualTo("shut-out");
        assertThat(admin.delete("/api/users/lin").status()).isEqualTo(204);
        assertThat(admin.post("/api/users/lin", "{}").code()).isEqualTo("no-such-user");
    }

    @Test
    void theLastAdministratorStays() {
        assertThat(admin.delete("/api/users/admin").code()).isEqualTo("last-admin");
        assertThat(admin.post("/api/users/admin", "{\"enabled\":false}").code()).isEqualTo("last-admin");
        assertThat(admin.get("/api/users").status()).isEqualTo(200);
    }

    @Test
    void everybodyChangesTheOwnPasswordAndStaysLoggedInHereOnly() {
        Visitor here = visitor().loggedInAs("quinn");
        Visitor there = visitor().loggedInAs("quinn");
        assertThat(here.post("/api/session/password", "{\"old\":\"guess\",\"password\":\"another good one\"}")
                        .code())
                .isEqualTo("wrong-old-password");
        String right = "{\"old\":\"" + SampleCentre.PASSWORD + "\",\"password\":\"%s\"}";
        assertThat(here.post("/api/session/password", right.formatted("quinn12345"))
                        .code())
                .isEqualTo("weak-password");
        assertThat(here.post("/api/session/password", right.formatted("another good one"))
                        .status())
                .isEqualTo(204);
        assertThat(here.get("/api/calls").status()).isEqualTo(200);
        assertThat(there.get("/api/calls").status()).isEqualTo(401);
        assertThat(visitor().logsIn("quinn", "another good one").status()).isEqualTo(200);
    }

    @Test
    void onlyAdministratorsChangeUsersAndReadTheLog() {
        Visitor lin = visitor().loggedInAs("lin");
        assertThat(lin.get("/api/users").status()).isEqualTo(403);
        assertThat(lin.get("/api/audit").status()).isEqualTo(403);
        assertThat(lin.post("/api/users/lin", "{\"role\":\"admin\"}").status()).isEqualTo(403);
        assertThat(lin.delete("/api/users/anna").status()).isEqualTo(403);
    }

    @Test
    void whileTheDatabaseIsAwayItIsSaid() {
        centre.audit.goesAway();
        var refused = admin.get("/api/audit");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("store-away");
    }

    @Test
    void theLogTellsWhoDidWhat() {
        admin.post("/api/users/anna/password", "{\"password\":\"a very good one\"}");
        admin.delete("/api/users/anna");
        assertThat(centre.audit.newest(2).stream().map(entry -> entry.action()))
                .containsExactly(Action.REMOVED_USER, Action.SET_PASSWORD);
        var page = admin.get("/api/audit?limit=1").json();
        var newest = page.get("entries").get(0);
        assertThat(newest.get("action").asString()).isEqualTo("removed-user");
        assertThat(newest.get("subject").asString()).isEqualTo("anna");
        assertThat(newest.get("user").asString()).isEqualTo("admin");
        assertThat(admin.get("/api/audit?limit=1&before=" + page.get("next").asString())
                        .json()
                        .get("entries")
                        .get(0)
                        .get("action")
                        .asString())
                .isEqualTo("set-password");
        assertThat(admin.get("/api/audit?action=logged-in&user=admin").json().get("entries"))
                .hasSize(1);
        assertThat(admin.get("/api/audit?action=dancing").code()).isEqualTo("bad-request");
        assertThat(admin.get("/api/audit").text()).doesNotContain("a very good one");
    }
}
