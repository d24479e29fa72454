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
final class ConfigurationFile {
    private ConfigurationFile() {}

    /** What cannot be run with: every mistake of the file, one a line. */
    static final class Wrong extends Exception {
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
    static Configuration read(Path file, Path home) throws IOException, Wrong {
        RecordReader reader = new RecordReader();
        Configuration configuration = Configuration.defaults();
        if (Files.exists(file)) {
            try {
                configuration = reader.read(YamlValue.read(Files.readString(file), file), configuration);
            } catch (YamlValue.Unreadable unreadable) {
                throw new Wrong(List.of(unreadable.complaint()));
            }
        }
        List<Complaint> complaints = new ArrayList<>(reader.complaints());
        if (!complaints.isEmpty()) {
            throw new Wrong(complaints);
        }
        return configuration.at(home);
    }
}
