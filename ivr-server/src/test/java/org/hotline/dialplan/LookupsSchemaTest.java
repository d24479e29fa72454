package org.hotline.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.hotline.yaml.YamlValue;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The schema that editors use for lookups says what the reader says. */
class LookupsSchemaTest {
    private static final Schema SCHEMA = schema();
    private static final Pattern EXAMPLE =
            Pattern.compile("```yaml\\n(lookups:.*?|  parcel-trace:.*?)```", Pattern.DOTALL);

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Plans.folder().resolve("lookups.schema.json")));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Test
    void theSampleLookupsFit() throws Exception {
        List<Path> files = new ArrayList<>();
        for (Path folder : Plans.all()) {
            files.add(folder.resolve("lookups.yaml"));
        }
        files.removeIf(Files::notExists);
        assertThat(files).hasSizeGreaterThanOrEqualTo(2);
        for (Path file : files) {
            assertThat(errors(Files.readString(file))).as(file.toString()).isEmpty();
        }
    }

    @Test
    void theExamplesOfTheManualFit() throws Exception {
        List<String> examples = EXAMPLE.matcher(Files.readString(Plans.folder().resolve("README.md")))
                .results()
                .map(example -> example.group(1))
                .toList();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(2);
        for (String example : examples) {
            String whole = example.startsWith("lookups:") ? example : "lookups:\n" + example;
            assertThat(errors(whole)).as(whole).isEmpty();
        }
    }

    @Test
    void refusesWhatIsOfAWrongShape() throws Exception {
        assertThat(errors("lookups: { a: { parameters: [b] } }")).isNotEmpty();
        assertThat(errors("lookups: { a: { sql: \"select 1\", colour: red } }")).isNotEmpty();
        assertThat(errors("lookups: { a: { sql: \"select 1\", once-per: [b] } }"))
                .isNotEmpty();
        assertThat(errors("lookups: { a: { action: true, sql: \"insert\", outcome: b } }"))
                .isNotEmpty();
        assertThat(errors("lookups: { a: { http: { address: \"https://b\", access: { api-key: s3cret } } } }"))
                .isNotEmpty();
        assertThat(errors("lookups: { a: { sql: \"select 1\", score: { start: 1 } } }"))
                .isNotEmpty();
    }

    @Test
    void refusesTheWrongPlansWhoseMistakeIsOne() throws Exception {
        for (Path folder : DialplanCheckTest.wrongPlans()) {
            Path file = folder.resolve("lookups.yaml");
            if (Files.exists(file)) {
                boolean refused =
                        Set.of("careless-action", "careless-service").contains(String.valueOf(folder.getFileName()));
                assertThat(errors(Files.readString(file)).isEmpty())
                        .as(folder.toString())
                        .isEqualTo(!refused);
            }
        }
    }

    @Test
    void knowsTheSameEntriesAsTheReader() {
        assertThat(properties("lookup")).isEqualTo(LookupsForm.ENTRIES);
        assertThat(properties("http")).isEqualTo(HttpForm.ENTRIES);
        assertThat(properties("access")).isEqualTo(AccessForm.ENTRIES);
        assertThat(properties("pays")).isEqualTo(ActionForm.PAYS);
        assertThat(properties("score")).isEqualTo(ScoreForm.ENTRIES);
        assertThat(properties("weight")).isEqualTo(ScoreForm.WEIGHT);
    }

    private static Set<String> properties(String part) {
        JsonNode entries = SCHEMA.getSchemaNode().get("$defs").get(part).get("properties");
        return Set.copyOf(entries.propertyNames());
    }

    private static List<Error> errors(String text) throws Exception {
        return SCHEMA.validate(DialplanSchemaTest.json(YamlValue.read(text, Path.of("lookups.yaml"))));
    }
}
