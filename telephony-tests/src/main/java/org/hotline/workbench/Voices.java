package org.hotline.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.hotline.Main;
import org.hotline.speech.Synthesizer;
import org.hotline.speech.espeak.EspeakSynthesizer;
import org.hotline.speech.prompts.PromptShelf;
import org.hotline.speech.prompts.PromptSynthesizer;

/**
 * The voices of people who are not there. What they say in the demo and in tests ships as sound; anything else is spoken by
 * espeak-ng, if it is installed.
 */
final class Voices {
    private Voices() {}

    /** Where their sentences lie, a folder a language: {@code sentences.txt}, and {@code prompts/} made of it. */
    static Path folder() {
        return Main.home().resolve("telephony-tests/voices");
    }

    /** Callers. */
    static Synthesizer ofCallers() {
        return shippedOr(new EspeakSynthesizer("espeak-ng"));
    }

    /** Agents. */
    static Synthesizer ofAgents() {
        return ofCallers();
    }

    private static Synthesizer shippedOr(Synthesizer other) {
        try {
            return new PromptSynthesizer(PromptShelf.in(folder()), other);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the voices in " + folder() + " cannot be read", unreadable);
        }
    }
}
