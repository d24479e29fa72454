package org.hotline.supervision.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The words of the pages: every one of them in both languages, none written into the code. */
class PageWordsTest {
    private static final Path WEB = Path.of("src/main/web");
    private static final Pattern USED = Pattern.compile("\\bt\\(\"([\\w.-]+)\"");
    private static final Pattern HOLE = Pattern.compile("\\{\\{\\w+}}");
    private static final Pattern TEMPLATE_HOLE = Pattern.compile("\\{\\w+}");
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern WORD = Pattern.compile("[A-Za-z']{2,}");
    private static final Pattern PROSE = Pattern.compile("(?<![=])>\\s*([A-Za-z]{2,}[A-Za-z ]*)\\s*</");

    private static Map<String, String> words(String language) {
        Map<String, String> words = new TreeMap<>();
        JsonNode groups = JsonMapper.shared().readTree(WEB.resolve("src/i18n/" + language + ".json"));
        groups.forEachEntry((group, entries) -> collect(group, entries, words));
        return words;
    }

    private static void collect(String name, JsonNode node, Map<String, String> words) {
        if (node.isObject()) {
            node.forEachEntry((inner, entry) -> collect(name + "." + inner, entry, words));
        } else {
            words.put(name, node.asString());
        }
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(WEB.resolve("src"))) {
            return files.filter(file -> file.toString().matches(".*\\.tsx?"))
                    .filter(file -> !file.toString().endsWith("schema.ts"))
                    .map(PageWordsTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        Map<String, String> english = words("en");
        Map<String, String> chinese = words("zh");
        assertThat(english).hasSizeGreaterThan(150);
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        assertThat(chinese).allSatisfy((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            assertThat(found(HOLE, text)).as(key).isEqualTo(found(HOLE, english.getOrDefault(key, "")));
        });
    }

    @Test
    void chineseIsChinese() {
        assertThat(words("zh").entrySet())
                .filteredOn(word -> word.getValue().codePoints().noneMatch(Character::isIdeographic))
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("app.name", "app.otherLanguage", "board.asterisk", "problem.other");
    }

    @Test
    void everyWordThatIsUsedExists() throws IOException {
        Map<String, String> english = words("en");
        List<String> used = sources().stream()
                .flatMap(source -> USED.matcher(source).results().map(match -> match.group(1)))
                .toList();
        assertThat(used)
                .hasSizeGreaterThan(100)
                .allSatisfy(key -> assertThat(english).containsKey(key));
    }

    @Test
    void noWordIsWrittenIntoThePages() throws IOException {
        for (String source : sources()) {
            assertThat(source.codePoints().anyMatch(Character::isIdeographic)).isFalse();
            assertThat(found(PROSE, source)).isEmpty();
        }
    }

    /** The words of the templates come from one room of the server's: who says it otherwise there finds its Chinese here. */
    @Test
    void everySentenceOfTheServerThatIsTranslatedIsSaidThereAndInChinese() throws IOException {
        List<String> said = serverSentences();
        JsonNode sentences = JsonMapper.shared().readTree(WEB.resolve("src/i18n/sentences.zh.json"));
        assertThat(sentences.size()).isGreaterThan(50);
        sentences.forEachEntry((english, chinese) -> {
            assertThat(chinese.asString().codePoints().anyMatch(Character::isIdeographic))
                    .as(english)
                    .isTrue();
            assertThat(found(TEMPLATE_HOLE, english)).as(english).containsAll(found(TEMPLATE_HOLE, chinese.asString()));
            List<String> words = found(WORD, english.replaceAll(TEMPLATE_HOLE.pattern(), " "));
            assertThat(said)
                    .as(english)
                    .anySatisfy(file -> assertThat(found(WORD, file)).containsAll(words));
        });
    }

    /** What stands in quotes, of each room that makes such sentences. */
    private static List<String> serverSentences() throws IOException {
        List<String> said = new ArrayList<>();
        for (String room : List.of("dialplan", "training", "speech", "supervision/web", "yaml")) {
            try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/hotline", room))) {
                said.add(files.filter(file -> file.toString().endsWith(".java"))
                        .map(PageWordsTest::read)
                        .map(source -> String.join(" ", found(LITERAL, source)))
                        .collect(Collectors.joining(" ")));
            }
        }
        return said;
    }

    @Test
    void theLockNamesNoRegistry() throws IOException {
        assertThat(Files.readString(WEB.resolve("package-lock.json"))).doesNotContain("\"resolved\"");
    }
}
