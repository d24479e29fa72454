package org.hotline.speech.vosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline.speech.Language;

/**
 * The speech models in a folder: {@code manifest.yaml} names those that could be there, a folder each holds those that
 * are. Reads the disk at every question; any thread may ask.
 */
public final class Models {
    private final Path folder;
    private final List<SpeechModel> all;

    private Models(Path folder, List<SpeechModel> all) {
        this.folder = folder;
        this.all = all;
    }

    /**
     * The models of {@code folder}.
     *
     * @throws IOException if the manifest cannot be read; says where and why
     */
    public static Models in(Path folder) throws IOException {
        return new Models(folder, ModelManifest.read(folder.resolve("manifest.yaml")));
    }

    /** Every model of the manifest, installed or not. */
    public List<SpeechModel> all() {
        return all;
    }

    /** The model of that name. */
    public Optional<SpeechModel> named(String name) {
        return all.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    /** Where a model is or would be. */
    public Path folder(SpeechModel model) {
        return folder.resolve(model.name());
    }

    public boolean isInstalled(SpeechModel model) {
        return Files.isRegularFile(folder(model).resolve("am/final.mdl"))
                || Files.isRegularFile(folder(model).resolve("final.mdl"));
    }

    /** The model to use for a language: the biggest that is installed. */
    public Optional<SpeechModel> best(Language language) {
        return all.stream()
                .filter(model -> model.language() == language && isInstalled(model))
                .max(Comparator.comparing(SpeechModel::size));
    }

    /** The folders of the models to use, for those languages that have one. */
    public Map<Language, Path> bestFolders() {
        Map<Language, Path> folders = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            best(language).ifPresent(model -> folders.put(language, folder(model)));
        }
        return folders;
    }

    /** What people should know about the model in use for a language; nothing if all is well. */
    public Optional<String> remark(Language language) {
        Optional<SpeechModel> best = best(language);
        String advice = "run ./hotline models fetch " + language.tag();
        if (best.isEmpty()) {
            return Optional.of("no speech model for " + language.tag() + ": callers can only use keys; " + advice);
        }
        return best.filter(model -> model.size() == SpeechModel.Size.BUNDLED)
                .map(model -> "bundled test model in use for " + language.tag() + "; for real callers " + advice);
    }
}
