package org.hotline.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One value of a YAML 1.2 document, with its place. */
public sealed interface YamlValue {
    Place place();

    /** Where something stands: the place of the deepest name of {@code path} that is there. */
    default Place at(String... path) {
        Place place = place();
        YamlValue value = this;
        for (String name : path) {
            if (!(value instanceof Mapping mapping) || !mapping.entries().containsKey(name)) {
                return place;
            }
            place = Objects.requireNonNull(mapping.keys().get(name));
            value = Objects.requireNonNull(mapping.entries().get(name));
        }
        return place;
    }

    /**
     * A word, number or text; always kept as written.
     *
     * @param quoted whether it stood in quotes, where no character has a meaning of its own
     */
    record Scalar(Place place, String text, boolean quoted) implements YamlValue {}

    /** A list. */
    record Sequence(Place place, List<YamlValue> items) implements YamlValue {}

    /** Names and values in the order written; {@code keys} are the places of the names. */
    record Mapping(Place place, Map<String, YamlValue> entries, Map<String, Place> keys) implements YamlValue {}

    /** What a reader found instead of a document. */
    final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Complaint complaint;

        Unreadable(Complaint complaint) {
            super(complaint.toString());
            this.complaint = complaint;
        }

        public Complaint complaint() {
            return complaint;
        }
    }

    /**
     * Reads one document.
     *
     * @param text the YAML; an empty document is an empty mapping
     * @param file what to call it in complaints
     * @throws Unreadable if it is not YAML, has an alias, or names a key twice
     */
    static YamlValue read(String text, Path file) throws Unreadable {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file.toString())
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(0)
                .build();
        try {
            Optional<Node> document = new Compose(settings).composeString(text);
            return document.isPresent()
                    ? convert(document.get(), file.toString())
                    : new Mapping(new Place(file.toString(), 1), Map.of(), Map.of());
        } catch (MarkedYamlEngineException wrong) {
            int line = wrong.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new Unreadable(new Complaint(
                    new Place(file.toString(), line),
                    "this is not readable as YAML: " + wrong.getProblem(),
                    "put all prose in double quotes"));
        }
    }

    private static YamlValue convert(Node node, String file) throws Unreadable {
        Place place = placeOf(node, file);
        return switch (node) {
            case ScalarNode scalar ->
                new Scalar(place, scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN);
            case SequenceNode sequence -> {
                List<YamlValue> items = new ArrayList<>();
                for (Node item : sequence.getValue()) {
                    items.add(convert(item, file));
                }
                yield new Sequence(place, items);
            }
            case MappingNode mapping -> {
                Map<String, YamlValue> entries = new LinkedHashMap<>();
                Map<String, Place> keys = new LinkedHashMap<>();
                for (var entry : mapping.getValue()) {
                    String key = entry.getKeyNode() instanceof ScalarNode name
                            ? name.getValue()
                            : entry.getKeyNode().toString();
                    Place here = placeOf(entry.getKeyNode(), file);
                    Place before = keys.put(key, here);
                    if (before != null) {
                        throw new Unreadable(new Complaint(
                                here, "\"" + key + "\" stands here twice", "the first is on line " + before.line()));
                    }
                    entries.put(key, convert(entry.getValueNode(), file));
                }
                yield new Mapping(place, entries, keys);
            }
            default -> throw new IllegalStateException("alias nodes are resolved by the composer");
        };
    }

    private static Place placeOf(Node node, String file) {
        return new Place(
                file, node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
    }
}
