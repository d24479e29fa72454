package org.hotline.dialplan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hotline.issue.IssueTree;
import org.hotline.yaml.Complaint;
import org.hotline.yaml.Place;
import org.hotline.yaml.YamlValue;

/** Reads a hotline's tree of issues, {@code issues.yaml} of its folder. */
public final class IssuesReader {
    /** The file's name. */
    public static final String FILE = "issues.yaml";

    private IssuesReader() {}

    /** What reading came to. */
    public sealed interface Reading {
        /** It can be read; whether it makes sense is {@link IssueCheck}'s to say. */
        record Read(WrittenIssues written) implements Reading {}

        /** It cannot, and this is why: at least one complaint. */
        record Refused(List<Complaint> complaints) implements Reading {}
    }

    /** Reads the tree in {@code folder}; a file that cannot be read is a complaint too. */
    public static Reading read(Path folder) {
        Path file = folder.resolve(FILE);
        List<Complaint> complaints = new ArrayList<>();
        try {
            YamlValue document = YamlValue.read(Files.readString(file), file);
            IssueTree tree = new IssuesForm(document, complaints).read();
            return complaints.isEmpty()
                    ? new Reading.Read(new WrittenIssues(tree, folder, document))
                    : new Reading.Refused(List.copyOf(complaints));
        } catch (YamlValue.Unreadable wrong) {
            return new Reading.Refused(List.of(wrong.complaint()));
        } catch (IOException missing) {
            return new Reading.Refused(List.of(new Complaint(
                    new Place(file.toString(), 1), "this file cannot be read", "is the hotline's name spelt right?")));
        }
    }
}
