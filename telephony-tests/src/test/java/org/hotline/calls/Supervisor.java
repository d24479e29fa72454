package org.hotline.calls;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotline.workbench.Trial;

/** Somebody logged in at a hotline's interface for programs. */
final class Supervisor {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String pages;
    private final String cookie;
    private final String csrf;

    private Supervisor(String pages, String cookie, String csrf) {
        this.pages = pages;
        this.cookie = cookie;
        this.csrf = csrf;
    }

    /** Logs in as the administrator of a hotline that runs for the first time. */
    static Supervisor of(Trial hotline) throws Exception {
        String told = String.join("\n", hotline.house().welcome());
        String pages = find("  pages +(\\S+)", told);
        String login =
                "{\"name\":\"admin\",\"password\":\"" + find("password of admin on the pages: (\\S+)", told) + "\"}";
        HttpResponse<String> session = HTTP.send(
                HttpRequest.newBuilder(URI.create(pages + "/api/session"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(login))
                        .build(),
                BodyHandlers.ofString());
        String cookie = session.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        return new Supervisor(pages, cookie, find("\"csrf\":\"([^\"]+)\"", session.body()));
    }

    /** Sets an agent's state; answers the status. */
    int sets(String agent, String state) throws Exception {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(pages + "/api/agents/" + agent + "/state"))
                                .header("Content-Type", "application/json")
                                .header("Cookie", cookie)
                                .header("X-CSRF-Token", csrf)
                                .POST(BodyPublishers.ofString("{\"state\":\"" + state + "\"}"))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    /** Hangs a call up; answers the status. */
    int hangsUp(String call) throws Exception {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(pages + "/api/calls/" + call + "/hangup"))
                                .header("Cookie", cookie)
                                .header("X-CSRF-Token", csrf)
                                .POST(BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    /** Posts to a path, with a body of JSON or none; answers the status. */
    int posts(String path, String body) throws Exception {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(pages + path))
                                .header("Content-Type", "application/json")
                                .header("Cookie", cookie)
                                .header("X-CSRF-Token", csrf)
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    /** The same person with the phone of this agent. */
    static Supervisor withPhoneOf(Trial hotline, String agent) throws Exception {
        of(hotline).posts("/api/users/admin", "{\"agent\":\"" + agent + "\"}");
        return of(hotline);
    }

    /** Hears a call: 16-bit samples until it is over, or this is closed. */
    InputStream hears(String call) throws Exception {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(pages + "/api/calls/" + call + "/listen"))
                                .header("Cookie", cookie)
                                .build(),
                        BodyHandlers.ofInputStream())
                .body();
    }

    /** What a path says. */
    String reads(String path) throws Exception {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(pages + path))
                                .header("Cookie", cookie)
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static String find(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new AssertionError("no \"" + pattern + "\" in: " + text);
        }
        return found.group(1);
    }
}
