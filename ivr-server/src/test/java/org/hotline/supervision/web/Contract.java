package org.hotline.supervision.web;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code openapi.yaml} as a judge: which schema a request or an answer must fit, and whether it does (checked by the JSON
 * Schema library in its OpenAPI 3.0 dialect).
 */
final class Contract {
    private static final String HOME = "https://hotline.invalid/openapi.json";

    private final JsonNode document;
    private final SchemaRegistry schemas;

    Contract() {
        try (InputStream text = Contract.class.getResourceAsStream("/openapi.yaml")) {
            Object yaml = new Load(LoadSettings.builder().build())
                    .loadFromString(new String(text.readAllBytes(), StandardCharsets.UTF_8));
            JsonMapper mapper = JsonMapper.builder().build();
            String json = mapper.writeValueAsString(yaml);
            document = mapper.readTree(json);
            schemas = SchemaRegistry.withDialect(
                    Dialects.getOpenApi30(), registry -> registry.schemas(Map.of(HOME, json)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every operation as {@code GET /path}. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.get("paths")
                .forEachEntry((path, item) -> item.forEachEntry(
                        (method, operation) -> operations.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));
        return operations;
    }

    /** What is wrong with an answer; nothing if it is as promised. */
    List<String> complaints(String method, String path, int status, String contentType, String body) {
        String operation = "/paths/" + escaped(template(path)) + "/" + method.toLowerCase(java.util.Locale.ROOT);
        String response = firstThatExists(operation + "/responses/" + status, operation + "/responses/default")
                .orElse("");
        if (response.isEmpty()) {
            return List.of("status " + status + " is not promised");
        }
        JsonNode content = document.at(response).path("content");
        String type = contentType.replaceFirst(";.*", "");
        if (content.isMissingNode()) {
            return body.isEmpty() ? List.of() : List.of("there should be no body");
        }
        if (!content.has(type)) {
            return List.of("content type \"" + type + "\" is not promised");
        }
        return type.endsWith("json") ? complaints(response + "/content/" + escaped(type) + "/schema", body) : List.of();
    }

    private List<String> complaints(String schema, String json) {
        return schemas
                .getSchema(SchemaLocation.of(HOME + "#" + schema))
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    private Optional<String> firstThatExists(String... pointers) {
        for (String pointer : pointers) {
            JsonNode node = document.at(pointer);
            if (!node.isMissingNode()) {
                return Optional.of(
                        node.has("$ref") ? node.get("$ref").asString().substring(1) : pointer);
            }
        }
        return Optional.empty();
    }

    /** The path of the contract that an address belongs to; one without parameters wins. */
    private String template(String path) {
        JsonNode paths = document.get("paths");
        return paths.has(path)
                ? path
                : paths.propertyNames().stream()
                        .filter(template -> path.matches(template.replaceAll("\\{\\w+}", "[^/]+")))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(path + " is not in the contract"));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
