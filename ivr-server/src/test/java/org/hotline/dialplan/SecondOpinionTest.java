package org.hotline.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hotline.call.PhoneNumber;
import org.hotline.conversation.Comprehension;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.conversation.openai.ModelOnLoopback;
import org.hotline.conversation.openai.OpenAiOpinion;
import org.hotline.conversation.openai.OpenAiSettings;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.conversation.turn.TalkListener;
import org.hotline.conversation.turn.Turn;
import org.hotline.issue.belief.Belief;
import org.hotline.issue.belief.Decision;
import org.hotline.issue.belief.Evidence;
import org.hotline.issue.belief.Opinion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real conversation with callers of a small library who may have lost a book or a card, and a model to ask on loopback. */
class SecondOpinionTest {
    private static final String UNCLEAR = "it is gone my number is four seven one one";
    private static final String CLEAR = "i want to become a member";

    private final ModelOnLoopback model = new ModelOnLoopback();

    SecondOpinionTest() throws IOException {}

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void decidesOtherwiseThanTheWordsAlone() throws URISyntaxException {
        model.says("200 {\"lost-card\": 0.95, \"lost-book\": 0.05}");
        Heard alone = talk(UNCLEAR, Optional.empty());
        Heard advised = talk(UNCLEAR, Optional.of(OpenAiSettings.MOST));
        assertThat(alone.prompts.get(1)).contains("a lost book", "a lost card").doesNotContain("about a lost card");
        assertThat(advised.prompts.get(1)).contains("about a lost card").isNotEqualTo(alone.prompts.get(1));
        assertThat(advised.opinion()).isInstanceOf(Opinion.Given.class);
    }

    @Test
    void decidesAsTheWordsAloneIfTheModelIsDeadOrLate() throws URISyntaxException {
        Heard alone = talk(UNCLEAR, Optional.empty());
        model.says("503 overloaded");
        Heard dead = talk(UNCLEAR, Optional.of(OpenAiSettings.MOST));
        model.keepsWaiting();
        Heard late = talk(UNCLEAR, Optional.of(OpenAiSettings.LEAST));
        assertThat(dead.prompts).isEqualTo(alone.prompts);
        assertThat(dead.opinion()).isEqualTo(new Opinion.Missing(Opinion.Why.FAILED));
        assertThat(late.prompts).isEqualTo(alone.prompts);
        assertThat(late.opinion()).isEqualTo(new Opinion.Missing(Opinion.Why.LATE));
    }

    @Test
    void isNotAskedWhatIsSureAnyway() throws URISyntaxException {
        model.says("200 {\"lost-card\": 1}");
        Heard sure = talk(CLEAR, Optional.of(OpenAiSettings.MOST));
        assertThat(sure.prompts.get(1)).contains("it is about a new card");
        assertThat(model.bodies()).isEmpty();
    }

    @Test
    void seesNoNumbersOfCallers() throws URISyntaxException {
        model.says("200 {\"lost-card\": 1}");
        talk(UNCLEAR, Optional.of(OpenAiSettings.MOST));
        assertThat(model.bodies()).hasSize(1);
        assertThat(model.bodies().getFirst())
                .contains("it is gone my number is <number>", "i lost my card")
                .doesNotContain("four", "seven", "one one", "4711");
    }

    /** @param budget nobody is asked without one */
    private Heard talk(String said, Optional<Duration> budget) throws URISyntaxException {
        Dialplan plan = Plans.of(Path.of(Objects.requireNonNull(SecondOpinionTest.class.getResource("plans/locate"))
                .toURI()));
        Comprehension alone = Plans.comprehension(plan);
        Comprehension comprehension = budget.map(
                        patience -> OpenAiSettings.at(model.address(), "small", Optional.empty(), patience))
                .map(settings -> alone.with(new OpenAiOpinion(settings)))
                .orElse(alone);
        Iterator<Deed> deeds =
                List.<Deed>of(new Deed.Says(said), new Deed.HangsUp()).iterator();
        Heard heard = new Heard();
        new TypedTalk(plan, comprehension, Lookups.NONE, new PhoneNumber("4712"), deeds::next, () -> true, heard)
                .hold();
        return heard;
    }

    /** What the caller heard, and what it was decided on. */
    private static final class Heard implements TalkListener {
        private final List<String> prompts = new ArrayList<>();
        private final List<Belief> beliefs = new ArrayList<>();

        Opinion opinion() {
            return beliefs.getLast().evidence().getLast() instanceof Evidence.Heard heard
                    ? heard.opinion()
                    : Opinion.NOT_ASKED;
        }

        @Override
        public void saying(String prompt) {
            prompts.add(prompt);
        }

        @Override
        public void hearing(String partial) {}

        @Override
        public void turned(Turn turn) {}

        @Override
        public void decided(int turn, String step, Decision decision, Belief belief) {
            beliefs.add(belief);
        }
    }
}
