package org.hotline.dialplan;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotline.conversation.lookup.Query;
import org.hotline.conversation.lookup.Source;
import org.hotline.yaml.Suggestion;

/** A service over HTTP as written: address, method, headers, body, access, and how long it may take. */
final class HttpForm {
    static final Set<String> ENTRIES = Set.of(
            "address", "in-clear", "method", "headers", "body", "access", "idempotency-header", "timeout", "tries");

    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z0-9-]+)}");
    private static final Pattern FIXED_HOST = Pattern.compile("(?i)https?://[^/?#{}@]+([/?#].*)?");
    private static final Set<String> READING = Set.of("GET", "POST");
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> SECRET = Set.of("authorization", "proxy-authorization", "cookie", "x-api-key");
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Form query;
    private final Form form;
    private final List<String> parameters;
    private final boolean action;
    private final Set<String> used = new TreeSet<>();

    HttpForm(Form query, Form form, List<String> parameters, boolean action) {
        this.query = query;
        this.form = form;
        this.parameters = parameters;
        this.action = action;
    }

    Source.Http read() {
        form.allowOnly(ENTRIES);
        Source.Http http = new Source.Http(
                method(),
                address(),
                headers(),
                body(),
                new AccessForm(query, form).read(),
                form.optionalText("idempotency-header").orElse("Idempotency-Key"),
                form.duration("timeout").orElse(Duration.ofSeconds(3)),
                (int) Math.round(form.number("tries").orElse(2.0)));
        checkPatience(http);
        for (String parameter : parameters) {
            if (!used.contains(parameter)) {
                form.complain(
                        query.at("parameters"),
                        query.what() + " does not use its parameter \"" + parameter + "\"",
                        "write {" + parameter + "} in the address, a header or the body");
            }
        }
        return http;
    }

    private String method() {
        String method =
                form.optionalText("method").orElse(action ? "POST" : "GET").toUpperCase(Locale.ROOT);
        Set<String> allowed = action ? CHANGING : READING;
        if (!allowed.contains(method)) {
            form.complain(
                    form.at("method"),
                    query.what()
                            + (action ? " is an action, but " : " only reads, but ")
                            + method
                            + (action ? " changes nothing" : " changes something"),
                    "write " + String.join(", ", new TreeSet<>(allowed))
                            + (action ? "" : ", or declare it as action: true"));
        }
        return method;
    }

    private String address() {
        String template = template("address", form.text("address"));
        if (form.has("address")) {
            try {
                check(new URI(PARAMETER.matcher(template).replaceAll("0")), template);
            } catch (URISyntaxException wrong) {
                form.complain(
                        form.at("address"),
                        query.what() + ": \"" + template + "\" is no address",
                        "write https://host/path/{parameter}");
            }
        }
        return template;
    }

    private void check(URI address, String template) {
        boolean clear = "http".equalsIgnoreCase(address.getScheme());
        if ((!clear && !"https".equalsIgnoreCase(address.getScheme())) || address.getHost() == null) {
            form.complain(
                    form.at("address"),
                    query.what() + ": \"" + template + "\" is no address of a service",
                    "write https://host/path/{parameter}");
        } else if (!FIXED_HOST.matcher(template).matches()) {
            form.complain(
                    form.at("address"),
                    query.what() + ": the host of \"" + template + "\" is not fixed, or has a password in it",
                    "write the host in full, and the secret's name under access");
        } else if (clear && !isLoopback(address.getHost()) && !form.flag("in-clear", false)) {
            form.complain(
                    form.at("address"),
                    query.what() + " sends what callers say in clear to " + address.getHost(),
                    "write https, or in-clear: true for a network of your own");
        }
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        form.map("headers").forEach((name, value) -> {
            if (SECRET.contains(name.toLowerCase(Locale.ROOT))) {
                form.complain(
                        form.at("headers"),
                        query.what() + " has a secret in a plan: the header " + name,
                        "name the secret under access");
            }
            headers.put(name, template("headers", value));
        });
        return headers;
    }

    private Optional<String> body() {
        return form.optionalForm("body").map(body -> template("body", JsonText.of(form.entry("body"))));
    }

    /** Notes which parameters a text uses, and complains about those that there are not. */
    private String template(String entry, String text) {
        Matcher found = PARAMETER.matcher(text);
        while (found.find()) {
            used.add(found.group(1));
            if (!parameters.contains(found.group(1))
                    && !(action && found.group(1).equals(Query.ONCE))) {
                form.complain(
                        form.at(entry),
                        query.what() + " uses {" + found.group(1) + "}, which is no parameter of it",
                        Suggestion.among(parameters, found.group(1)));
            }
        }
        return text;
    }

    private void checkPatience(Source.Http http) {
        if (http.tries() < 1 || http.tries() > 5 || http.timeout().isZero()) {
            form.complain(
                    form.at("tries"),
                    query.what() + " is tried " + http.tries() + " times for "
                            + http.timeout().toSeconds() + "s",
                    "write tries: 1 to 5 and a timeout of a second or more");
        } else if (http.timeout().multipliedBy(http.tries()).compareTo(LONGEST) > 0) {
            form.complain(
                    form.at("timeout"),
                    query.what() + " may keep a caller waiting for "
                            + http.timeout().multipliedBy(http.tries()).toSeconds() + " seconds",
                    "let timeout times tries be ten seconds at the most");
        }
    }
}
