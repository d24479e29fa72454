package org.hotline.supervision.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Someone at a browser: keeps the session's cookie and holds every answer against the contract. */
final class Visitor {
    private static final Contract CONTRACT = new Contract();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String address;
    private Optional<String> cookie = Optional.empty();
    private String csrf = "";

    Visitor(String address) {
        this.address = address;
    }

    Visitor loggedInAs(String name) {
        return loggedInAs(name, SampleCentre.PASSWORD);
    }

    Visitor loggedInAs(String name, String password) {
        Answer answer = logsIn(name, password);
        if (answer.status() != 200) {
            throw new AssertionError(answer);
        }
        csrf = answer.json().get("csrf").asString();
        return this;
    }

    Answer logsIn(String name, String password) {
        return post("/api/session", "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}");
    }

    Visitor withoutCsrf() {
        csrf = "";
        return this;
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    Answer post(String path, String json) {
        HttpRequest.Builder request = request(path, "Content-Type", "application/json", "X-CSRF-Token", csrf);
        return send(request.POST(BodyPublishers.ofString(json)).build());
    }

    Answer send(String path, String type, byte[] body) {
        HttpRequest.Builder request = request(path, "Content-Type", type, "X-CSRF-Token", csrf);
        return send(request.POST(BodyPublishers.ofByteArray(body)).build());
    }

    Answer delete(String path) {
        return send(request(path, "X-CSRF-Token", csrf).DELETE().build());
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        cookie.ifPresent(value -> request.header("Cookie", value));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
            response.headers()
                    .firstValue("Set-Cookie")
                    .ifPresent(set -> cookie = Optional.of(set.replaceFirst(";.*", "")));
            Answer answer = new Answer(response);
            if (request.uri().getPath().matches("/(api|health|metrics).*")) {
                check(request, answer);
            }
            return answer;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void check(HttpRequest request, Answer answer) {
        var complaints = CONTRACT.complaints(
                request.method(),
                request.uri().getRawPath(),
                answer.status(),
                answer.header("Content-Type"),
                answer.isText() ? answer.text() : "audio");
        if (!complaints.isEmpty()) {
            throw new AssertionError(
                    request.method() + " " + request.uri() + " breaks the contract: " + complaints + " in " + answer);
        }
    }

    record Answer(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        boolean isText() {
            return !header("Content-Type").startsWith("audio/");
        }

        String text() {
            return new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        /** The machine-readable word of a refusal. */
        String code() {
            return json().get("code").asString();
        }

        @Override
        public String toString() {
            return status() + " " + (isText() ? text() : header("Content-Type"));
        }
    }
}
