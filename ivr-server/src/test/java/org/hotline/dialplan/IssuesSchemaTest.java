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

/** The schema that editors use for trees of issues says what the reader says. */
class IssuesSchemaTest {
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Plans.folder().resolve("issues.schema.json")));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Test
    void theSampleTreeFits() throws Exception {
        assertThat(errors(Plans.folder().resolve("shop"))).isEmpty();
    }

    /** What the reader cannot read is of a wrong shape; what only the check complains about is a mistake of meaning. */
    @TestFactory
    Stream<DynamicTest> refusesWhatTheReaderRefuses() throws IOException, URISyntaxException {
        return IssueCheckTest.wrongTrees().stream()
                .map(folder -> DynamicTest.dynamicTest(
                        String.valueOf(folder.getFileName()),
                        () -> assertThat(errors(folder).isEmpty())
                                .isEqualTo(IssuesReader.read(folder) instanceof IssuesReader.Reading.Read)));
    }

    @Test
    void knowsTheSameEntriesAsTheReader() {
        assertThat(properties(SCHEMA.getSchemaNode())).containsExactlyInAnyOrderElementsOf(IssuesForm.ENTRIES);
        assertThat(properties(part("group"))).containsExactlyInAnyOrderElementsOf(IssuesForm.GROUP);
        assertThat(properties(part("facet"))).containsExactlyInAnyOrderElementsOf(IssuesForm.FACET);
        assertThat(properties(part("choice"))).containsExactlyInAnyOrderElementsOf(IssuesForm.CHOICE);
        assertThat(properties(part("clue"))).containsExactlyInAnyOrderElementsOf(ClueForm.ENTRIES);
        JsonNode holds = part("clue").get("properties").get("holds").get("oneOf");
        assertThat(properties(holds.get(0))).containsExactlyInAnyOrderElementsOf(ClueForm.BY_CLOCK);
        assertThat(properties(holds.get(1))).containsExactlyInAnyOrderElementsOf(ClueForm.BY_EARLIER_CALL);
        assertThat(properties(part("issue"))).containsExactlyInAnyOrderElementsOf(IssueForm.ENTRIES);
        assertThat(part("issue")
                        .get("properties")
                        .get("trust")
                        .get("enum")
                        .valueStream()
                        .map(JsonNode::stringValue))
                .containsExactlyElementsOf(IssueForm.trusts());
    }

    private static JsonNode part(String name) {
        return SCHEMA.getSchemaNode().get("$defs").get(name);
    }

    private static Set<String> properties(JsonNode part) {
        return Set.copyOf(part.get("properties").propertyNames());
    }

    private static List<Error> errors(Path folder) throws Exception {
        Path file = folder.resolve(IssuesReader.FILE);
        return SCHEMA.validate(DialplanSchemaTest.json(YamlValue.read(Files.readString(file), file)));
    }
}
