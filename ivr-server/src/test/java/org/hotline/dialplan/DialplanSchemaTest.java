package org.hotline.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hotline.yaml.YamlValue;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The schema that editors use says what the reader says. */
class DialplanSchemaTest {
    private static final Schema SCHEMA = schema();

    /** Mistakes of meaning, not of shape: a schema cannot see them. */
    private static final Set<String> MEANING = Set.of(
            "careless-action",
            "careless-service",
            "few-examples",
            "intent-without-route",
            "key-without-intent",
            "loop-without-give-up",
            "name-and-numbers",
            "no-name-to-read-back",
            "operator-unknown",
            "slot-before-collected",
            "unknown-column-kind",
            "unknown-lookup",
            "unknown-target",
            "unquoted-prose",
            "unreachable-step",
            "writing-sql");

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Plans.folder().resolve("dialplan.schema.json")));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Test
    void theSamplePlansFit() throws Exception {
        for (Path folder : Plans.all()) {
            assertThat(errors(folder)).as(folder.toString()).isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> refusesPlansOfAWrongShape() throws IOException, URISyntaxException {
        return DialplanCheckTest.wrongPlans().stream().map(folder -> {
            String name = String.valueOf(folder.getFileName());
            return DynamicTest.dynamicTest(
                    name, () -> assertThat(errors(folder).isEmpty()).isEqualTo(MEANING.contains(name)));
        });
    }

    @Test
    void knowsTheSameVerbsAsTheReader() {
        JsonNode defs = SCHEMA.getSchemaNode().get("$defs");
        StepForm.VERBS.forEach((verb, entries) -> {
            assertThat(defs.has(verb)).as(verb).isTrue();
            assertThat(defs.get(verb).get("properties").propertyNames())
                    .as(verb)
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(Stream.of(verb), entries.stream()).toList());
        });
    }

    private static List<Error> errors(Path folder) throws Exception {
        Path file = folder.resolve("dialplan.yaml");
        return SCHEMA.validate(json(YamlValue.read(Files.readString(file), file)));
    }

    /** As an editor sees it: what is not in quotes may be a number or true or false. */
    static JsonNode json(YamlValue value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (value) {
            case YamlValue.Scalar scalar -> scalar.quoted() ? nodes.stringNode(scalar.text()) : plain(scalar.text());
            case YamlValue.Sequence sequence -> {
                ArrayNode array = nodes.arrayNode();
                sequence.items().forEach(item -> array.add(json(item)));
                yield array;
            }
            case YamlValue.Mapping mapping -> {
                ObjectNode object = nodes.objectNode();
                mapping.entries().forEach((name, entry) -> object.set(name, json(entry)));
                yield object;
            }
        };
    }

    private static JsonNode plain(String text) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (Set.of("true", "false").contains(text)) {
            return nodes.booleanNode(Boolean.parseBoolean(text));
        } else if (text.matches("-?[0-9]{1,9}")) {
            return nodes.numberNode(Integer.parseInt(text));
        }
        return text.matches("-?[0-9]*\\.[0-9]+") ? nodes.numberNode(Double.parseDouble(text)) : nodes.stringNode(text);
    }
}
