package org.hotline;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.hotline.conversation.openai.OpenAiOpinion;
import org.hotline.conversation.openai.OpenAiSettings;
import org.hotline.conversation.triage.SecondOpinion;
import org.hotline.issue.belief.Opinion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The language model that is asked for second opinions, if the configuration names one; how long it takes is measured. Any thread. */
record LanguageModel(SecondOpinion model, MeterRegistry metrics) implements SecondOpinion {
    private static final Logger LOG = LoggerFactory.getLogger(LanguageModel.class);

    /**
     * Nothing is asked yet.
     *
     * @throws IOException if its key is named and there is none
     */
    static Optional<SecondOpinion> open(Configuration configuration, MeterRegistry metrics) throws IOException {
        Configuration.SecondOpinion wanted = configuration.secondOpinion();
        if (wanted.baseUrl().isEmpty()) {
            return Optional.empty();
        }
        OpenAiSettings settings = RoomSettings.secondOpinion(wanted, key(configuration));
        if (!settings.isLocal()) {
            LOG.atWarn()
                    .addKeyValue("host", settings.address().getHost())
                    .addKeyValue("encrypted", settings.isEncrypted())
                    .log(
                            "What callers say leaves this machine, with numbers masked: second-opinion asks a model elsewhere");
        }
        return Optional.of(new LanguageModel(new OpenAiOpinion(settings), metrics));
    }

    private static Optional<String> key(Configuration configuration) throws IOException {
        Optional<String> name = configuration.secondOpinion().secret();
        Optional<String> key =
                name.flatMap(new LookupSecrets(configuration.lookups().secretsFile(), System::getenv));
        if (name.isPresent() && key.isEmpty()) {
            throw new IOException(
                    "There is no " + name.get() + ", the key of second-opinion in hotline.yaml. Set it in the"
                            + " environment, or write it into the file that secrets-file of lookups names.");
        }
        return key;
    }

    @Override
    public Opinion on(Question question) {
        Timer.Sample asked = Timer.start(metrics);
        Opinion opinion = model.on(question);
        asked.stop(Timer.builder("second_opinion")
                .description("Asking a language model what a caller meant, by what came of it")
                .tag("answer", answer(opinion))
                .register(metrics));
        return opinion;
    }

    private static String answer(Opinion opinion) {
        return switch (opinion) {
            case Opinion.Given given -> "given";
            case Opinion.Missing missing -> missing.why().name().toLowerCase(Locale.ROOT);
            case Opinion.NotAsked notAsked -> "not-asked";
        };
    }
}
