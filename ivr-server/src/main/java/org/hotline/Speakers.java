package org.hotline;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline.audio.Frame;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.conversation.turn.Prompt;
import org.hotline.speech.Language;
import org.hotline.speech.Synthesizer;
import org.hotline.speech.SynthesizerChain;
import org.hotline.speech.espeak.EspeakSynthesizer;
import org.hotline.speech.http.HttpSpeechSettings;
import org.hotline.speech.http.HttpSynthesizer;
import org.hotline.speech.prompts.CachedSynthesizer;
import org.hotline.speech.prompts.PromptShelf;
import org.hotline.speech.prompts.PromptSynthesizer;
import org.hotline.speech.prompts.SpeechFolder;

/**
 * What the house speaks with.
 *
 * @param shelf the audio that ships with the plans
 * @param server a speech server, if one is configured
 * @param synthesizer all of it together
 */
record Speakers(PromptShelf shelf, Optional<HttpSynthesizer> server, Synthesizer synthesizer) implements AutoCloseable {
    private static final long MEMORY_BYTES = 32L << 20;
    private static final long DISK_BYTES = 256L << 20;

    static Speakers open(Configuration configuration) throws IOException {
        SpeechFolder made =
                new SpeechFolder(configuration.data().resolve("speech"), DISK_BYTES, InstantSource.system());
        Optional<HttpSpeechSettings> settings = configuration
                .speech()
                .voiceUrl()
                .map(url -> HttpSpeechSettings.at(
                        URI.create(url), configuration.speech().voiceKey()));
        Optional<HttpSynthesizer> server = settings.map(each -> new HttpSynthesizer(each, InstantSource.system()));
        List<Synthesizer> voices = new ArrayList<>();
        server.ifPresent(voice -> voices.add(new CachedSynthesizer(
                voice, language -> settings.orElseThrow().voices().get(language), made, MEMORY_BYTES)));
        voices.add(new CachedSynthesizer(
                new EspeakSynthesizer("espeak-ng"), EspeakSynthesizer::voice, made, MEMORY_BYTES));
        PromptShelf shelf = PromptShelf.in(configuration.dialplans());
        return new Speakers(shelf, server, new PromptSynthesizer(shelf, new SynthesizerChain(voices)));
    }

    /**
     * Brings what callers will hear into memory: the shipped audio, and prompts without values that must be made. May take
     * minutes where many must be made; calls need not wait for it.
     */
    void warm(Iterable<Dialplan> plans) {
        shelf.warm();
        for (Dialplan plan : plans) {
            plan.steps().values().stream()
                    .flatMap(step -> step.wordings().stream())
                    .filter(wording -> wording.slots().isEmpty())
                    .map(wording -> wording.with(Map.of()))
                    .forEach(prompt -> warm(plan.language(), prompt));
        }
    }

    private void warm(Language language, Prompt prompt) {
        if (!prompt.isSilent()
                && synthesizer
                        .ready(language, prompt.pieces(), Frame.TELEPHONE_RATE)
                        .isEmpty()) {
            synthesizer.speak(language, prompt.pieces(), Frame.TELEPHONE_RATE);
        }
    }

    @Override
    public void close() {
        server.ifPresent(HttpSynthesizer::close);
    }
}
