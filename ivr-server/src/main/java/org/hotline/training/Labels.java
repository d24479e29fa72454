package org.hotline.training;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What trainers said about utterances. Durable on return; throws {@link org.hotline.history.StoreUnavailable}. Any thread. */
public interface Labels {
    /**
     * One label.
     *
     * @param by the trainer's login name
     * @param taught whether the words were added to the draft by it; false if they were there already, or teach nothing
     */
    record Given(Utterance.Id utterance, Label label, String by, Instant at, boolean taught) {}

    /** Takes the place of the utterances' earlier labels. */
    void give(String hotline, List<Given> labels);

    /** Takes labels back; what has none is passed over. */
    void takeBack(String hotline, Set<Utterance.Id> utterances);

    /** All labels of a hotline's utterances. */
    Map<Utterance.Id, Given> all(String hotline);

    /** Keeps what further trainers said about utterances that are labelled; takes the place of what the same trainer said before. */
    void opine(String hotline, List<Given> opinions);

    /** Takes a trainer's opinions back; what has none is passed over. */
    void takeOpinionsBack(String by, Set<Utterance.Id> utterances);

    /** All opinions on a hotline's utterances, oldest first; none of them taught anything. */
    List<Given> opinions(String hotline);

    /** Where there is no database: nobody labelled anything, and nobody can. */
    Labels NONE = new Labels() {
        @Override
        public void give(String hotline, List<Given> labels) {
            throw new Refused("labels cannot be kept here", "use the trainers' page");
        }

        @Override
        public void takeBack(String hotline, Set<Utterance.Id> utterances) {}

        @Override
        public Map<Utterance.Id, Given> all(String hotline) {
            return Map.of();
        }

        @Override
        public void opine(String hotline, List<Given> opinions) {
            give(hotline, opinions);
        }

        @Override
        public void takeOpinionsBack(String by, Set<Utterance.Id> utterances) {}

        @Override
        public List<Given> opinions(String hotline) {
            return List.of();
        }
    };
}
