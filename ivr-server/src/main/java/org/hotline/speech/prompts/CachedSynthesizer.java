package org.hotline.speech.prompts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hotline.audio.Pcm;
import org.hotline.audio.Wav;
import org.hotline.speech.Language;
import org.hotline.speech.Piece;
import org.hotline.speech.SpokenValues;
import org.hotline.speech.Synthesizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what another synthesizer made, by voice, text and rate: in memory, and on disk what holds no caller's values. Values
 * (order numbers, amounts) are personal and are never written down.
 */
public final class CachedSynthesizer implements Synthesizer {
    private static final Logger LOG = LoggerFactory.getLogger(CachedSynthesizer.class);

    private final Synthesizer maker;
    private final Function<Language, String> voice;
    private final Path folder;
    private final Cache<String, Pcm> memory;

    /**
     * @param maker whose speech is kept
     * @param voice names the maker's voice in a language; another name, another sound
     * @param folder for the files, made when needed
     * @param bytes how much sound to keep in memory
     */
    public CachedSynthesizer(Synthesizer maker, Function<Language, String> voice, Path folder, long bytes) {
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
        String name = name(language, SpokenValues.text(language, pieces), rate);
        Pcm kept = memory.getIfPresent(name);
        if (kept != null) {
            return Optional.of(kept);
        }
        boolean impersonal = pieces.stream().allMatch(Piece.Text.class::isInstance);
        Optional<Pcm> onDisk = impersonal ? read(name) : Optional.empty();
        Optional<Pcm> sound = onDisk.or(() -> maker.speak(language, pieces, rate));
        sound.ifPresent(made -> memory.put(name, made));
        if (impersonal && onDisk.isEmpty()) {
            sound.ifPresent(made -> write(name, made));
        }
        return sound;
    }

    private Optional<Pcm> read(String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Wav.read(file));
        } catch (IOException damaged) {
            LOG.atWarn().addKeyValue("file", file).log("cached speech cannot be read and is made anew");
            return Optional.empty();
        }
    }

    /** By a file of another name, so that nobody reads half of it. A full disk costs the cache, not the call. */
    private void write(String name, Pcm sound) {
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, name, ".part");
            try {
                Wav.write(part, sound);
                Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException unwritable) {
            LOG.atWarn().addKeyValue("folder", folder).setCause(unwritable).log("speech cannot be cached on disk");
        }
    }

    private String name(Language language, String text, int rate) {
        String key = String.join("\n", language.tag(), voice.apply(language), Integer.toString(rate), text);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest) + ".wav";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has SHA-256
        }
    }
}
