package org.hotline.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.yaml.Complaint;
import org.junit.jupiter.api.Test;

/** A rehearsal that goes otherwise than written says where. */
class RehearsalTest {
    private static final Dialplan PLAN = Plans.of("shop-en");
    private static final Rehearsal REHEARSAL = new Rehearsal(PLAN, Plans.comprehension(PLAN), Lookups.NONE);

    private static List<String> complaints(String script) throws URISyntaxException {
        Path file = Path.of(Objects.requireNonNull(RehearsalTest.class.getResource("rehearsals/" + script))
                .toURI());
        return REHEARSAL.run(file).stream()
                .map(Complaint::toString)
                .map(said -> said.substring(said.lastIndexOf('/', said.indexOf(".txt")) + 1))
                .toList();
    }

    @Test
    void saysWhereACallWentOtherwise() throws URISyntaxException {
        assertThat(complaints("wrong.txt"))
                .containsExactly(
                        "wrong.txt:2: the bot should say \"Good evening\", but says"
                                + " \"Welcome to Maple Shop. This call is recorded. / How can I help you?\"",
                        "wrong.txt:3: this should be understood as refund-status, but is understood as parcel-late",
                        "wrong.txt:6: this should be understood as no-match, but is understood as order",
                        "wrong.txt:8: the call should end with \"queue english\", but ended with \"caller hangs up\"");
    }

    @Test
    void saysWhatIsLeftWhenTheCallIsOver() throws URISyntaxException {
        assertThat(complaints("too-long.txt"))
                .containsExactly("too-long.txt:3: the call was over before this: it ended with \"queue english\"");
    }

    @Test
    void saysWhatCannotBeRead() throws URISyntaxException {
        assertThat(complaints("unreadable.txt")).hasSize(3).allMatch(said -> said.contains("begin it with Calling:"));
    }
}
