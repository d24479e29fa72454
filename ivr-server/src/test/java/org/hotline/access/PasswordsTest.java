package org.hotline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void onlyTheRightPasswordMatches() throws Exception {
        String hash = passwords.hash("秘密 and long");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("秘密 and long", Optional.of(hash))).isTrue();
        assertThat(passwords.matches("秘密 and lonG", Optional.of(hash))).isFalse();
        assertThat(passwords.matches("秘密 and long", Optional.empty())).isFalse();
    }

    @Test
    void theSamePasswordIsHashedWithAFreshSalt() throws Exception {
        assertThat(passwords.hash("x")).isNotEqualTo(passwords.hash("x"));
    }

    @Test
    void generatedPasswordsAreLongAndDiffer() {
        assertThat(passwords.generate()).hasSize(23).isNotEqualTo(passwords.generate());
    }
}
