package org.hotline.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hotline.speech.Language;
import org.hotline.speech.Synthesizer;
import org.hotline.speech.espeak.EspeakSynthesizer;
import org.hotline.speech.prompts.PromptRendering;
import picocli.CommandLine.Command;

/** {@code hotline voices}: makes the sound that ships for the people of the demo and the tests. */
@Command(
        name = "voices",
        hidden = true,
        mixinStandardHelpOptions = true,
        description =
                "Speaks the sentences of telephony-tests/voices/*/sentences.txt into audio files, with espeak-ng.")
final class VoicesCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        try {
            for (Language language : Language.values()) {
                render(language);
            }
            return 0;
        } catch (IOException failure) {
            System.err.println(failure.getMessage());
            return 1;
        }
    }

    private static void render(Language language) throws IOException {
        Path folder = Voices.folder().resolve(language.tag());
        List<String> sentences = Files.readAllLines(folder.resolve("sentences.txt"));
        PromptRendering rendering =
                new PromptRendering(folder.resolve("prompts"), language, EspeakSynthesizer.voice(language));
        Synthesizer synthesizer = new EspeakSynthesizer("espeak-ng");
        for (PromptRendering.Standing standing : rendering.standings(sentences)) {
            switch (standing.state()) {
                case NEW, STALE -> rendering.render(standing.text(), synthesizer);
                case UNUSED -> rendering.remove(standing.text());
                case READY, RECORDED -> {}
            }
        }
        rendering.finish();
    }
}
