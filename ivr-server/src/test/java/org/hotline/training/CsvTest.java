package org.hotline.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void whatIsWrittenIsReadAgain() {
        String line = Csv.line("no, \"the other\" one", "", "你好，再见", "two\nlines");
        assertThat(line.lines()).hasSize(1);
        assertThat(Csv.fields(line)).containsExactly("no, \"the other\" one", "", "你好，再见", "two lines");
    }

    @Test
    void aWrongQuoteIsNamed() {
        assertThatThrownBy(() -> Csv.fields("\"where is my parcel,parcel-late,en"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("where is my parcel");
    }
}
