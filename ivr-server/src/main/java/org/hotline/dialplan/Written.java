package org.hotline.dialplan;

import java.nio.file.Path;
import java.util.Objects;
import org.hotline.conversation.Dialplan;
import org.hotline.yaml.Place;
import org.hotline.yaml.YamlValue;

/**
 * A plan and the document it stands in, so that what is wrong with it can be shown.
 *
 * @param plan what it says
 * @param folder where it lies
 * @param document the dialplan's YAML
 */
public record Written(Dialplan plan, Path folder, YamlValue document) {
    /** Where something stands: the place of the deepest of {@code path} that is there. */
    Place at(String... path) {
        Place place = document.place();
        YamlValue value = document;
        for (String name : path) {
            if (!(value instanceof YamlValue.Mapping mapping)
                    || !mapping.entries().containsKey(name)) {
                return place;
            }
            place = Objects.requireNonNull(mapping.keys().get(name));
            value = Objects.requireNonNull(mapping.entries().get(name));
        }
        return place;
    }
}
