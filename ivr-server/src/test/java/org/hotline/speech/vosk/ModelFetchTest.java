package org.hotline.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.hotline.speech.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFetchTest {
    @TempDir
    private Path folder = Path.of("");

    private ModelServer server;
    private byte[] zip = {};

    @BeforeEach
    void serve() throws IOException {
        zip = ModelServer.zip(Map.of("m/am/final.mdl", "a model".repeat(1000), "m/README", "made for tests"));
        server = new ModelServer(zip);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aModelIsFetchedCheckedAndUnpacked() throws Exception {
        List<Long> heard = new ArrayList<>();
        fetch(model(Optional.of(sum(zip))), heard);
        assertThat(folder.resolve("m/am/final.mdl")).hasContent("a model".repeat(1000));
        assertThat(heard.getLast()).isEqualTo(zip.length);
        assertThat(folder.resolve("m.zip.part")).doesNotExist();
        assertThat(folder.resolve("pinned.sha256")).doesNotExist();
        assertThat(ModelArchive.differences(folder.resolve("m"))).isEmpty();
    }

    @Test
    void aBrokenFetchGoesOnWhereItStopped() throws Exception {
        server.breakAfter(100);
        assertThatThrownBy(() -> fetch(model(Optional.of(sum(zip))), new ArrayList<>()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("broke after 100 bytes")
                .hasMessageContaining("goes on from there");
        fetch(model(Optional.of(sum(zip))), new ArrayList<>());
        assertThat(server.ranges()).containsExactly("", "bytes=100-");
        assertThat(folder.resolve("m/README")).hasContent("made for tests");
    }

    @Test
    void aFetchThatWasWholeIsNotFetchedAgain() throws Exception {
        Files.write(folder.resolve("m.zip.part"), zip);
        fetch(model(Optional.of(sum(zip))), new ArrayList<>());
        assertThat(folder.resolve("m/README")).exists();
    }

    @Test
    void somethingElseIsDeletedAndSaid() throws Exception {
        String expected = sum(zip);
        zip[zip.length / 2] ^= 1;
        assertThatThrownBy(() -> fetch(model(Optional.of(expected)), new ArrayList<>()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not what it should be")
                .hasMessageContaining(expected);
        assertThat(folder.resolve("m.zip.part")).doesNotExist();
        assertThat(folder.resolve("m")).doesNotExist();
    }

    @Test
    void anUnknownSumIsPinnedAtTheFirstFetch() throws Exception {
        fetch(model(Optional.empty()), new ArrayList<>());
        assertThat(folder.resolve("pinned.sha256")).hasContent(sum(zip) + "  m.zip");
        server.serve(ModelServer.zip(Map.of("m/am/final.mdl", "another model")));
        assertThatThrownBy(() -> fetch(model(Optional.empty()), new ArrayList<>()))
                .hasMessageContaining("is not what it should be");
        assertThat(folder.resolve("m/README")).as("the old one stays").exists();
    }

    @Test
    void aZipBroughtByHandNeedsNoNetwork() throws Exception {
        server.close();
        Files.write(folder.resolve("m.zip"), zip);
        fetch(model(Optional.of(sum(zip))), new ArrayList<>());
        assertThat(folder.resolve("m/README")).exists();
    }

    @Test
    void offlineIsSaidWithWhatToDo() {
        server.close();
        assertThatThrownBy(() -> fetch(model(Optional.empty()), new ArrayList<>()))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(
                        "cannot reach 127.0.0.1", "is this machine online", "--mirror", "put m.zip into");
    }

    @Test
    void aWrongAddressIsSaid() {
        SpeechModel lost = new SpeechModel(
                "m",
                Language.ENGLISH,
                SpeechModel.Size.SMALL,
                Optional.of(server.address().resolve("/lost.zip")),
                OptionalLong.empty(),
                Optional.empty(),
                "X");
        assertThatThrownBy(() -> fetch(lost, new ArrayList<>())).hasMessageContaining("answers 404");
    }

    @Test
    void aMirrorStandsInForTheServer() throws Exception {
        SpeechModel official = new SpeechModel(
                "m",
                Language.ENGLISH,
                SpeechModel.Size.SMALL,
                Optional.of(URI.create("https://models.invalid/vosk/models/m.zip")),
                OptionalLong.empty(),
                Optional.of(sum(zip)),
                "X");
        new ModelFetch(folder, Optional.of(server.address())).fetch(official, (bytes, total) -> {});
        assertThat(folder.resolve("m/README")).exists();
    }

    @Test
    void aZipThatReachesOutsideIsRefused() throws Exception {
        for (String name : List.of("m/../../evil", "evil", "/../evil", "m/../../m-evil/x")) {
            server.serve(ModelServer.zip(Map.of(name, "evil")));
            assertThatThrownBy(() -> fetch(model(Optional.empty()), new ArrayList<>()))
                    .as(name)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("outside its folder");
            Files.deleteIfExists(folder.resolve("m.zip.part"));
        }
        assertThat(folder.resolveSibling("evil")).doesNotExist();
    }

    @Test
    void changedAndMissingFilesAreFound() throws Exception {
        fetch(model(Optional.empty()), new ArrayList<>());
        Files.writeString(folder.resolve("m/am/final.mdl"), "tampered with");
        Files.delete(folder.resolve("m/README"));
        assertThat(ModelArchive.differences(folder.resolve("m")))
                .containsExactly("README is missing", "am/final.mdl is not what it was");
    }

    private void fetch(SpeechModel model, List<Long> heard) throws Exception {
        new ModelFetch(folder, Optional.empty()).fetch(model, (bytes, total) -> heard.add(bytes));
    }

    private SpeechModel model(Optional<String> sum) {
        return new SpeechModel(
                "m",
                Language.ENGLISH,
                SpeechModel.Size.SMALL,
                Optional.of(server.address().resolve("/m.zip")),
                OptionalLong.empty(),
                sum,
                "X");
    }

    private String sum(byte[] bytes) throws IOException {
        Path file = Files.createTempFile(folder, "sum", "");
        Files.write(file, bytes);
        String sum = Sha256.of(file);
        Files.delete(file);
        return sum;
    }
}
