package org.hotline.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.hotline.history.CallEvent;
import org.hotline.history.Cdr;
import org.hotline.phone.BadLine;
import org.hotline.phone.CallersPhone;
import org.hotline.speech.Language;
import org.hotline.workbench.Trial;
import org.junit.jupiter.api.Test;

/** Callers who call the hotline itself, by SIP. */
class SelfServiceTest extends SelfService {
    private static final Duration LONG = Duration.ofSeconds(40);

    @Override
    protected Trial hotline() {
        return Hotline.open();
    }

    @Override
    protected CallersPhone phone(Language language, BadLine line) {
        return hotline().caller(language).overALineThat(line).build();
    }

    @Test
    void angerIsHeardWhereDigitsAreExpected() {
        List<Cdr> before = Hotline.calls();
        try (CallersPhone phone = phone(Language.MANDARIN, BadLine.perfect())) {
            phone.dials("4001")
                    .hears("请问您遇到了什么问题", LONG)
                    .presses("1")
                    .hears("八位订单号", LONG)
                    .says("叫你们领导来")
                    .hears("马上为您转人工客服", LONG)
                    .hangsUp();
        }
        assertThat(meanings(Hotline.recordOf("4001", before))).contains("angry");
    }

    @Test
    void anotherWishIsHeardWhereDigitsAreExpected() {
        List<Cdr> before = Hotline.calls();
        try (CallersPhone phone = phone(Language.ENGLISH, BadLine.perfect())) {
            phone.dials("4000")
                    .hears("How can I help you", LONG)
                    .presses("1")
                    .hears("What is your order number", LONG)
                    .says("i was charged twice")
                    .hears("it is about being charged twice", LONG)
                    .hears("What is your order number", LONG)
                    .presses("12345678")
                    .hears("Is that right", LONG)
                    .hangsUp();
        }
        assertThat(Hotline.recordOf("4000", before).issue()).contains("double-charge");
    }

    @Test
    void whoCallsAgainIsThoughtToCallAboutTheSame() {
        List<Cdr> before = Hotline.calls();
        List<Cdr> first;
        try (CallersPhone phone = phone(Language.ENGLISH, BadLine.perfect())) {
            phone.dials("4000")
                    .hears("How can I help you", LONG)
                    .presses("2")
                    .hears("What is your order number", LONG)
                    .hangsUp();
            assertThat(Hotline.recordOf("4000", before).issue()).contains("refund-status");
            first = Hotline.calls();
            phone.dials("4000").hears("How can I help you", LONG).hangsUp();
        }
        CallEvent.Decided opening = Hotline.open()
                .calls()
                .events(Hotline.recordOf("4000", first).id())
                .stream()
                .flatMap(event -> event instanceof CallEvent.Decided decided ? Stream.of(decided) : Stream.empty())
                .findFirst()
                .orElseThrow();
        assertThat(opening.clues().orElseThrow()).contains("called-lately:refund-status");
        assertThat(opening.issues().getFirst().issue()).isEqualTo("refund-status");
    }

    @Test
    void anotherWishIsHeardAtAReadBackAndAngerAtTheSurvey() {
        List<Cdr> before = Hotline.calls();
        try (CallersPhone phone = phone(Language.ENGLISH, BadLine.perfect())) {
            phone.dials("4000")
                    .hears("How can I help you", LONG)
                    .presses("1")
                    .hears("What is your order number", LONG)
                    .presses("12345678")
                    .hears("Is that right", LONG)
                    .says("no i need an invoice")
                    .hears("press invoice", LONG)
                    .hears("anything else I can do for you", LONG)
                    .presses("2")
                    .hears("how was this call", LONG)
                    .says("this is ridiculous")
                    .hears("put you through to a colleague", LONG)
                    .hangsUp();
        }
        Cdr cdr = Hotline.recordOf("4000", before);
        assertThat(cdr.issue()).contains("invoice");
        assertThat(meanings(cdr)).contains("angry");
    }

    @Test
    void bothAreHeardInMandarin() {
        List<Cdr> before = Hotline.calls();
        try (CallersPhone phone = phone(Language.MANDARIN, BadLine.perfect())) {
            phone.dials("4001")
                    .hears("请问您遇到了什么问题", LONG)
                    .presses("1")
                    .hears("八位订单号", LONG)
                    .presses("12345678")
                    .hears("您的订单号是", LONG)
                    .says("不是我要开发票")
                    .hears("还有什么可以帮您", LONG)
                    .presses("2")
                    .hears("一分到五分", LONG)
                    .says("太过分了")
                    .hears("马上为您转人工客服", LONG)
                    .hangsUp();
        }
        Cdr cdr = Hotline.recordOf("4001", before);
        assertThat(cdr.issue()).contains("invoice");
        assertThat(meanings(cdr)).contains("angry");
    }

    /** What the turns of a call were understood as. */
    private static List<String> meanings(Cdr cdr) {
        return Hotline.open().calls().events(cdr.id()).stream()
                .flatMap(event -> event instanceof CallEvent.TurnTaken turn ? Stream.of(turn.intent()) : Stream.empty())
                .toList();
    }
}
