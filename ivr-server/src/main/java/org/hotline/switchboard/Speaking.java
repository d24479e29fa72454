package org.hotline.switchboard;

import java.util.List;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;
import org.hotline.conversation.turn.Prompt;
import org.hotline.speech.Language;
import org.hotline.speech.Synthesizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A prompt's sound for those moments in which silence is better than a fault. */
final class Speaking {
    private static final Logger LOG = LoggerFactory.getLogger(Speaking.class);

    private Speaking() {}

    /** The sound, or nothing if it cannot be spoken. May take its time: not between two frames. */
    static List<Frame> frames(Synthesizer synthesizer, Language language, Prompt prompt, int rate) {
        if (prompt.isSilent()) {
            return List.of();
        }
        try {
            return synthesizer
                    .speak(language, prompt.pieces(), rate)
                    .map(Pcm::frames)
                    .orElse(List.of());
        } catch (RuntimeException fault) {
            LOG.warn("An announcement cannot be spoken", fault);
            return List.of();
        }
    }
}
