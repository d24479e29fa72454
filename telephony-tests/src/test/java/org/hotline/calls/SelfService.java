package org.hotline.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.hotline.history.Cdr;
import org.hotline.history.Ending;
import org.hotline.phone.BadLine;
import org.hotline.phone.CallersPhone;
import org.hotline.phone.PhoneCall;
import org.hotline.speech.Language;
import org.hotline.workbench.Trial;
import org.junit.jupiter.api.Test;

/** Callers who are served without an agent, whatever network their phone is in. */
abstract class SelfService {
    private static final Duration LONG = Duration.ofSeconds(40);
    private static final Ending SERVED = new Ending.Completed(Ending.Where.IN_CONVERSATION);

    /** Who is called. */
    protected abstract Trial hotline();

    /** The phone of somebody who calls. */
    protected abstract CallersPhone phone(Language language, BadLine line);

    @Test
    void aParcelIsFoundByVoice() {
        List<Cdr> before = Hotline.calls(hotline());
        try (CallersPhone phone = phone(Language.ENGLISH, BadLine.perfect())) {
            phone.dials("4000")
                    .hears("How can I help you", LONG)
                    .says("where is my parcel")
                    .hears("What is your order number", LONG)
                    .says("one two three four five six seven eight")
                    .hears("Is that right", LONG)
                    .says("yes")
                    .hears("anything else I can do for you", LONG)
                    .says("no thank you")
                    .isHungUpOn(LONG);
        }
        Cdr cdr = Hotline.recordOf(hotline(), "4000", before);
        assertThat(cdr.ending()).contains(SERVED);
        assertThat(cdr.issue()).contains("parcel-late");
        assertThat(cdr.isContained()).isTrue();
        assertThat(Hotline.understood(hotline(), cdr)).anyMatch(text -> text.contains("parcel"));
    }

    @Test
    void aRefundIsFoundByKeysOnABadLine() {
        List<Cdr> before = Hotline.calls(hotline());
        try (CallersPhone phone = phone(Language.ENGLISH, BadLine.loses(0.03).jitters(Duration.ofMillis(30)))) {
            PhoneCall call = phone.dials("4000").hearsThemOut().presses("2");
            call.hearsThemOut().presses("34567890");
            call.hearsThemOut().presses("1");
            call.hearsThemOut().hearsThemOut().presses("25").isHungUpOn(LONG); // that is all, and five of five
        }
        Cdr cdr = Hotline.recordOf(hotline(), "4000", before);
        assertThat(cdr.ending()).contains(SERVED);
        assertThat(cdr.issue()).contains("refund-status");
    }

    @Test
    void keysMayComeBySignalling() {
        List<Cdr> before = Hotline.calls(hotline());
        try (CallersPhone phone = phone(Language.ENGLISH, BadLine.perfect())) {
            PhoneCall call =
                    phone.dials("4000").hears("How can I help you", LONG).pressesByInfo("6");
            call.hears("press invoice", LONG);
            call.hears("anything else I can do for you", LONG)
                    .pressesByInfo("25")
                    .isHungUpOn(LONG);
        }
        assertThat(Hotline.recordOf(hotline(), "4000", before).ending()).contains(SERVED);
    }

    @Test
    void aParcelIsFoundInMandarin() {
        List<Cdr> before = Hotline.calls(hotline());
        try (CallersPhone phone = phone(Language.MANDARIN, BadLine.perfect())) {
            PhoneCall call = phone.dials("4001");
            call.hears("请问您遇到了什么问题", LONG).says("我的快递怎么还没到");
            call.hears("八位订单号", LONG).presses("87654321");
            call.hears("您的订单号是", LONG).says("对的");
            call.hears("还有什么可以帮您", LONG).says("没有了谢谢").isHungUpOn(LONG);
        }
        Cdr cdr = Hotline.recordOf(hotline(), "4001", before);
        assertThat(cdr.ending()).contains(SERVED);
        assertThat(cdr.issue()).contains("parcel-late");
    }

    @Test
    void aCallerMayHangUpAtAnyTime() {
        List<Cdr> before = Hotline.calls(hotline());
        try (CallersPhone phone = phone(Language.ENGLISH, BadLine.perfect())) {
            phone.dials("4000").waits(Duration.ofSeconds(1)).hangsUp();
        }
        assertThat(Hotline.recordOf(hotline(), "4000", before).ending())
                .contains(new Ending.CallerHungUp(Ending.Where.IN_CONVERSATION));
    }
}
