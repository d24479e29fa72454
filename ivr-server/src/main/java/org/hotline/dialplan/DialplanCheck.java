package org.hotline.dialplan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hotline.yaml.Complaint;

/** Whether a plan makes sense: every complaint is a sentence with a place and, where there is one, a suggestion. */
public final class DialplanCheck {
    private DialplanCheck() {}

    /** What is wrong with a plan as it is written, in the order of its lines; empty if nothing is. */
    public static List<Complaint> of(Path folder, Surroundings surroundings) {
        return switch (DialplanReader.read(folder)) {
            case DialplanReader.Reading.Refused refused -> inOrder(refused.complaints());
            case DialplanReader.Reading.Read read -> of(read.written(), surroundings);
        };
    }

    /** The same for a plan that could be read. */
    public static List<Complaint> of(Written written, Surroundings surroundings) {
        List<Complaint> complaints = new ArrayList<>();
        complaints.addAll(new ReferenceCheck(written).complaints());
        if (complaints.isEmpty()) {
            complaints.addAll(new PathCheck(written).complaints());
            complaints.addAll(new SlotCheck(written).complaints());
        }
        complaints.addAll(new IntentCheck(written).complaints());
        complaints.addAll(new SurroundingsCheck(written, surroundings).complaints());
        return inOrder(complaints);
    }

    /** What is wrong between plans: numbers that lead to two of them. */
    public static List<Complaint> together(List<Written> plans) {
        List<Complaint> complaints = new ArrayList<>();
        Map<String, String> owners = new HashMap<>();
        for (Written written : plans) {
            for (String number : written.plan().numbers()) {
                String owner = owners.putIfAbsent(number, written.plan().name());
                if (owner != null) {
                    complaints.add(new Complaint(
                            written.at("numbers"), "the number " + number + " leads to " + owner + " already", ""));
                }
            }
        }
        return complaints;
    }

    private static List<Complaint> inOrder(List<Complaint> complaints) {
        return complaints.stream()
                .sorted(Comparator.comparing(
                                (Complaint complaint) -> complaint.place().file())
                        .thenComparingInt(complaint -> complaint.place().line()))
                .toList();
    }
}
