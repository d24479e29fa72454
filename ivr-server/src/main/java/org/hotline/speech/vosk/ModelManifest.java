package org.hotline.speech.vosk;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.hotline.speech.Language;
import org.hotline.yaml.Complaint;
import org.hotline.yaml.Place;
import org.hotline.yaml.YamlValue;

/** Reads {@code manifest.yaml}. */
final class ModelManifest {
    /** What is wrong with one value; becomes an {@link IOException} that names the line. */
    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(Place place, String sentence, String suggestion) {
            super(new Complaint(place, sentence, suggestion).toString());
        }
    }

    private ModelManifest() {}

    /**
     * The models in the order written.
     *
     * @throws IOException if the file cannot be read or says something wrong; names file, line and what to do
     */
    static List<SpeechModel> read(Path file) throws IOException {
        try {
            YamlValue document = YamlValue.read(Files.readString(file), file);
            List<SpeechModel> models = new ArrayList<>();
            YamlValue.Mapping named = mapping(required(mapping(document), "models"));
            for (Map.Entry<String, YamlValue> model : named.entries().entrySet()) {
                models.add(model(model.getKey(), mapping(model.getValue())));
            }
            return List.copyOf(models);
        } catch (Wrong | YamlValue.Unreadable wrong) {
            throw new IOException(wrong.getMessage(), wrong);
        }
    }

    private static SpeechModel model(String name, YamlValue.Mapping said) throws Wrong {
        if (!name.matches("[A-Za-z0-9._-]+") || name.startsWith(".")) {
            throw new Wrong(said.place(), "a model's name is the name of its folder, not \"" + name + "\"", "");
        }
        return new SpeechModel(
                name,
                language(required(said, "language")),
                size(required(said, "size")),
                optional(said, "address").map(URI::create),
                bytes(said),
                optional(said, "sha256").map(sum -> sum.toLowerCase(Locale.ROOT)),
                text(required(said, "licence")));
    }

    private static Language language(YamlValue value) throws Wrong {
        try {
            return Language.of(text(value));
        } catch (IllegalArgumentException unknown) {
            throw new Wrong(value.place(), unknown + "", "write en or zh");
        }
    }

    private static SpeechModel.Size size(YamlValue value) throws Wrong {
        String text = text(value);
        for (SpeechModel.Size size : SpeechModel.Size.values()) {
            if (size.name().toLowerCase(Locale.ROOT).equals(text)) {
                return size;
            }
        }
        throw new Wrong(value.place(), "unknown size \"" + text + "\"", "write bundled, small, medium or big");
    }

    private static OptionalLong bytes(YamlValue.Mapping said) throws Wrong {
        Optional<String> text = optional(said, "bytes");
        try {
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text.get()));
        } catch (NumberFormatException wrong) {
            throw new Wrong(said.place(), "\"bytes\" must be a whole number, not \"" + text.get() + "\"", "");
        }
    }

    private static YamlValue required(YamlValue.Mapping said, String key) throws Wrong {
        YamlValue value = said.entries().get(key);
        if (value == null) {
            throw new Wrong(said.place(), "\"" + key + "\" is missing", "");
        }
        return value;
    }

    private static Optional<String> optional(YamlValue.Mapping said, String key) throws Wrong {
        YamlValue value = said.entries().get(key);
        return value == null ? Optional.empty() : Optional.of(text(value));
    }

    private static YamlValue.Mapping mapping(YamlValue value) throws Wrong {
        if (value instanceof YamlValue.Mapping mapping) {
            return mapping;
        }
        throw new Wrong(value.place(), "expected names with values here", "");
    }

    private static String text(YamlValue value) throws Wrong {
        if (value instanceof YamlValue.Scalar scalar) {
            return scalar.text();
        }
        throw new Wrong(value.place(), "expected one value here", "");
    }
}
