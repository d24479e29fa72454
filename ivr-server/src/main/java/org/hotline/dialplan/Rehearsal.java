package org.hotline.dialplan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hotline.conversation.Comprehension;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.conversation.plan.Move;
import org.hotline.yaml.Complaint;
import org.hotline.yaml.Place;

/** Holds the real conversation with the written caller of a {@link Script}, in virtual time: a call takes milliseconds. */
public final class Rehearsal {
    private final Dialplan plan;
    private final Comprehension comprehension;
    private final Lookups lookups;

    /** @param lookups answer what the script does not decide itself */
    public Rehearsal(Dialplan plan, Comprehension comprehension, Lookups lookups) {
        this.plan = plan;
        this.comprehension = comprehension;
        this.lookups = lookups;
    }

    /** Where the call went otherwise than written; empty if it went as written. */
    public List<Complaint> run(Path file) {
        return switch (Script.read(file)) {
            case Script.Reading.Refused refused -> refused.complaints();
            case Script.Reading.Read read -> run(read.script());
        };
    }

    private List<Complaint> run(Script script) {
        Performance performance = new Performance(script, lookups);
        TypedTalk talk = new TypedTalk(
                plan,
                comprehension,
                performance,
                script.calling(),
                performance::nextDeed,
                performance::speechIsUp,
                performance);
        try {
            Optional<Move> move = talk.hold();
            while (move.flatMap(TypedTalk::comesBack).isPresent() && performance.comesBack()) {
                move = talk.hold(move.flatMap(TypedTalk::comesBack).get());
            }
            performance.ended(move.map(TypedTalk::inWords).orElse("caller hangs up"));
        } catch (IllegalStateException | IllegalArgumentException broken) {
            performance.complain(
                    new Place(script.file().toString(), 1), "the plan cannot be performed: " + broken.getMessage());
        }
        return performance.complaints();
    }
}
