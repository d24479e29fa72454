package org.hotline.switchboard;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.hotline.conversation.Comprehension;
import org.hotline.conversation.Understanding;
import org.hotline.conversation.lookup.Lookups;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.conversation.plan.Move;
import org.hotline.conversation.plan.Step;
import org.hotline.conversation.plan.Wording;
import org.hotline.conversation.triage.EarlierCalls;
import org.hotline.history.Ending;
import org.hotline.queue.AgentProfile;
import org.hotline.queue.CallDistributor;
import org.hotline.queue.Dispatcher;
import org.hotline.queue.Event;
import org.hotline.queue.ListJournal;
import org.hotline.queue.OfferRules;
import org.hotline.queue.QueueSettings;
import org.hotline.queue.RoutingStrategy;
import org.hotline.recording.Recordings;
import org.hotline.speech.FakeRecognizer;
import org.hotline.speech.FakeVoice;
import org.hotline.speech.Language;
import org.hotline.speech.Recognizer;

/** The rooms joined as Main joins them, with phones, store and voice of cardboard. Agents ann and ben serve the queue shop. */
final class TestHouse implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(10);

    final TestFront front = new TestFront();
    final TestStore store = new TestStore();
    final Recordings recordings;
    final Switchboard switchboard;
    final Dispatcher dispatcher;
    final List<AgentProfile> agents = List.of(agent("ann"), agent("ben"));
    private final Map<String, Dialplan> plans = new ConcurrentHashMap<>();
    Lookups lookups = Lookups.NONE;
    Recognizer recognizer = new FakeRecognizer();

    TestHouse(Path folder, UnaryOperator<SwitchboardSettings> change) {
        recordings = new Recordings(folder);
        List<QueueSettings> queues = List.of(new QueueSettings(
                "shop",
                "en",
                Set.of(),
                Duration.ofMillis(400),
                Duration.ZERO,
                Duration.ofSeconds(30),
                Duration.ofSeconds(20),
                80,
                Duration.ofSeconds(5)));
        dispatcher = new Dispatcher(
                new CallDistributor(
                        queues,
                        agents,
                        RoutingStrategy.LONGEST_IDLE_FIRST,
                        new OfferRules(Duration.ofMillis(50), 3, Duration.ofSeconds(5)),
                        ZoneOffset.UTC),
                new ListJournal(),
                InstantSource.system());
        switchboard = new Switchboard(
                new Equipment(
                        front,
                        number -> Optional.ofNullable(plans.get(number.text())),
                        plan -> new Comprehension(
                                (text, among) -> new Understanding.NoMatch(List.of()),
                                Optional.empty(),
                                Optional.empty(),
                                EarlierCalls.NONE),
                        (query, arguments) -> lookups.look(query, arguments),
                        recognizer,
                        new FakeVoice(Duration.ofMillis(200)),
                        store,
                        recordings,
                        dispatcher::post,
                        queues,
                        agents,
                        Clock.systemUTC()),
                change.apply(SwitchboardSettings.usual()));
        dispatcher.start(switchboard::perform);
    }

    private static AgentProfile agent(String name) {
        return new AgentProfile(name, name, name + "-phone", Set.of("shop"), Set.of());
    }

    /** A plan under this number that begins with the first step. */
    void plan(String number, Step... steps) {
        plan(number, false, steps);
    }

    void plan(String number, boolean recorded, Step... steps) {
        Map<String, Step> byName = new LinkedHashMap<>();
        for (Step step : steps) {
            byName.put(step.name(), step);
        }
        byName.put(Dialplan.HANG_UP, new Step.HangUp(Dialplan.HANG_UP, Optional.empty()));
        plans.put(
                number,
                new Dialplan(
                        "plan-" + number,
                        List.of(number),
                        Language.ENGLISH,
                        recorded,
                        steps[0].name(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        byName,
                        Map.of()));
    }

    static Step say(String name, String text, String then) {
        return new Step.Say(name, new Wording(text), then);
    }

    static Step queue(String name, Duration atMost, String then) {
        return new Step.ToQueue(
                name, "shop", Optional.empty(), new Move.Wait(Optional.of(atMost), Optional.of(then), true));
    }

    static Step transfer(String name, String target, Optional<String> giveUp) {
        return new Step.Transfer(name, target, Optional.empty(), giveUp);
    }

    static Step voicemail(String name) {
        return new Step.Voicemail(name, "box", Optional.empty(), Optional.of(Dialplan.HANG_UP));
    }

    /** The call comes in, on a thread of its own. */
    TestPhone takes(TestPhone phone) {
        Thread.startVirtualThread(() -> switchboard.accept(phone));
        return phone;
    }

    void works(String... names) {
        for (String name : names) {
            dispatcher.post(new Event.PhoneReachable(name));
            dispatcher.post(new Event.AgentSignedIn(name));
        }
    }

    String stateOf(String agent) {
        return dispatcher.board().agent(agent).orElseThrow().state().word();
    }

    void awaitStage(TestPhone phone, LinePicture.Stage stage) {
        await().atMost(SOON)
                .until(() -> switchboard
                        .lines()
                        .picture(phone.id())
                        .map(picture -> picture.stage() == stage)
                        .orElse(false));
    }

    Ending awaitEnding(TestPhone phone) {
        await().atMost(SOON).until(() -> store.ending(phone.id()).isPresent());
        return store.ending(phone.id()).orElseThrow();
    }

    @Override
    public void close() {
        dispatcher.close();
        recordings.close();
    }
}
