package org.hotline.speech.prompts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline.audio.Pcm;
import org.hotline.audio.Resampler;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;
import org.hotline.speech.Synthesizer;

/**
 * Speaks with the audio that ships beside the dialplans: texts as a whole, values from their pieces. If anything is not
 * there, all of it is left to the next synthesizer, so that one sentence has one voice.
 */
public final class PromptSynthesizer implements Synthesizer {
    private static final Duration AFTER_SENTENCE = Duration.ofMillis(350);
    private static final Duration AFTER_COMMA = Duration.ofMillis(220);
    private static final Duration BETWEEN_PIECES = Duration.ofMillis(90);
    /** Inside a number; pieces keep 20 ms of their own silence at each end. */
    private static final Duration BETWEEN_WORDS = Duration.ofMillis(20);

    private static final Duration BETWEEN_DIGITS = Duration.ofMillis(70);

    private final PromptShelf shelf;
    private final Synthesizer next;

    public PromptSynthesizer(PromptShelf shelf, Synthesizer next) {
        this.shelf = shelf;
        this.next = next;
    }

    @Override
    public Optional<Pcm> speak(Language language, List<Piece> pieces, int rate) {
        return joined(shelf::sound, language, pieces, rate).or(() -> next.speak(language, pieces, rate));
    }

    @Override
    public Optional<Pcm> ready(Language language, List<Piece> pieces, int rate) {
        return joined(shelf::ready, language, pieces, rate).or(() -> next.ready(language, pieces, rate));
    }

    /** Where the sound of a text comes from: the shelf, or that part of it which is in memory. */
    private interface Source {
        Optional<Pcm> sound(Language language, String text);
    }

    /** All the pieces as one sound; nothing if the source lacks one of them. */
    private static Optional<Pcm> joined(Source source, Language language, List<Piece> pieces, int rate) {
        List<Pcm> sounds = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Optional<Pcm> sound = spoken(source, language, pieces.get(i));
            if (sound.isEmpty()) {
                return Optional.empty();
            }
            Pcm found = sound.get();
            if (i > 0) {
                sounds.add(Pcm.silence(gapAfter(pieces.get(i - 1)), found.rate()));
            }
            sounds.add(found);
        }
        return sounds.isEmpty() ? Optional.empty() : Optional.of(Resampler.convert(Pcm.concat(sounds), rate));
    }

    private static Optional<Pcm> spoken(Source source, Language language, Piece piece) {
        return switch (piece) {
            case Piece.Text text -> source.sound(language, text.text());
            case Piece.Digits digits -> value(source, language, digits, BETWEEN_DIGITS);
            case Piece.Count count -> value(source, language, count, BETWEEN_WORDS);
            case Piece.Amount amount -> value(source, language, amount, BETWEEN_WORDS);
            case Piece.Date date -> value(source, language, date, BETWEEN_WORDS);
        };
    }

    private static Optional<Pcm> value(Source source, Language language, Piece value, Duration gap) {
        List<Pcm> sounds = new ArrayList<>();
        for (String word : ValuePieces.cut(language, value).orElse(List.of())) {
            if (word.equals(ValuePieces.PAUSE)) {
                sounds.add(Pcm.silence(AFTER_COMMA, sounds.getLast().rate()));
                continue;
            }
            Optional<Pcm> sound = source.sound(language, word);
            if (sound.isEmpty()) {
                return Optional.empty();
            }
            sounds.add(sound.get());
            sounds.add(Pcm.silence(gap, sound.get().rate()));
        }
        return sounds.isEmpty() ? Optional.empty() : Optional.of(Pcm.concat(sounds));
    }

    private static Duration gapAfter(Piece piece) {
        String text = piece instanceof Piece.Text written ? written.text() : "";
        char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        return switch (last) {
            case '.', '?', '!', '。', '？', '！' -> AFTER_SENTENCE;
            case ',', ';', ':', '，', '；', '：' -> AFTER_COMMA;
            default -> BETWEEN_PIECES;
        };
    }
}
