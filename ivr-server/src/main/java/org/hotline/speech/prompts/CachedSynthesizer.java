package org.hotline.speech.prompts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hotline.audio.Pcm;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;
import org.hotline.speech.SpokenValues;
import org.hotline.speech.Synthesizer;

/**
 * Keeps what another synthesizer made, by voice, text and rate: in memory, and on disk what holds no caller's values. Values
 * (order numbers, amounts) are personal and are never written down.
 */
public final class CachedSynthesizer implements Synthesizer {
    private final Synthesizer maker;
    private final Function<Language, String> voice;
    private final SpeechFolder folder;
    private final Cache<String, Pcm> memory;

    /**
     * @param maker whose speech is kept
     * @param voice names the maker's voice in a language; another name, another sound
     * @param folder for the files; may be shared by several
     * @param bytes how much sound to keep in memory
     */
    public CachedSynthesizer(Synthesizer maker, Function<Language, String> voice, SpeechFolder folder, long bytes) {
        this.maker = maker;
        this.voice = voice;
        this.folder = folder;
        this.memory = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .<String, Pcm>weigher((name, sound) -> 2 * sound.samples().length + 100)
                .build();
    }

    @Override
    public Optional<Pcm> speak(Language language, List<Piece> pieces, int rate) {
        String name = name(language, pieces, rate);
        Pcm kept = memory.getIfPresent(name);
        if (kept != null) {
            return Optional.of(kept);
        }
        boolean impersonal = pieces.stream().allMatch(Piece.Text.class::isInstance);
        Optional<Pcm> onDisk = impersonal ? folder.read(name) : Optional.empty();
        Optional<Pcm> sound = onDisk.or(() -> maker.speak(language, pieces, rate));
        sound.ifPresent(made -> memory.put(name, made));
        if (impersonal && onDisk.isEmpty()) {
            sound.ifPresent(made -> folder.write(name, made));
        }
        return sound;
    }

    @Override
    public Optional<Pcm> ready(Language language, List<Piece> pieces, int rate) {
        return Optional.ofNullable(memory.getIfPresent(name(language, pieces, rate)));
    }

    private String name(Language language, List<Piece> pieces, int rate) {
        String text = SpokenValues.text(language, pieces);
        String key = String.join("\n", language.tag(), voice.apply(language), Integer.toString(rate), text);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest) + ".wav";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has SHA-256
        }
    }
}
