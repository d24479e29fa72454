package org.hotline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hotline.understanding.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledTextsTest {
    @TempDir
    private Path folder = Path.of("");

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("texts.csv"), content);
    }

    @Test
    void readsWhatSpreadsheetsWrite() throws IOException {
        Path file = file(String.join(
                "\r\n",
                "\uFEFFtext,label",
                "where is my card,card",
                "\"no, \"\"that\"\" one",
                "please\",other",
                "",
                "tell me a joke, oos",
                "last line without an end,card"));
        assertThat(LabelledTexts.read(file))
                .containsExactly(
                        new Example("where is my card", "card"),
                        new Example("no, \"that\" one\r\nplease", "other"),
                        new Example("tell me a joke", Example.OUT_OF_SCOPE),
                        new Example("last line without an end", "card"));
    }

    @Test
    void saysWhereAFileIsWrong() throws IOException {
        assertThatThrownBy(() -> LabelledTexts.read(file("text,label\na,x\n\"b\nb\",x\nc, d,x\n")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("texts.csv:5: 3 columns")
                .hasMessageContaining("double quotes");
        assertThatThrownBy(() -> LabelledTexts.read(file("text,label\na,x\nb\n")))
                .hasMessageContaining("texts.csv:3: 1 columns");
        assertThatThrownBy(() -> LabelledTexts.read(file("text,label\na,x\nb,\n")))
                .hasMessageContaining("texts.csv:3: the label is empty");
        assertThatThrownBy(() -> LabelledTexts.read(file("text,label\na,x\n\"b,x\nc,x\n")))
                .hasMessageContaining("texts.csv:3: a quote is wrong");
        assertThatThrownBy(() -> LabelledTexts.read(file("text,label\n"))).hasMessageContaining("no rows");
        assertThatThrownBy(() -> LabelledTexts.read(folder.resolve("none.csv"))).hasMessageContaining("no such file");
        Path latin = Files.write(
                folder.resolve("latin.csv"), "text,label\nf\u00fcr,x\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> LabelledTexts.read(latin)).hasMessageContaining("not UTF-8");
    }
}
