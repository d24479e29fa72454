package org.hotline.conversation.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotline.conversation.turn.Spelling;
import org.hotline.speech.Piece;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts arguments where a query's {@code {parameter}} stands: escaped, so that a value stays one value. Pure. */
final class Filling {
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z0-9-]+)}");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, Piece> arguments;

    Filling(Map<String, Piece> arguments) {
        this.arguments = arguments;
    }

    /** In an address, percent-encoded. */
    String address(String template) {
        return filled(
                template,
                value -> URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    /** In a header; characters that end a header become blanks. */
    String header(String template) {
        return filled(template, value -> value.replaceAll("\\p{Cntrl}", " "));
    }

    /** In a JSON body: a string that is nothing but a parameter becomes the value, with counts and amounts as numbers. */
    String body(String template) {
        return JSON.writeValueAsString(filled(JSON.readTree(template)));
    }

    private JsonNode filled(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = NODES.objectNode();
            object.properties().forEach(entry -> copy.set(entry.getKey(), filled(entry.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode list) {
            ArrayNode copy = NODES.arrayNode();
            list.forEach(item -> copy.add(filled(item)));
            return copy;
        }
        return node.isString() ? text(node.stringValue()) : node;
    }

    private JsonNode text(String template) {
        Matcher whole = PARAMETER.matcher(template);
        Piece value = whole.matches() ? arguments.get(whole.group(1)) : null;
        return switch (value) {
            case Piece.Count count -> NODES.numberNode(count.value());
            case Piece.Amount amount -> NODES.numberNode(amount.minor());
            case null -> NODES.stringNode(filled(template, UnaryOperator.identity()));
            case Piece.Text ignored -> NODES.stringNode(Spelling.recorded(value));
            case Piece.Digits ignored -> NODES.stringNode(Spelling.recorded(value));
            case Piece.Date ignored -> NODES.stringNode(Spelling.recorded(value));
        };
    }

    private String filled(String template, UnaryOperator<String> escaped) {
        return PARAMETER.matcher(template).replaceAll(found -> {
            Piece value = arguments.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? found.group() : escaped.apply(Spelling.recorded(value)));
        });
    }
}
