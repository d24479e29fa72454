package org.hotline.history.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Fields as programs read them. */
class JdbcFieldLogsTest {
    @Test
    void fieldsAreQuotedAndFormulasAreText() {
        assertThat(JdbcFieldLogs.field("+441632960961")).isEqualTo("+441632960961");
        assertThat(JdbcFieldLogs.field("-1+cmd")).isEqualTo("'-1+cmd");
        assertThat(JdbcFieldLogs.field("a \"b\", c")).isEqualTo("\"a \"\"b\"\", c\"");
    }
}
