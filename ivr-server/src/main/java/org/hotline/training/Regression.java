package org.hotline.training;

import java.util.List;
import java.util.Optional;
import org.hotline.speech.Language;

/** Sentences that must be understood as they are: {@code regression.csv} of the hotline's folder, and how they were. */
public final class Regression {
    /** The label of what is about none of the issues. */
    public static final String OUT_OF_SCOPE = "oos";

    private Regression() {}

    /**
     * One sentence.
     *
     * @param issue what it must be taken for; {@link #OUT_OF_SCOPE} for none
     * @param place the file and line where it stands
     */
    public record Item(String text, String issue, Language language, String place) {}

    /**
     * How a sentence was taken.
     *
     * @param now for which issue, or {@link #OUT_OF_SCOPE}
     * @param before the same by the version in force; nothing if it does not speak the language
     */
    public record Answer(Item item, String now, Optional<String> before) {
        public boolean isRight() {
            return now.equals(item.issue());
        }

        public boolean wasRight() {
            return before.filter(item.issue()::equals).isPresent();
        }

        String complaint() {
            return item.place() + ": \"" + item.text() + "\" is about " + item.issue()
                    + ", the version in force says so, this one says " + now
                    + ": teach it (label the sentence, or move what pulls it away), or take the line out if it is wrong";
        }
    }

    /**
     * How all were taken.
     *
     * @param right how many rightly
     * @param wrong those that were not
     */
    public record Outcome(int items, int right, List<Answer> wrong) {
        public static final Outcome NOTHING = new Outcome(0, 0, List.of());

        /** Those that the version in force takes rightly: they block a publication. */
        public List<Answer> worse() {
            return wrong.stream().filter(Answer::wasRight).toList();
        }
    }
}
