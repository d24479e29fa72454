package org.hotline.conversation;

import java.util.Optional;
import org.hotline.conversation.plan.Move;
import org.hotline.conversation.plan.Step;
import org.hotline.conversation.plan.Wording;
import org.hotline.conversation.triage.Triage;
import org.hotline.issue.Issue;
import org.hotline.issue.Outcome;
import org.hotline.issue.belief.Act;
import org.hotline.issue.belief.Belief;
import org.hotline.speech.Piece;

/** How a caller goes on whose issue is found, or is not worth asking for any longer. */
record Settling(Talk talk, Step.Locate step, Triage triage) {
    /** Notes the issue, and says its answer or leads to its flow or people. */
    Next settle(String name, Belief belief) {
        Issue issue = issue(name);
        talk.notes().clear(Notes.LIKELY_ISSUE);
        talk.notes().fill(Notes.ISSUE, new Piece.Text(triage.called(name)));
        talk.notes().locate(name, belief.isConfirmed(name));
        return switch (issue.outcome()) {
            case Outcome.Answer answer -> {
                talk.say(step, new Wording(answer.say().in(triage.language(), "")));
                yield new Next.Go(step.then());
            }
            case Outcome.Flow flow -> new Next.Go(flow.step());
            case Outcome.Agents agents -> toAgents(agents.queue());
        };
    }

    /** What is only likely is not located: whoever takes the caller over is told so. */
    Next handOver(Act.HandOver handOver) {
        Optional<Issue> likeliest = handOver.likeliest().map(this::issue);
        likeliest.ifPresent(
                issue -> talk.notes().fill(Notes.LIKELY_ISSUE, new Piece.Text(triage.called(issue.name()))));
        return toAgents(likeliest.flatMap(
                issue -> issue.outcome() instanceof Outcome.Agents agents ? agents.queue() : Optional.empty()));
    }

    /** To the queue the issue names, waiting as at the plan's own one, or to that. */
    private Next toAgents(Optional<String> queue) {
        if (queue.isPresent() && talk.plan().step(step.agents()) instanceof Step.ToQueue usual) {
            usual.say().ifPresent(wording -> talk.say(usual, wording));
            return new Next.Leave(new Move.ToQueue(queue.get(), usual.waiting()));
        }
        return new Next.Go(step.agents());
    }

    private Issue issue(String name) {
        return Optional.ofNullable(triage.tree().issues().get(name))
                .orElseThrow(() -> new IllegalStateException("no issue \"" + name + "\""));
    }
}
