package org.hotline.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.hotline.audio.Frame;
import org.hotline.audio.Tone;
import org.hotline.call.CallEnded;
import org.hotline.call.FakeCall;
import org.junit.jupiter.api.Test;

/** Who hears a supervisor. */
class SupervisionTest {
    private static final Frame LOUD =
            Tone.sine(700, 8_000, Duration.ofMillis(20), 8_000).frames().getFirst();
    private static final Frame SILENCE = Frame.silence(8_000);

    private static Supervision spoken(boolean toBoth) {
        Supervision supervision = new Supervision(8_000, toBoth);
        FakeCall phone = new FakeCall()
                .sounds(Tone.sine(700, 8_000, Duration.ofMillis(60), 8_000))
                .hangsUp();
        try {
            supervision.serve(phone, () -> false);
        } catch (CallEnded hungUp) {
            // said all
        }
        return supervision;
    }

    @Test
    void aWhisperIsHeardByTheAgentAlone() {
        Supervision whisper = spoken(false);
        assertThat(whisper.beside(Party.CALLED, SILENCE).rms()).isGreaterThan(1_000);
        assertThat(whisper.beside(Party.CALLER, SILENCE)).isSameAs(SILENCE);
    }

    @Test
    void whoJoinsIsHeardByBoth() {
        Supervision join = spoken(true);
        assertThat(join.beside(Party.CALLED, SILENCE).rms()).isGreaterThan(1_000);
        assertThat(join.beside(Party.CALLER, SILENCE).rms()).isGreaterThan(1_000);
    }

    @Test
    void bothSidesAreHeardTogether() {
        Supervision supervision = new Supervision(8_000, false);
        supervision.hear(Party.CALLER, LOUD);
        supervision.hear(Party.CALLED, LOUD);
        FakeCall phone = new FakeCall().waits(Duration.ofMillis(20)).hangsUp();
        try {
            supervision.serve(phone, () -> false);
        } catch (CallEnded hungUp) {
            // heard all
        }
        List<Frame> heard = phone.said();
        assertThat(heard.getFirst().rms()).isGreaterThan(1.9 * LOUD.rms());
        assertThat(Frame.of(new short[160], 8_000).with(LOUD)).isEqualTo(LOUD);
    }
}
