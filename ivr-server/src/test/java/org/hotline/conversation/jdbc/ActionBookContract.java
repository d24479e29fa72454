package org.hotline.conversation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline.conversation.action.Action;
import org.hotline.conversation.action.ActionBook;
import org.hotline.conversation.action.ActionBook.Entry;
import org.hotline.conversation.action.ActionBook.Settlement;
import org.hotline.conversation.lookup.Query;
import org.hotline.speech.Piece;
import org.junit.jupiter.api.Test;

/** What every book of actions promises. */
abstract class ActionBookContract {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final Query.Does.Change ONCE_AN_ORDER =
            new Query.Does.Change(List.of("order"), Optional.empty(), Optional.empty());
    private static final Query.Does.Change PAYS = new Query.Does.Change(
            List.of("order"),
            Optional.empty(),
            Optional.of(new Query.Does.Payment("total", "customer", 100, 150, 200)));

    /** A book with nothing in it. */
    abstract ActionBook book();

    @Test
    void anOrderIsDoneOnceWhoeverCalls() {
        ActionBook book = book();
        assertThat(book.intend(action("a", "1", 0, NOON), ONCE_AN_ORDER)).isEqualTo(new Entry.Fresh());
        assertThat(book.intend(action("b", "1", 0, NOON), ONCE_AN_ORDER))
                .as("asked for again by its first name")
                .isInstanceOfSatisfying(Entry.InDoubt.class, again -> {
                    assertThat(again.earlier().key()).isEqualTo("a");
                    assertThat(again.earlier().tries()).isEqualTo(1);
                    assertThat(again.earlier().arguments())
                            .isEqualTo(Map.of("order", new Piece.Digits("1"), "text", new Piece.Text("a=b&c:d 好")));
                });
        book.settle("a", Settlement.DONE, NOON);
        assertThat(book.intend(action("c", "1", 0, NOON), ONCE_AN_ORDER)).isEqualTo(new Entry.DoneBefore());
        assertThat(book.intend(action("d", "2", 0, NOON), ONCE_AN_ORDER)).isEqualTo(new Entry.Fresh());
    }

    @Test
    void whatWasSurelyNotDoneMayBeAskedForAnewAndWhatIsWithAPersonMayNot() {
        ActionBook book = book();
        book.intend(action("a", "1", 0, NOON), ONCE_AN_ORDER);
        book.settle("a", Settlement.NOT_DONE, NOON);
        assertThat(book.intend(action("b", "1", 0, NOON), ONCE_AN_ORDER)).isEqualTo(new Entry.Fresh());
        book.settle("b", Settlement.FOR_A_PERSON, NOON);
        assertThat(book.intend(action("c", "1", 0, NOON), ONCE_AN_ORDER)).isEqualTo(new Entry.WithAPerson());
    }

    @Test
    void whatIsInDoubtComesUpWhenItsTimeHasCome() {
        ActionBook book = book();
        book.intend(action("a", "1", 0, NOON), ONCE_AN_ORDER);
        book.intend(action("b", "2", 0, NOON.plusSeconds(90)), ONCE_AN_ORDER);
        Instant later = NOON.plusSeconds(100);
        assertThat(book.inDoubt(later, later.minusSeconds(60), 10))
                .extracting(Action::key)
                .containsExactly("a");
        book.postpone("a", later.plus(Duration.ofHours(1)));
        assertThat(book.inDoubt(later, later, 10)).extracting(Action::key).containsExactly("b");
        assertThat(book.inDoubt(later.plus(Duration.ofHours(2)), later, 10))
                .extracting(Action::tries)
                .containsExactly(2, 1);
    }

    @Test
    void nobodyIsPaidOverACap() {
        ActionBook book = book();
        assertThat(book.intend(action("a", "1", 80, NOON), PAYS)).isEqualTo(new Entry.Fresh());
        assertThat(book.intend(action("b", "2", 30, NOON), PAYS)).as("to one").isEqualTo(new Entry.OverCap());
        assertThat(book.intend(action("c", "3", 20, NOON), PAYS))
                .as("in doubt counts")
                .isEqualTo(new Entry.Fresh());
        assertThat(book.intend(action("d", "14", 60, NOON), PAYS)).as("a day").isEqualTo(new Entry.OverCap());
        Instant tomorrow = NOON.plus(Duration.ofHours(25));
        assertThat(book.intend(action("e", "15", 60, tomorrow), PAYS)).isEqualTo(new Entry.Fresh());
        assertThat(book.intend(action("f", "26", 50, tomorrow), PAYS))
                .as("in total")
                .isEqualTo(new Entry.OverCap());
        book.settle("a", Settlement.NOT_DONE, tomorrow);
        assertThat(book.intend(action("g", "27", 50, tomorrow), PAYS)).isEqualTo(new Entry.Fresh());
    }

    /** Orders below ten are one customer's, then ten by ten. */
    private static Action action(String key, String order, long minor, Instant at) {
        return new Action(
                key,
                "pay/" + order,
                "shop",
                "pay",
                Map.of("order", new Piece.Digits(order), "text", new Piece.Text("a=b&c:d 好")),
                minor == 0
                        ? Optional.empty()
                        : Optional.of(new Action.Paid(Integer.toString(Integer.parseInt(order) / 10), minor)),
                at,
                0);
    }
}
