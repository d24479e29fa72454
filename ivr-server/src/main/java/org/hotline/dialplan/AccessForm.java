package org.hotline.dialplan;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hotline.conversation.lookup.Source;

/** How we prove who we are to a service, as written: names of secrets, never secrets. */
final class AccessForm {
    static final Set<String> ENTRIES =
            Set.of("api-key", "header", "prefix", "token-address", "client", "secret", "scope");

    private static final Pattern NAME = Pattern.compile("HOTLINE_[A-Z0-9_]+");

    private final Form query;
    private final Form http;

    AccessForm(Form query, Form http) {
        this.query = query;
        this.http = http;
    }

    Source.Access read() {
        Optional<Form> access = http.optionalForm("access");
        return access.isEmpty() ? new Source.Access.Open() : read(access.get());
    }

    private Source.Access read(Form access) {
        access.allowOnly(ENTRIES);
        if (access.has("api-key")) {
            String header = access.optionalText("header").orElse("Authorization");
            String usual = access.has("header") ? "" : "Bearer";
            return new Source.Access.Key(
                    header, access.optionalText("prefix").orElse(usual), secret(access, "api-key"));
        }
        String tokens = access.text("token-address");
        return new Source.Access.ClientCredentials(
                tokens(access, tokens),
                secret(access, "client"),
                secret(access, "secret"),
                access.optionalText("scope"));
    }

    /** RFC 6749 section 3.2: tokens are asked for over TLS; on this machine nobody listens. */
    private URI tokens(Form access, String address) {
        if (address.matches("https://[^\\s{}]+|http://(localhost|127\\.[0-9.]+)[:/][^\\s{}]*")) {
            return URI.create(address);
        }
        access.complain(
                access.at("token-address"),
                query.what() + ": \"" + address + "\" is no address to get a token from",
                "write https://host/path, or api-key: with the name of a key");
        return URI.create("https://localhost/");
    }

    private String secret(Form access, String entry) {
        String name = access.text(entry);
        if (access.has(entry) && !NAME.matcher(name).matches()) {
            access.complain(
                    access.at(entry),
                    query.what() + ": \"" + entry + "\" is not the name of a secret",
                    "write a name such as HOTLINE_CARRIER_KEY, and set it in the environment or the secrets file");
        }
        return name;
    }
}
