package org.hotline.dialplan;

import java.nio.file.Path;
import org.hotline.conversation.plan.Dialplan;
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
        return document.at(path);
    }
}
