package org.hotline.speech.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hotline.audio.Pcm;
import org.hotline.conversation.slot.SpokenAmount;
import org.hotline.conversation.slot.SpokenDigits;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;
import org.hotline.speech.Sounds;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vosk.LibVosk;
import org.vosk.LogLevel;
import org.vosk.Model;
import org.vosk.Recognizer;
import tools.jackson.databind.json.JsonMapper;

/** What ships as audio goes through G.711 and is recognised by the bundled models: rates, for recognition is not exact. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromptsAreUnderstoodTest {
    private static final int TRIES = 20;

    private final Random random = new Random(7);
    private PromptSynthesizer alone = new PromptSynthesizer(emptyShelf(), (language, pieces, rate) -> Optional.empty());

    @BeforeAll
    void openTheShelf() throws IOException {
        LibVosk.setLogLevel(LogLevel.WARNINGS);
        alone = new PromptSynthesizer(
                PromptShelf.in(Path.of("..", "dialplans")), (language, pieces, rate) -> Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void digitsFromPieces(Language language) throws IOException {
        String grammar = JsonMapper.shared().writeValueAsString(SpokenDigits.phrases(language));
        int right = 0;
        for (int i = 0; i < TRIES; i++) {
            String digits = "%08d".formatted(random.nextInt(100_000_000));
            String heard = heard(language, new Piece.Digits(digits), Optional.of(grammar));
            right += SpokenDigits.read(language, heard).equals(Optional.of(digits)) ? 1 : 0;
        }

        assertThat(right).as("digit strings understood of " + TRIES).isGreaterThanOrEqualTo(TRIES * 7 / 10);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void amountsFromPieces(Language language) throws IOException {
        String currency = language == Language.ENGLISH ? "USD" : "CNY";
        int right = 0;
        for (int i = 0; i < TRIES; i++) {
            long minor = random.nextInt(100_000);
            String heard = heard(language, new Piece.Amount(minor, currency), Optional.empty());
            right += SpokenAmount.read(language, heard).equals(Optional.of(minor)) ? 1 : 0;
        }

        assertThat(right).as("amounts understood of " + TRIES).isGreaterThanOrEqualTo(TRIES / 2);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aSentenceOfThePlans(Language language) throws IOException {
        Piece question = new Piece.Text(
                switch (language) {
                    case ENGLISH -> "How can I help you?";
                    case MANDARIN -> "请问您遇到了什么问题？";
                });

        assertThat(heard(language, question, Optional.empty()).replace(" ", ""))
                .contains(
                        switch (language) {
                            case ENGLISH -> "canihelpyou";
                            case MANDARIN -> "什么问题";
                        });
    }

    private String heard(Language language, Piece piece, Optional<String> grammar) throws IOException {
        Pcm spoken = alone.speak(language, List.of(piece), 8_000).orElseThrow();
        Pcm pause = Pcm.silence(Duration.ofMillis(400), 8_000);
        short[] samples =
                Sounds.onALine(Pcm.concat(List.of(pause, spoken, pause))).samples();
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        StringBuilder text = new StringBuilder();
        try (Model model = new Model(Path.of("..", "models", "hotline-mini-" + language.tag())
                        .toString());
                Recognizer recognizer = grammar.isPresent()
                        ? new Recognizer(model, 8_000, grammar.get())
                        : new Recognizer(model, 8_000)) {
            byte[] all = bytes.array();
            for (int at = 0; at < all.length; at += 1_600) {
                byte[] chunk = Arrays.copyOfRange(all, at, Math.min(all.length, at + 1_600));
                if (recognizer.acceptWaveForm(chunk, chunk.length)) {
                    text.append(words(recognizer.getResult())).append(' ');
                }
            }
            return text.append(words(recognizer.getFinalResult())).toString().strip();
        }
    }

    private static String words(String json) {
        return JsonMapper.shared().readTree(json).path("text").asString("");
    }

    private static PromptShelf emptyShelf() {
        try {
            return PromptShelf.in(Path.of("nowhere"));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
