package org.hotline.supervision.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hotline.access.AuditLog;
import org.hotline.access.Role;
import org.hotline.access.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the server answers, each answer held against {@code openapi.yaml} by {@link Visitor}. */
class WebServerTest {
    private static SampleCentre centre;
    private static Visitor admin;
    private static Visitor lin;
    private static Visitor quinn;
    private static Visitor anna;

    @BeforeAll
    static void open() {
        centre = new SampleCentre().start();
        admin = visitor().loggedInAs("admin");
        lin = visitor().loggedInAs("lin");
        quinn = visitor().loggedInAs("quinn");
        anna = visitor().loggedInAs("anna");
    }

    @AfterAll
    static void close() {
        centre.close();
    }

    private static Visitor visitor() {
        return new Visitor(centre.address());
    }

    @Test
    void everyRouteIsInTheContractAndTheOtherWayRound() {
        Set<String> served = new TreeSet<>();
        centre.server.routes().forEach(route -> served.add(route.method().name() + " " + route.path()));
        assertThat(served).isEqualTo(new Contract().operations());
    }

    @Test
    void theContractCatchesWrongAnswers() {
        Contract contract = new Contract();
        assertThat(contract.complaints("GET", "/api/session", 200, "application/json", "{\"zone\":\"UTC\"}"))
                .hasSize(1)
                .allSatisfy(complaint -> assertThat(complaint).contains("'at'"));
        assertThat(contract.complaints("GET", "/api/session", 200, "application/json", "{\"zone\":1,\"at\":\"now\"}"))
                .hasSize(2);
        assertThat(contract.complaints("GET", "/api/session", 204, "", "")).isNotEmpty();
        assertThat(contract.complaints("GET", "/api/calls", 200, "text/html", ""))
                .isNotEmpty();
    }

    @Test
    void callsComeNewestFirstInPages() {
        var first = lin.get("/api/calls?limit=100").json();
        assertThat(first.get("calls")).hasSize(100);
        assertThat(first.get("calls").get(0).get("id").asString()).isEqualTo(SampleCalls.REFUND.text());
        var second = lin.get("/api/calls?limit=100&before=" + first.get("next").asString())
                .json();
        assertThat(second.get("calls")).hasSize(SampleCalls.COUNT - 100);
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void callsAreFilteredByNumberHoweverItIsTyped() {
        assertThat(lin.get("/api/calls?number=%2B86%20138-1000").json().get("calls"))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.get("calling").asString()).startsWith("138****"));
        assertThat(lin.get("/api/calls?agent=anna&issue=refund").json().get("calls"))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.get("agent").asString()).isEqualTo("anna"));
    }

    @Test
    void aCallTellsItsTalkAndItsLadder() {
        var call = lin.get("/api/calls/" + SampleCalls.REFUND).json();
        assertThat(call.get("recording").asString()).isEqualTo("ready");
        assertThat(call.get("lines").get(1).get("text").asString()).isEqualTo("我的退款什么时候到账");
        // The turn ended at 7.8 s; 350 ms of response and ten syllables earlier the caller began.
        assertThat(call.get("lines").get(1).get("offsetMs").asInt()).isEqualTo(7800 - 350 - 10 * 240);
        assertThat(call.get("lines").get(1).get("turn").get("bargeInMs").asInt())
                .isEqualTo(210);
        assertThat(call.get("events").get(0).get("text").asString()).isEqualTo("INVITE");
        assertThat(call.get("events").get(0).get("offsetMs").asInt()).isEqualTo(-320);
        assertThat(call.get("events").findValues("weighing")).singleElement().satisfies(weighing -> {
            assertThat(weighing.get("options").get(0).get("act").asString()).isEqualTo("tell refund");
            assertThat(weighing.get("issues").get(0).get("probability").asDouble())
                    .isEqualTo(0.91);
        });
    }

    @Test
    void aNumberIsShownOnlyWhenAskedForAndThatIsWrittenDown() {
        assertThat(lin.get("/api/calls/" + SampleCalls.REFUND).text()).doesNotContain("13810000000");
        var answer = lin.post("/api/calls/" + SampleCalls.REFUND + "/number", "");
        assertThat(answer.json().get("calling").asString()).isEqualTo("13810000000");
        assertThat(centre.audit.newest(1).getFirst())
                .extracting(AuditLog.Entry::user, AuditLog.Entry::action, AuditLog.Entry::subject)
                .containsExactly("lin", AuditLog.Action.SAW_NUMBER, SampleCalls.REFUND.text());
        assertThat(quinn.post("/api/calls/" + SampleCalls.REFUND + "/number", "")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aRecordingIsServedInRanges() {
        String path = "/api/calls/" + SampleCalls.REFUND + "/recording";
        var whole = quinn.get(path);
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.header("Content-Type")).isEqualTo("audio/wav");
        var part = quinn.get(path, "Range", "bytes=44-1043");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.response().body()).hasSize(1000);
        assertThat(part.header("Content-Range"))
                .isEqualTo("bytes 44-1043/" + whole.response().body().length);
        assertThat(centre.audit.newest(50))
                .filteredOn(entry -> entry.action() == AuditLog.Action.HEARD_RECORDING)
                .hasSize(1);
    }

    @Test
    void whoHasAPartOfOneFileGetsNoPartOfAnother() {
        try (SampleCentre other = new SampleCentre().start()) {
            Visitor listener = new Visitor(other.address()).loggedInAs("quinn");
            String call = "/api/calls/" + SampleCalls.REFUND;
            assertThat(listener.get(call).json().get("recordingFormat").asString())
                    .isEqualTo("wav");
            assertThat(listener.get(call + "/recording?format=wav").status()).isEqualTo(200);
            other.recordings.archive();
            assertThat(listener.get(call + "/recording?format=wav", "Range", "bytes=44-1043")
                            .code())
                    .isEqualTo("no-recording");
            assertThat(listener.get(call).json().get("recordingFormat").asString())
                    .isEqualTo("opus");
            assertThat(listener.get(call + "/recording?format=opus").header("Content-Type"))
                    .isEqualTo("audio/ogg");
            assertThat(listener.get(call + "/recording").status()).isEqualTo(200);
        }
    }

    @Test
    void aRecordingThatIsGoneSaysSo() {
        String gone = "/api/calls/" + SampleCalls.id(4);
        assertThat(quinn.get(gone).json().get("recording").asString()).isEqualTo("missing");
        assertThat(quinn.get(gone + "/recording").code()).isEqualTo("no-recording");
    }

    @Test
    void peaksHaveBothSides() {
        var peaks = quinn.get("/api/calls/" + SampleCalls.REFUND + "/peaks").json();
        assertThat(peaks.get("channels").asInt()).isEqualTo(2);
        assertThat(peaks.get("data")).hasSize(SampleRecordings.SECONDS * 50 * 4);
        assertThat(quinn.get("/api/calls/" + SampleCalls.id(4) + "/peaks").code())
                .isEqualTo("no-recording");
    }

    @Test
    void searchMarksItsHitsAndShowsTheLinesAround() {
        var result = quinn.get("/api/search?q=%E6%8A%95%E8%AF%89").json();
        var hit = result.get("hits").get(0);
        assertThat(hit.get("snippet")).anySatisfy(piece -> {
            assertThat(piece.get("text").asString()).isEqualTo("投诉");
            assertThat(piece.get("hit").asBoolean()).isTrue();
        });
        assertThat(hit.get("before").get("side").asString()).isEqualTo("agent");
        assertThat(hit.get("after").get("text").asString()).startsWith("非常抱歉");
        assertThat(quinn.get("/api/search?q=").code()).isEqualTo("bad-request");
    }

    @Test
    void searchIsNarrowedBySideTimeAndCall() {
        String parcel = "/api/search?limit=100&q=parcel";
        assertThat(sides(quinn.get(parcel))).contains("bot", "caller");
        assertThat(sides(quinn.get(parcel + "&side=caller"))).containsOnly("caller");
        assertThat(quinn.get(parcel + "&to=2020-01-01T00:00:00Z").json().get("hits"))
                .isEmpty();
        assertThat(quinn.get(parcel + "&issue=refund").json().get("hits")).isEmpty();
        assertThat(quinn.get(parcel + "&issue=parcel-late").json().get("hits")).isNotEmpty();
        assertThat(quinn.get(parcel + "&side=everyone").code()).isEqualTo("bad-request");
    }

    private static List<String> sides(Visitor.Answer answer) {
        return answer.json()
                .get("hits")
                .valueStream()
                .map(hit -> hit.get("side").asString())
                .toList();
    }

    @Test
    void supervisorsTakePartByTheirPhonesAndSendCallersOn() throws Exception {
        String call = "/api/calls/" + SampleCalls.REFUND;
        assertThat(lin.post(call + "/whisper", "").code()).isEqualTo("no-phone");
        centre.users.save(
                new User("mona", "Mona Reyes", Role.SUPERVISOR).as(Role.SUPERVISOR, Optional.of("anna")),
                centre.users.passwordHash("lin").orElseThrow());
        Visitor supervisor = visitor().loggedInAs("mona");
        assertThat(supervisor.post(call + "/whisper", "").status()).isEqualTo(202);
        assertThat(supervisor.post(call + "/join", "").status()).isEqualTo(202);
        assertThat(supervisor.post("/api/calls/gone1/join", "").status()).isEqualTo(404);
        assertThat(supervisor.get("/api/transfers").json().get("targets").get(0).asString())
                .isEqualTo("900");
        assertThat(supervisor
                        .post(call + "/transfer", "{\"to\":\"900\",\"how\":\"blind\"}")
                        .status())
                .isEqualTo(202);
        assertThat(supervisor
                        .post(call + "/transfer", "{\"to\":\"901\",\"how\":\"blind\"}")
                        .code())
                .isEqualTo("refused-now");
        assertThat(supervisor
                        .post(call + "/transfer", "{\"to\":\"900\",\"how\":\"soon\"}")
                        .status())
                .isEqualTo(400);
        assertThat(centre.controls.asked)
                .contains("TO_AGENT " + SampleCalls.REFUND + " anna", "TO_BOTH " + SampleCalls.REFUND + " anna");
        assertThat(centre.audit.newest(3))
                .extracting(AuditLog.Entry::action)
                .containsExactly(AuditLog.Action.TRANSFERRED, AuditLog.Action.JOINED, AuditLog.Action.WHISPERED);
        assertThat(quinn.post(call + "/whisper", "").status()).isEqualTo(403);
    }

    @Test
    void callsAreExportedAsATable() {
        var table = quinn.get("/api/calls.csv?issue=refund");
        assertThat(table.text()).startsWith("\uFEFFid,arrived,");
        assertThat(table.text().lines()).hasSize(1 + SampleCalls.COUNT / 4);
        assertThat(table.text()).contains("+08:00").doesNotContain("13810000000");
    }

    @Test
    void theFieldsLogsAreExportedByDaysOfTheBusinessForAdministrators() {
        var table = admin.get("/api/exports/queue-log.csv?from=2026-11-01&until=2026-11-02");
        assertThat(table.text().lines())
                .containsExactly("time,event", "2026-10-31T16:00:00Z,QUEUE_LOG", "2026-11-02T16:00:00Z,");
        assertThat(admin.get("/api/exports/cdr.csv").text()).contains("CDR");
        assertThat(centre.audit.newest(1).getFirst())
                .extracting(AuditLog.Entry::action, AuditLog.Entry::detail)
                .containsExactly(AuditLog.Action.EXPORTED_CALLS, "cdr");
        assertThat(admin.get("/api/exports/cdr.csv?from=yesterday").status()).isEqualTo(400);
        assertThat(lin.get("/api/exports/cdr.csv").status()).isEqualTo(403);
    }

    @Test
    void theBoardShowsServiceLevelAndMaskedNumbers() {
        var board = lin.get("/api/board").json();
        assertThat(board.get("queues").get(0).get("serviceLevelPercent").asDouble())
                .isEqualTo(76.0);
        assertThat(board.get("queues").get(2).has("serviceLevelPercent")).isFalse();
        assertThat(board.get("calls").get(0).get("calling").asString()).isEqualTo("138****5678");
        assertThat(lin.get("/api/queues").json().get("queues")).hasSize(3);
        assertThat(lin.get("/api/agents").json().get("agents")).hasSize(7);
    }

    @Test
    void anAgentSeesOnlyTheOwnCall() {
        assertThat(anna.get("/api/board").json().get("calls"))
                .hasSize(1)
                .allSatisfy(call -> assertThat(call.get("id").asString()).isEqualTo(SampleBoard.TALKING.text()));
        assertThat(anna.get("/api/calls").code()).isEqualTo("not-permitted");
        assertThat(anna.get("/api/search?q=x").status()).isEqualTo(403);
        assertThat(anna.get("/api/calls/" + SampleCalls.REFUND + "/recording").status())
                .isEqualTo(403);
    }

    @Test
    void agentsChangeTheirOwnStateSupervisorsAnyones() {
        assertThat(anna.post("/api/agents/anna/state", "{\"state\":\"on-break\"}")
                        .status())
                .isEqualTo(204);
        assertThat(anna.post("/api/agents/ben/state", "{\"state\":\"on-break\"}")
                        .status())
                .isEqualTo(403);
        assertThat(quinn.post("/api/agents/anna/state", "{\"state\":\"on-break\"}")
                        .status())
                .isEqualTo(403);
        var refused = lin.post("/api/agents/ben/state", "{\"state\":\"signed-out\"}");
        assertThat(refused.code()).isEqualTo("refused-now");
        assertThat(refused.json().get("detail").asString()).contains("wait until the call is over");
        assertThat(lin.post("/api/agents/nobody/state", "{\"state\":\"available\"}")
                        .code())
                .isEqualTo("no-such-agent");
        assertThat(lin.post("/api/agents/anna/state", "{\"state\":\"dancing\"}").code())
                .isEqualTo("bad-request");
        assertThat(lin.post("/api/agents/anna/state", "not json").code()).isEqualTo("bad-request");
    }

    @Test
    void supervisorsHearBothSidesOfACall() {
        var sound = lin.get("/api/calls/live0talking/listen");
        assertThat(sound.header("Content-Type")).startsWith("audio/L16;rate=8000;channels=2");
        assertThat(sound.response().body()).hasSize(8000 * 4);
        assertThat(centre.audit.newest(1).getFirst())
                .extracting(AuditLog.Entry::user, AuditLog.Entry::action, AuditLog.Entry::subject)
                .containsExactly("lin", AuditLog.Action.LISTENED, "live0talking");
        assertThat(centre.controls.asked).contains("left live0talking");
        assertThat(lin.get("/api/calls/gone1/listen").code()).isEqualTo("no-such-call");
        assertThat(quinn.get("/api/calls/live0talking/listen").status()).isEqualTo(403);
        assertThat(anna.get("/api/calls/live0talking/listen").status()).isEqualTo(403);
    }

    @Test
    void supervisorsEndCalls() {
        assertThat(lin.post("/api/calls/live0talking/hangup", "").status()).isEqualTo(202);
        assertThat(centre.controls.asked).contains("hang up live0talking");
        assertThat(lin.post("/api/calls/gone1/hangup", "").code()).isEqualTo("no-such-call");
        assertThat(quinn.post("/api/calls/live0talking/hangup", "").status()).isEqualTo(403);
    }

    @Test
    void nothingIsShownToStrangers() {
        for (Route route : centre.server.routes()) {
            if (!route.admits().everyone() && route.method().name().equals("GET")) {
                String path =
                        route.path().replace("{id}", SampleCalls.REFUND.text()).replaceAll("[{}]", "");
                assertThat(visitor().get(path, "Accept", "text/event-stream").code())
                        .as(path)
                        .isEqualTo("not-logged-in");
            }
        }
        assertThat(visitor().post("/api/calls/live0talking/hangup", "").code()).isEqualTo("not-logged-in");
    }

    @Test
    void aChangeWithoutTheCsrfValueIsRefused() {
        var forged = visitor().loggedInAs("lin").withoutCsrf().post("/api/calls/live0talking/hangup", "");
        assertThat(forged.code()).isEqualTo("stale-page");
    }

    @Test
    void loggingInAndOut() {
        Visitor someone = visitor();
        assertThat(someone.get("/api/session").json().has("user")).isFalse();
        var login = someone.post("/api/session", "{\"name\":\" LIN \",\"password\":\"" + SampleCentre.PASSWORD + "\"}");
        assertThat(login.header("Set-Cookie")).contains("HttpOnly").contains("SameSite=Strict");
        assertThat(login.json().get("zone").asString()).isEqualTo("Asia/Shanghai");
        someone.loggedInAs("lin");
        assertThat(someone.get("/api/session").json().get("user").get("role").asString())
                .isEqualTo("supervisor");
        assertThat(someone.delete("/api/session").status()).isEqualTo(204);
        assertThat(someone.get("/api/calls").status()).isEqualTo(401);
    }

    @Test
    void guessingPasswordsIsSlowedDown() {
        Visitor guesser = visitor();
        for (int i = 0; i < 5; i++) {
            assertThat(guesser.post("/api/session", "{\"name\":\"guessed\",\"password\":\"" + i + "\"}")
                            .code())
                    .isEqualTo("wrong-password");
        }
        assertThat(guesser.post("/api/session", "{\"name\":\"guessed\",\"password\":\"6\"}")
                        .code())
                .isEqualTo("too-many-logins");
    }

    @Test
    void aForeignHostNameIsTurnedAway() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", centre.server.port())) {
            socket.getOutputStream()
                    .write("GET /api/session HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 421");
        }
    }

    @Test
    void answersCarrySecurityHeaders() {
        var answer = visitor().get("/api/session");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Server")).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        assertThat(lin.get("/api/calls?from=yesterday").json().get("detail").asString())
                .startsWith("from must be");
        assertThat(lin.get("/api/calls?limit=many").json().get("detail").asString())
                .startsWith("limit must be");
        assertThat(lin.get("/api/calls/unknown0").code()).isEqualTo("no-such-call");
        assertThat(lin.get("/api/calls/..%2F..").status()).isIn(400, 404);
        assertThat(lin.post("/api/agents/anna/state", "{\"state\":\"" + "x".repeat(70_000) + "\"}")
                        .code())
                .isEqualTo("too-large");
    }

    @Test
    void healthAndMetricsAreForTools() {
        assertThat(visitor().get("/health").json().get("status").asString()).isEqualTo("up");
        assertThat(visitor().get("/metrics").text())
                .contains("queue_waiting{home=\"hotline\",queue=\"service\"} 1.0")
                .contains("agents{home=\"hotline\",state=\"available\"} 2.0")
                .contains("calls_active{home=\"hotline\",stage=\"in-queue\"} 1.0");
        assertThat(admin.get("/api/openapi.yaml").text()).startsWith("openapi: 3.0.3");
    }

    @Test
    void aTakenPortIsNamed() {
        try (SampleCentre second = new SampleCentre(centre.server.port(), "UTC")) {
            assertThatThrownBy(second.server::start)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("127.0.0.1:" + centre.server.port());
        }
    }
}
