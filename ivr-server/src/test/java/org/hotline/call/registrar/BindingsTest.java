package org.hotline.call.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BindingsTest {
    private static final InetSocketAddress SOURCE = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 5060);

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Bindings bindings = new Bindings(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    private Bindings.Result register(long cseq, Map<String, Duration> contacts) {
        return bindings.register(new Registration("ann", contacts, SOURCE, "udp", "call", cseq));
    }

    private Bindings.Result register(long cseq, String contact, int seconds) {
        return register(cseq, Map.of(contact, Duration.ofSeconds(seconds)));
    }

    private List<String> contacts() {
        return bindings.bindings("ann").stream().map(Binding::contact).sorted().toList();
    }

    @Test
    void aContactIsBoundRenewedAndRemoved() {
        assertThat(register(1, "sip:a", 60)).isEqualTo(Bindings.Result.DONE);
        now = now.plusSeconds(50);
        assertThat(register(2, "sip:a", 60)).isEqualTo(Bindings.Result.DONE);
        now = now.plusSeconds(50);
        assertThat(contacts()).containsExactly("sip:a");
        assertThat(register(3, "sip:a", 0)).isEqualTo(Bindings.Result.DONE);
        assertThat(contacts()).isEmpty();
    }

    @Test
    void aContactExpires() {
        List<Reachability> told = new ArrayList<>();
        bindings.onChange(told::add);
        register(1, "sip:a", 60);
        Instant began = now;
        now = now.plusSeconds(61);
        assertThat(contacts()).isEmpty();
        bindings.expire();
        assertThat(told).containsExactly(new Reachability("ann", 1, began), new Reachability("ann", 0, now));
        assertThat(bindings.of("ann")).contains(new Reachability("ann", 0, now));
    }

    @Test
    void anOldOneChangesNothingAtAll() {
        register(5, "sip:a", 60);
        Map<String, Duration> both = new LinkedHashMap<>();
        both.put("sip:b", Duration.ofSeconds(60));
        both.put("sip:a", Duration.ZERO);
        assertThat(register(5, both)).isEqualTo(Bindings.Result.OUT_OF_ORDER);
        assertThat(contacts()).containsExactly("sip:a");
        assertThat(register(6, both)).isEqualTo(Bindings.Result.DONE);
        assertThat(contacts()).containsExactly("sip:b");
    }

    @Test
    void anotherCallIdMayHaveALowerNumber() {
        register(5, "sip:a", 60);
        assertThat(bindings.register(new Registration(
                        "ann", Map.of("sip:a", Duration.ofSeconds(60)), SOURCE, "udp", "restarted", 1)))
                .isEqualTo(Bindings.Result.DONE);
    }

    @Test
    void onePhoneTooManyIsRefusedAndTheOthersStay() {
        for (int i = 0; i < Bindings.MOST_CONTACTS; i++) {
            register(i + 1, "sip:" + i, 60);
        }
        assertThat(register(9, "sip:9", 60)).isEqualTo(Bindings.Result.TOO_MANY);
        assertThat(contacts()).hasSize(Bindings.MOST_CONTACTS);
    }

    @Test
    void reachabilityIsToldOnceAChange() {
        List<Reachability> told = new ArrayList<>();
        bindings.onChange(told::add);
        register(1, "sip:a", 60);
        register(2, "sip:a", 60);
        register(3, "sip:b", 60);
        bindings.drop("ann", "sip:a");
        bindings.drop("ann", "sip:a");
        bindings.clear("ann");
        assertThat(told.stream().map(Reachability::contacts)).containsExactly(1, 2, 1, 0);
        assertThat(bindings.all()).hasSize(1);
        assertThat(bindings.bindings("nobody")).isEmpty();
        assertThat(bindings.of("nobody")).isEmpty();
    }
}
