package org.hotline.dialplan;

import java.util.regex.Pattern;
import org.hotline.yaml.YamlValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** YAML written as JSON. What is not in quotes and looks like a number, true, false or null is one. */
final class JsonText {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");

    private JsonText() {}

    static String of(YamlValue value) {
        return node(value).toString();
    }

    private static JsonNode node(YamlValue value) {
        return switch (value) {
            case YamlValue.Mapping mapping -> {
                ObjectNode object = NODES.objectNode();
                mapping.entries().forEach((name, entry) -> object.set(name, node(entry)));
                yield object;
            }
            case YamlValue.Sequence list -> {
                ArrayNode array = NODES.arrayNode();
                list.items().forEach(item -> array.add(node(item)));
                yield array;
            }
            case YamlValue.Scalar scalar -> scalar.quoted() ? NODES.stringNode(scalar.text()) : plain(scalar.text());
        };
    }

    private static JsonNode plain(String text) {
        return switch (text) {
            case "true" -> NODES.booleanNode(true);
            case "false" -> NODES.booleanNode(false);
            case "null" -> NODES.nullNode();
            default -> NUMBER.matcher(text).matches() ? NODES.numberNode(Long.parseLong(text)) : NODES.stringNode(text);
        };
    }
}
