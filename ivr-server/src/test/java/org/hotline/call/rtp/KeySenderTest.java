package org.hotline.call.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeySenderTest {
    private final KeySender sender = new KeySender();

    private record Sent(TelephoneEvent event, boolean marker, int timestamp) {}

    @Test
    void aKeyIsAMarkedBeginningUpdatesAndThreeEndsOfOneTimestamp() {
        sender.press('9', Duration.ofMillis(100));
        List<Sent> sent = ticks(20);
        assertThat(sent).hasSize(7);
        assertThat(sent).allMatch(each -> each.timestamp == 5000 && each.event.key() == '9');
        assertThat(sent).extracting(Sent::marker).containsExactly(true, false, false, false, false, false, false);
        assertThat(sent)
                .extracting(each -> each.event.end())
                .containsExactly(false, false, false, false, true, true, true);
        assertThat(sent).extracting(each -> each.event.duration()).containsExactly(160, 320, 480, 640, 800, 800, 800);
    }

    @Test
    void keysFollowOneAnotherWithAPause() {
        sender.press('1', Duration.ofMillis(40));
        sender.press('2', Duration.ofMillis(40));
        List<Sent> sent = ticks(30);
        assertThat(sent.stream().map(each -> each.event.key()).distinct().toList())
                .containsExactly('1', '2');
        assertThat(sent.get(4).timestamp - sent.get(0).timestamp).isEqualTo((4 + 3) * 160);
    }

    @Test
    void onlyKeysCanBePressed() {
        assertThatThrownBy(() -> sender.press('x', Duration.ofMillis(100)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<Sent> ticks(int count) {
        List<Sent> sent = new ArrayList<>();
        for (int tick = 0; tick < count; tick++) {
            if (sender.tick(5000 + tick * 160)) {
                ByteBuffer payload = ByteBuffer.allocate(4);
                sender.write(payload);
                sent.add(new Sent(
                        TelephoneEvent.parse(payload.array()).orElseThrow(), sender.isFirst(), sender.began()));
            }
        }
        return sent;
    }
}
