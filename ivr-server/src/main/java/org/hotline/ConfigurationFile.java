package org.hotline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hotline.yaml.Complaint;
import org.hotline.yaml.RecordReader;
import org.hotline.yaml.YamlValue;

/** Reads {@code hotline.yaml}. */
public final class ConfigurationFile {
    private ConfigurationFile() {}

    /** What cannot be run with: every mistake of the file, one a line. */
    public static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(List<Complaint> complaints) {
            super(String.join(
                    System.lineSeparator(),
                    complaints.stream().map(Complaint::toString).toList()));
        }
    }

    /**
     * The defaults, changed by the file if there is one.
     *
     * @param home folder that relative paths of the configuration start from
     * @throws Wrong naming every mistake with its line
     */
    public static Configuration read(Path file, Path home) throws IOException, Wrong {
        RecordReader reader = new RecordReader();
        Configuration configuration = Configuration.defaults();
        List<Complaint> complaints = new ArrayList<>();
        if (Files.exists(file)) {
            try {
                YamlValue document = YamlValue.read(Files.readString(file), file);
                configuration = reader.read(document, configuration);
                complaints.addAll(reader.complaints());
                complaints.addAll(ConfigurationCheck.of(configuration, document));
            } catch (YamlValue.Unreadable unreadable) {
                complaints.add(unreadable.complaint());
            }
        }
        if (!complaints.isEmpty()) {
            throw new Wrong(complaints);
        }
        return configuration.at(home);
    }
}
