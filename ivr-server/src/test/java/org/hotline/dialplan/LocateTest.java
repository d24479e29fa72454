package org.hotline.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.conversation.triage.EarlierCalls;
import org.hotline.speech.Piece;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The verb locate, in typed calls to a small library. */
class LocateTest {
    /** One reader has a book that is overdue. */
    private static final Lookups READERS = (query, arguments) -> new Piece.Text("4711").equals(arguments.get("calling"))
            ? new Lookups.Result.Found(
                    "found",
                    Map.of(
                            "clues",
                            new Piece.Text("overdue"),
                            "title",
                            new Piece.Text("Emma"),
                            "due",
                            new Piece.Date(LocalDate.of(2026, 11, 3))))
            : new Lookups.Result.Unknown();

    /** One called about a lost card lately. */
    private static final EarlierCalls CALLS = (calling, since) ->
            calling.equals("4712") && since.isAfter(Instant.now().minus(Duration.ofDays(4)))
                    ? List.of("lost-card", "an-issue-of-another-hotline")
                    : List.of();

    @Test
    void isRight() throws URISyntaxException {
        assertThat(DialplanCheck.of(TalkTest.folder("locate"), Surroundings.UNKNOWN))
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> goesAsWritten() throws URISyntaxException {
        Written written = Plans.written(TalkTest.folder("locate"));
        Rehearsal rehearsal = new Rehearsal(
                written.plan(), Plans.comprehension(written.plan()).with(CALLS), READERS);
        return Script.of(TalkTest.folder("locate")).stream()
                .map(file -> DynamicTest.dynamicTest(
                        String.valueOf(file.getFileName()),
                        () -> assertThat(rehearsal.run(file)).isEmpty()));
    }
}
