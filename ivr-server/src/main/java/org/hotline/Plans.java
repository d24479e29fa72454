package org.hotline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline.call.PhoneNumber;
import org.hotline.conversation.Dialplan;
import org.hotline.conversation.IntentClassifier;
import org.hotline.conversation.liblinear.LinearIntents;
import org.hotline.dialplan.DialplanReader;
import org.hotline.yaml.Complaint;

/** All dialplans of a folder, with the classifier trained for each. Immutable once read; any thread. */
final class Plans {
    private final Map<String, Dialplan> byNumber = new LinkedHashMap<>();
    private final Map<String, IntentClassifier> classifiers = new HashMap<>();

    /** Plans that cannot be served: every complaint, one a line. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(List<Complaint> complaints) {
            super(String.join(
                    System.lineSeparator(),
                    complaints.stream().map(Complaint::toString).toList()));
        }
    }

    /**
     * Reads every folder of {@code root} that holds a {@code dialplan.yaml}.
     *
     * @throws Refused if a plan cannot be read
     */
    static Plans in(Path root) throws Refused {
        Plans plans = new Plans();
        List<Complaint> complaints = new ArrayList<>();
        for (Path folder : folders(root)) {
            switch (DialplanReader.read(folder)) {
                case DialplanReader.Reading.Read read ->
                    plans.add(read.written().plan());
                case DialplanReader.Reading.Refused refused -> complaints.addAll(refused.complaints());
            }
        }
        if (!complaints.isEmpty()) {
            throw new Refused(complaints);
        }
        return plans;
    }

    Optional<Dialplan> dialled(PhoneNumber number) {
        return Optional.ofNullable(byNumber.get(number.text()));
    }

    IntentClassifier classifier(Dialplan plan) {
        IntentClassifier trained = classifiers.get(plan.name());
        return trained == null ? LinearIntents.trainedFor(plan) : trained;
    }

    /** Numbers that can be dialled, with the plans they lead to. */
    Map<String, Dialplan> numbers() {
        return Map.copyOf(byNumber);
    }

    private void add(Dialplan plan) {
        plan.numbers().forEach(number -> byNumber.put(number, plan));
        classifiers.put(plan.name(), LinearIntents.trainedFor(plan));
    }

    static List<Path> folders(Path root) {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(folder -> Files.exists(folder.resolve("dialplan.yaml")))
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException("cannot read the dialplans in " + root, missing);
        }
    }
}
