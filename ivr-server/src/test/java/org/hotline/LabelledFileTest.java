package org.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.hotline.speech.Language;
import org.hotline.training.Label;
import org.hotline.training.Labelled;
import org.hotline.training.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledFileTest {
    private static final Set<String> ISSUES = Set.of("parcel-lost", "parcel-late");

    @TempDir
    private Path folder = Path.of("");

    private List<Labelled> read(String... lines) throws IOException {
        return LabelledFile.read(Files.writeString(folder.resolve("said.csv"), String.join("\r\n", lines)), ISSUES);
    }

    @Test
    void readsWhatSpreadsheetsWrite() throws IOException {
        assertThat(read("\uFEFFtext,label", "\"hello, \"\"you\"\" there\", oos", "", "我的包裹丢了,parcel-lost"))
                .containsExactly(
                        new Labelled("hello, \"you\" there", Label.None.NOISE, Language.ENGLISH),
                        new Labelled("我的包裹丢了", new Label.About("parcel-lost"), Language.MANDARIN));
    }

    @Test
    void namesEachLineThatIsWrong() {
        assertThatThrownBy(() -> read(
                        "text,label",
                        "\"where",
                        "is it\",parcel-late",
                        "it is lost,parcel-lozt",
                        "well, it is lost,parcel-lost",
                        "it is lost",
                        "it is lost,",
                        "it is lost,shoes"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("said.csv:4: there is no issue \"parcel-lozt\" (did you mean \"parcel-lost\"?)")
                .hasMessageContaining("said.csv:5: 3 columns instead of two (write text,label; a text with a comma")
                .hasMessageContaining("said.csv:6: 1 column instead of two")
                .hasMessageContaining("said.csv:7: the label is empty")
                .hasMessageContaining(
                        "said.csv:8: there is no issue \"shoes\" (write an issue's name as in issues.yaml, or oos")
                .satisfies(wrong -> assertThat(wrong).message().doesNotContain("said.csv:3"));
        assertThatThrownBy(() -> read("text,label", "it is lost,parcel-lost", "\"it is late,parcel-late"))
                .hasMessageContaining("said.csv:3: a quote is wrong here");
    }

    @Test
    void aFileThatIsNoSuchFileIsExplained() throws IOException {
        assertThatThrownBy(() -> read("it is lost,parcel-lost"))
                .hasMessageContaining(
                        "said.csv:1: a sentence stands where the heading should (put the line text,label");
        assertThatThrownBy(() -> LabelledFile.read(folder.resolve("none.csv"), ISSUES))
                .hasMessageContaining("none.csv, or it cannot be read");
        Path latin = Files.write(
                folder.resolve("latin.csv"), "text,label\nf\u00fcr,x\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> LabelledFile.read(latin, ISSUES)).hasMessageContaining("latin.csv is not UTF-8");
    }
}
