package org.hotline.workbench;

import org.hotline.speech.Synthesizer;
import org.hotline.speech.espeak.EspeakSynthesizer;

/** The voices of people who are not there. */
final class Voices {
    private Voices() {}

    /** Callers: other voices than the hotline's own. */
    static Synthesizer ofCallers() {
        return new EspeakSynthesizer("espeak-ng");
    }

    /** Agents. */
    static Synthesizer ofAgents() {
        return new EspeakSynthesizer("espeak-ng");
    }
}
