package org.hotline.conversation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hotline.conversation.turn.Prompt;
import org.hotline.speech.Piece;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void valuesStandBetweenTexts() {
        Prompt prompt = new Wording("Your refund of {refund} was paid on {day}. Anything else?")
                .with(Map.of(
                        "refund", new Piece.Amount(7505, "USD"), "day", new Piece.Date(LocalDate.of(2026, 11, 21))));
        assertThat(prompt.pieces())
                .containsExactly(
                        new Piece.Text("Your refund of"),
                        new Piece.Amount(7505, "USD"),
                        new Piece.Text("was paid on"),
                        new Piece.Date(LocalDate.of(2026, 11, 21)),
                        new Piece.Text("Anything else?"));
        assertThat(prompt.text()).isEqualTo("Your refund of 75.05 USD was paid on 2026-11-21. Anything else?");
    }

    @Test
    void punctuationAloneIsNotSpoken() {
        Wording wording = new Wording("您的订单号是{order}，对吗？");
        assertThat(wording.texts()).containsExactly("您的订单号是", "对吗？");
        assertThat(new Wording("{a}, {b}.").texts()).isEmpty();
        assertThat(wording.slots()).isEqualTo(List.of("order"));
    }

    @Test
    void aSlotWithoutAValueIsLeftOut() {
        assertThat(new Wording("Hello {name}.").with(Map.of()).pieces()).containsExactly(new Piece.Text("Hello"));
    }

    @Test
    void piecesAreReadableTogether() {
        assertThat(Prompt.of(new Piece.Text("You are number"), new Piece.Count(3), new Piece.Text("in the queue."))
                        .text())
                .isEqualTo("You are number 3 in the queue.");
        assertThat(Prompt.of(new Piece.Text("您前面还有"), new Piece.Count(3), new Piece.Text("位。"))
                        .text())
                .isEqualTo("您前面还有3位。");
    }
}
