package org.hotline.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordReaderTest {
    /** A house to configure. */
    public record House(
            int port, Duration mediaTimeout, Optional<String> name, Garden garden, Map<String, Garden> others) {
        public House {
            if (port > 65_535) {
                throw new IllegalArgumentException("a port is at most 65535, not " + port);
            }
        }
    }

    /** A part of it. */
    public record Garden(List<String> trees, boolean open, Size size) {
        /** A garden with nothing in it. */
        public static Garden blank() {
            return new Garden(List.of(), false, Size.SMALL);
        }
    }

    /** How big. */
    public enum Size {
        SMALL,
        VERY_BIG
    }

    private static final House DEFAULT = new House(
            5060, Duration.ofSeconds(30), Optional.empty(), new Garden(List.of("oak"), true, Size.SMALL), Map.of());

    private final RecordReader reader = new RecordReader();

    @Test
    void whatIsAbsentKeepsItsDefault() throws Exception {
        assertThat(read("")).isEqualTo(DEFAULT);
        assertThat(reader.complaints()).isEmpty();
    }

    @Test
    void whatIsWrittenCounts() throws Exception {
        House house = read("""
                port: 5080
                media-timeout: 500ms
                name: "Kontor"
                garden: {trees: [ash, yew], size: very-big}
                others: {back: {open: true}}
                """);
        assertThat(house)
                .isEqualTo(new House(
                        5080,
                        Duration.ofMillis(500),
                        Optional.of("Kontor"),
                        new Garden(List.of("ash", "yew"), true, Size.VERY_BIG),
                        Map.of("back", new Garden(List.of(), true, Size.SMALL))));
        assertThat(reader.complaints()).isEmpty();
    }

    @Test
    void everyMistakeIsNamedWithItsLineAndASuggestion() throws Exception {
        House house = read("""
                prot: 5080
                media-timeout: soon
                garden:
                  size: huge
                  trees: oak
                """);
        assertThat(house).isEqualTo(DEFAULT);
        assertThat(reader.complaints().stream().map(Complaint::toString))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("h.yaml:1: there is no setting \"prot\"")
                                .contains("\"port\" perhaps"),
                        second -> assertThat(second).startsWith("h.yaml:2: \"soon\" is not a length of time"),
                        third -> assertThat(third).startsWith("h.yaml:5: here must be a list"),
                        fourth -> assertThat(fourth).startsWith("h.yaml:4: \"huge\" is not one of small, very-big"));
    }

    @Test
    void whatTheRecordRefusesIsAComplaintToo() throws Exception {
        read("port: 70000");
        assertThat(reader.complaints()).singleElement().asString().contains("a port is at most 65535");
    }

    @Test
    void whatIsNoYamlIsSaidWithItsLine() {
        assertThatThrownBy(() -> read("port: 1\nname: \"open\n"))
                .isInstanceOf(YamlValue.Unreadable.class)
                .hasMessageStartingWith("h.yaml:3:");
        assertThatThrownBy(() -> read("port: 1\nport: 2\n")).isInstanceOf(YamlValue.Unreadable.class);
    }

    private House read(String text) throws YamlValue.Unreadable {
        return reader.read(YamlValue.read(text, Path.of("h.yaml")), DEFAULT);
    }
}
