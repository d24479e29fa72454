package org.hotline;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hotline.speech.Language;
import org.hotline.speech.Recognizer;
import org.hotline.speech.vosk.Models;
import org.hotline.speech.vosk.RecognizerPool;
import org.hotline.speech.vosk.RecognizerSettings;
import org.hotline.speech.voskserver.VoskServerRecognizer;

/**
 * What the house hears and speaks with.
 *
 * @param remarks what an operator should know about them, in sentences
 */
record Voices(Recognizer recognizer, Speakers speakers, List<String> remarks) implements AutoCloseable {
    static Voices open(Configuration configuration) throws IOException {
        Configuration.Speech speech = configuration.speech();
        List<String> remarks = new ArrayList<>();
        Speakers speakers = Speakers.open(configuration);
        Recognizer recognizer = speech.servers().isEmpty()
                ? ownProcesses(speech, remarks)
                : new VoskServerRecognizer(addresses(speech.servers()));
        return new Voices(recognizer, speakers, remarks);
    }

    private static Recognizer ownProcesses(Configuration.Speech speech, List<String> remarks) throws IOException {
        Models models = Models.in(speech.models());
        for (Language language : Language.values()) {
            models.remark(language).ifPresent(remarks::add);
        }
        RecognizerSettings sized =
                RecognizerSettings.sizedFor(Runtime.getRuntime().availableProcessors());
        RecognizerSettings settings = speech.processes() == 0
                ? sized
                : new RecognizerSettings(
                        sized.launch(),
                        speech.processes(),
                        sized.threads(),
                        sized.spares(),
                        sized.growth(),
                        sized.start(),
                        sized.check());
        return new RecognizerPool(settings, models.bestFolders());
    }

    private static Map<Language, URI> addresses(Map<String, String> servers) {
        Map<Language, URI> addresses = new EnumMap<>(Language.class);
        servers.forEach((tag, address) -> addresses.put(Language.of(tag), URI.create(address)));
        return addresses;
    }

    boolean awaitReady(Duration within) throws InterruptedException {
        return !(recognizer instanceof RecognizerPool pool) || pool.awaitReady(within);
    }

    @Override
    public void close() {
        recognizer.close();
        speakers.close();
    }
}
