package org.hotline.speech.prompts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline.audio.Frame;
import org.hotline.audio.Pcm;
import org.hotline.audio.Resampler;
import org.hotline.audio.Wav;
import org.hotline.speech.Language;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audio that ships beside the dialplans: {@code <plan>/prompts/} for whole prompts, {@code <hotline>/prompts/<language>/} for those of its tree of issues, {@code announcements/<language>/}
 * for what the switchboard says by itself, {@code pieces/<language>/} for the pieces of values. Immutable after reading; any thread. Files are read by {@link #warm},
 * or when first spoken, and kept in memory.
 */
public final class PromptShelf {
    private static final Logger LOG = LoggerFactory.getLogger(PromptShelf.class);
    private static final long MEMORY = 64_000_000;

    private final Map<PromptText, Path> files;
    private final Cache<Path, Pcm> sounds = Caffeine.newBuilder()
            .maximumWeight(MEMORY)
            .<Path, Pcm>weigher((file, sound) -> 2 * sound.samples().length + 100)
            .build();

    private PromptShelf(Map<PromptText, Path> files) {
        this.files = Map.copyOf(files);
    }

    /**
     * What is found in the folder of all dialplans; an empty shelf if there is no such folder.
     *
     * @throws IOException if an index cannot be read; the message says file and line
     */
    public static PromptShelf in(Path dialplans) throws IOException {
        Map<PromptText, Path> files = new HashMap<>();
        for (Path folder : folders(dialplans)) {
            for (PromptIndex.Entry entry : PromptIndex.read(folder)) {
                Path file = folder.resolve(entry.file());
                if (Files.isRegularFile(file)) {
                    files.putIfAbsent(entry.key(), file);
                } else {
                    LOG.atWarn()
                            .addKeyValue("file", file)
                            .log("a prompt's audio is missing: hotline prompts render makes it");
                }
            }
        }
        return new PromptShelf(files);
    }

    /** The sound of exactly this text at 8 kHz, if it is here and can be read. */
    public Optional<Pcm> sound(Language language, String text) {
        Path file = files.get(PromptText.of(language, text));
        return file == null ? Optional.empty() : Optional.ofNullable(sounds.get(file, PromptShelf::read));
    }

    /** The same if it is in memory already. */
    Optional<Pcm> ready(Language language, String text) {
        Path file = files.get(PromptText.of(language, text));
        return file == null ? Optional.empty() : Optional.ofNullable(sounds.getIfPresent(file));
    }

    /** Reads all files, as far as memory is given to them, so that no caller waits for one. Takes some tenths of a second. */
    public void warm() {
        for (Path file : files.values()) {
            Pcm sound = read(file);
            if (sound != null) {
                sounds.put(file, sound);
            }
        }
    }

    /** Those of {@code texts} that are not here, and so need a synthesizer. For {@code hotline check}. */
    public List<String> missing(Language language, Collection<String> texts) {
        return texts.stream()
                .filter(text -> !files.containsKey(PromptText.of(language, text)))
                .toList();
    }

    /** True if every value can be spoken in this language without a synthesizer. */
    public boolean speaksValues(Language language) {
        return missing(language, ValuePieces.of(language)).isEmpty();
    }

    private static @Nullable Pcm read(Path file) {
        try {
            return Resampler.convert(Wav.read(file), Frame.TELEPHONE_RATE);
        } catch (IOException damaged) {
            LOG.atWarn().addKeyValue("reason", damaged.getMessage()).log("a prompt cannot be read");
            return null;
        }
    }

    private static List<Path> folders(Path dialplans) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (Path plan : children(dialplans)) {
            folders.add(plan.resolve("prompts"));
            folders.addAll(children(plan.resolve("prompts")));
        }
        folders.addAll(children(dialplans.resolve("announcements")));
        folders.addAll(children(dialplans.resolve("pieces")));
        return folders;
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }
}
