package org.hotline.bench.locate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hotline.speech.Language;
import org.hotline.understanding.Example;
import org.hotline.understanding.Utterances;
import org.hotline.yaml.YamlValue;

/**
 * What callers say, by issue, that no classifier was taught.
 *
 * @param byIssue issues without a wording are missing
 */
record Wordings(Map<String, List<String>> byIssue) {
    /** The issue of those who want a person. */
    static final String PERSON = "human";

    private static final String SHOP = "/callers/shop-wordings.yaml";
    private static final String FOREIGN = "/callers/foreign-wordings.yaml";

    /** The sample shop's, written apart from its tree. */
    static Wordings ofTheShop(Language language) throws IOException {
        return read(SHOP, language);
    }

    /** Of people who have dialled a wrong number, by what they need. */
    static Wordings foreign(Language language) throws IOException {
        return read(FOREIGN, language);
    }

    private static Wordings read(String name, Language language) throws IOException {
        try (InputStream file = Objects.requireNonNull(Wordings.class.getResourceAsStream(name), name)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            Map<String, List<String>> byIssue = new LinkedHashMap<>();
            if (YamlValue.read(text, Path.of(name)) instanceof YamlValue.Mapping issues) {
                issues.entries().forEach((issue, wordings) -> byIssue.put(issue, texts(wordings, language)));
            }
            byIssue.values().removeIf(List::isEmpty);
            return new Wordings(byIssue);
        } catch (YamlValue.Unreadable wrong) {
            throw new IOException(wrong);
        }
    }

    /** What is left if nothing may be said that is taught. */
    Wordings without(Language language, List<Example> taught) {
        Set<String> known = taught.stream()
                .map(example -> Utterances.normalised(language, example.text()))
                .collect(Collectors.toSet());
        Map<String, List<String>> left = new LinkedHashMap<>();
        byIssue.forEach((issue, wordings) -> left.put(
                issue,
                wordings.stream()
                        .filter(wording -> !known.contains(Utterances.normalised(language, wording)))
                        .toList()));
        left.values().removeIf(List::isEmpty);
        return new Wordings(left);
    }

    private static List<String> texts(YamlValue wordings, Language language) {
        return wordings instanceof YamlValue.Mapping mapping
                        && mapping.entries().get(language.tag()) instanceof YamlValue.Sequence list
                ? list.items().stream()
                        .map(item -> item instanceof YamlValue.Scalar scalar ? scalar.text() : "")
                        .filter(text -> !text.isEmpty())
                        .toList()
                : List.of();
    }
}
