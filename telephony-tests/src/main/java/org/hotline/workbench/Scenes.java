package org.hotline.workbench;

import java.time.Duration;
import java.util.List;
import org.hotline.history.Cdr;
import org.hotline.history.Ending;
import org.hotline.phone.PhoneCall;
import org.hotline.phone.Softphone;
import org.hotline.speech.Language;

/** The calls of the demo: each reads as the call it is, and says what its record must show. */
final class Scenes {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Stage stage;

    Scenes(Stage stage) {
        this.stage = stage;
    }

    /** One call. */
    interface Play {
        void play();
    }

    /**
     * A call and what must have become of it.
     *
     * @param number the number that was dialled
     * @param ending what the record must say
     */
    record Scene(String title, String number, Play play, Ending ending) {
        boolean wentAsItShould(Cdr cdr) {
            return cdr.ending().equals(java.util.Optional.of(ending));
        }
    }

    List<Scene> all() {
        return List.of(
                new Scene(
                        "English, by voice, served without an agent",
                        "4000",
                        this::parcelByVoice,
                        new Ending.Completed(Ending.Where.IN_CONVERSATION)),
                new Scene(
                        "Mandarin, by voice, bridged to an agent",
                        "4001",
                        this::wrongItemToAgent,
                        new Ending.Completed(Ending.Where.WITH_AGENT)),
                new Scene(
                        "English, by keys only",
                        "4000",
                        this::refundByKeys,
                        new Ending.Completed(Ending.Where.IN_CONVERSATION)),
                new Scene(
                        "English, hangs up in the queue",
                        "4000",
                        this::hangsUpWaiting,
                        new Ending.CallerHungUp(Ending.Where.IN_QUEUE)));
    }

    private void parcelByVoice() {
        stage.caller(Language.ENGLISH)
                .dials("4000")
                .hears("How can I help you", LONG)
                .says("where is my parcel")
                .hears("What is your order number", LONG)
                .says("one two three four five six seven eight")
                .hears("Is that right", LONG)
                .says("yes that's right")
                .hears("anything else I can do for you", LONG)
                .says("no thank you")
                .isHungUpOn(LONG);
    }

    private void wrongItemToAgent() {
        Softphone bo = stage.agent("bo", Language.MANDARIN);
        bo.dials("*10").isHungUpOn();
        PhoneCall call = stage.caller(Language.MANDARIN).dials("4001");
        call.hears("请问您遇到了什么问题", LONG).says("你们发错货了");
        call.hears("八位订单号", LONG).presses("65432109");
        call.hears("您的订单号是", LONG).says("对的");
        PhoneCall offered = bo.rings(LONG).answers();
        offered.waits(Duration.ofSeconds(6)).says("您好请问有什么可以帮您");
        call.says("我收到的颜色不对");
        offered.says("好的我马上帮您处理").waits(Duration.ofSeconds(2)).hangsUp();
        call.isHungUpOn(LONG);
        bo.dials("*11").isHungUpOn();
    }

    private void refundByKeys() {
        PhoneCall call = stage.caller(Language.ENGLISH).dials("4000");
        call.hears("How can I help you", LONG).presses("2");
        call.hears("What is your order number", LONG).presses("34567890");
        call.hears("Is that right", LONG).presses("1");
        call.hears("anything else I can do for you", LONG).presses("25"); // and five of five
        call.isHungUpOn(LONG);
    }

    private void hangsUpWaiting() {
        PhoneCall call = stage.caller(Language.ENGLISH).dials("4000");
        call.hears("How can I help you", LONG).says("i want to talk to a person");
        call.hears("put you through to a colleague", LONG);
        call.waits(Duration.ofSeconds(6)).hangsUp();
    }
}
