package org.hotline.calls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hotline.phone.PhoneCall;
import org.hotline.phone.Softphone;
import org.hotline.speech.Language;
import org.hotline.workbench.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A call as supervisors and agents see it in their browsers while it is spoken, and afterwards. */
class PagesTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    @Timeout(300)
    void aCallIsSeenReadAnsweredPlayedAndFound() throws Exception {
        Hotline.needs("espeak-ng");
        Browser.needed();
        try (People people = new People(Hotline.open())) {
            Browser.plays("wholeCall", Hotline.pages(), people::act);
            people.part();
        }
    }

    /** Caller and agent at their phones; in the background somebody else, who speaks Mandarin. */
    private static final class People implements AutoCloseable {
        private final Softphone alice;
        private final Softphone caller;
        private final Softphone other;
        private final ExecutorService crew = Executors.newVirtualThreadPerTaskExecutor();
        private final List<CompletableFuture<Void>> deeds = new ArrayList<>();
        private Optional<PhoneCall> call = Optional.empty();
        private Optional<PhoneCall> offered = Optional.empty();

        People(Trial trial) {
            alice = trial.agent("alice", Language.ENGLISH);
            caller = trial.caller(Language.ENGLISH).build();
            other = trial.caller(Language.MANDARIN).build();
        }

        String act(String asked) {
            switch (asked) {
                case "password" -> {
                    return Hotline.adminPassword();
                }
                case "signs-in" -> meanwhile(() -> alice.dials("*10").isHungUpOn(LONG));
                case "dials" -> call = Optional.of(caller.beginsToDial("4000"));
                case "says" ->
                    meanwhile(() -> call().isAnswered()
                            .hears("How can I help you", LONG)
                            .says("you sent me the wrong item"));
                case "gives-the-number" -> {
                    meanwhile(this::givesTheNumber);
                    meanwhile(this::asksInMandarin);
                }
                case "answers" -> offered = Optional.of(alice.rings(LONG).answers());
                case "both-talk" -> meanwhile(this::bothTalk);
                case "hangs-up" -> offered.orElseThrow().hangsUp();
                default -> throw new AssertionError("the scenario asks for " + asked);
            }
            return "done";
        }

        private void givesTheNumber() {
            call().hears("What is your order number", LONG).presses("12345678");
            call().hears("Is that right", LONG).presses("1");
        }

        private void asksInMandarin() {
            other.dials("4001")
                    .hears("请问您遇到了什么问题", LONG)
                    .says("我的快递怎么还没到")
                    .hears("八位订单号", LONG)
                    .hangsUp();
        }

        private void bothTalk() {
            offered.orElseThrow().waits(Duration.ofSeconds(7)).says("your refund is on the way");
            call().says("thank you very much");
        }

        private PhoneCall call() {
            return call.orElseThrow();
        }

        private void meanwhile(Runnable deed) {
            deeds.add(CompletableFuture.runAsync(deed, crew));
        }

        /** Everybody did all that was asked, and the agent signs out. */
        void part() {
            deeds.forEach(CompletableFuture::join);
            call().isHungUpOn(LONG);
            alice.dials("*11").isHungUpOn(LONG);
        }

        @Override
        public void close() {
            crew.shutdownNow();
            caller.close();
            other.close();
            alice.close();
        }
    }
}
