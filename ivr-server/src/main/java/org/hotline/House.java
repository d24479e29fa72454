package org.hotline;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hotline.access.FirstAdmin;
import org.hotline.call.CallFront;
import org.hotline.call.CallId;
import org.hotline.call.Fronts;
import org.hotline.call.Ladder;
import org.hotline.call.asterisk.AsteriskFront;
import org.hotline.call.asterisk.ami.Ami;
import org.hotline.call.digest.Accounts;
import org.hotline.call.registrar.Reachability;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.call.sip.SipFront;
import org.hotline.call.sip.SipSettings;
import org.hotline.chores.QueueTrimming;
import org.hotline.conversation.Comprehension;
import org.hotline.conversation.plan.Dialplan;
import org.hotline.conversation.triage.SecondOpinion;
import org.hotline.history.CallEvent;
import org.hotline.history.CallStore;
import org.hotline.queue.AgentProfile;
import org.hotline.queue.CallDistributor;
import org.hotline.queue.Dispatcher;
import org.hotline.queue.Event;
import org.hotline.queue.OfferRules;
import org.hotline.queue.QueueSettings;
import org.hotline.queue.RoutingStrategy;
import org.hotline.queue.jdbc.JdbcDutyLog;
import org.hotline.queue.jdbc.JdbcQueueJournal;
import org.hotline.queue.observed.DutyLog;
import org.hotline.recording.Recordings;
import org.hotline.speech.Language;
import org.hotline.supervision.CentreBoard;
import org.hotline.supervision.LiveBoard;
import org.hotline.supervision.web.StoryMeters;
import org.hotline.supervision.web.WebPorts;
import org.hotline.switchboard.Equipment;
import org.hotline.switchboard.Switchboard;
import org.hotline.training.Training;

/**
 * The whole server: its rooms built from a configuration, wired by hand, started, and closed in reverse. Built, started
 * and closed by one thread each.
 */
public final class House implements AutoCloseable {
    private final Cellar cellar = new Cellar();
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Configuration configuration;
    private final Secrets secrets;
    private final Clock clock;
    private final Storage storage;
    private final Voices voices;
    private final Plans plans;
    private final List<Training> trainings;
    private final Optional<SecondOpinion> secondOpinion;
    private final Dispatcher dispatcher;
    private final QueueTrimming trimming;
    private final SipFront front;
    private final Optional<AsteriskFront> asterisk;
    private final Optional<Ami> ami;
    private final DutyLog duties;
    private final Optional<AsteriskQueues> asteriskQueues;
    private final StoryMeters chronicle;
    private final Switchboard switchboard;
    private final CentreBoard board;
    private final Pages pages;
    private final Recordings recordings;
    private final List<QueueSettings> queues;
    private final List<AgentProfile> agents;
    private final Map<String, String> tellOnce = new LinkedHashMap<>();

    /**
     * Builds everything; nothing listens yet. What was opened is closed again if building fails.
     *
     * @throws Plans.Refused if a dialplan has mistakes
     * @throws IOException if a folder or model cannot be read or the ports for sound are taken
     */
    public static House build(Configuration configuration) throws IOException, Plans.Refused {
        return new House(configuration);
    }

    private House(Configuration configuration) throws IOException, Plans.Refused {
        this.configuration = configuration;
        this.clock = Clock.system(configuration.zone());
        this.queues = RoomSettings.queues(configuration.queues());
        this.agents = RoomSettings.agents(configuration.agents());
        boolean built = false;
        try {
            Premises.check(configuration);
            secrets = new Secrets(configuration.data().resolve("secrets"));
            secondOpinion = LanguageModel.open(configuration, metrics);
            plans = cellar.keep(
                    Plans.in(configuration.dialplans(), configuration.queues().keySet(), configuration.data()));
            storage = cellar.keep(Storage.open(configuration, clock));
            trainings = plans.schools().stream()
                    .map(school -> school.training(storage.labels(), storage.journal(), clock))
                    .toList();
            trainings.forEach(cellar::keep);
            voices = cellar.keep(Voices.open(configuration));
            recordings = cellar.keep(new Recordings(configuration.data().resolve("recordings")));
            MediaEngine media = cellar.keep(new MediaEngine(RoomSettings.rtp(configuration.media())));
            SipSettings sip = RoomSettings.sip(configuration.sip());
            Premises.audible(media, sip.addresses());
            front = cellar.keep(new SipFront(
                    sip,
                    Accounts.of(RoomSettings.accounts(configuration, name -> secrets.of("phone-" + name))),
                    media,
                    this::writeLadder,
                    clock));
            CallDistributor distributor = new CallDistributor(
                    queues, agents, RoutingStrategy.LONGEST_IDLE_FIRST, OfferRules.USUAL, configuration.zone());
            JdbcQueueJournal queueJournal = cellar.keep(new JdbcQueueJournal(storage.dataSource()));
            dispatcher = cellar.keep(new Dispatcher(distributor, queueJournal, clock));
            trimming = new QueueTrimming(queueJournal::trim, distributor::remembersFrom, clock);
            ami = AsteriskCalls.ami(configuration.asterisk().ami());
            ami.ifPresent(cellar::keep);
            asterisk = configuration.asterisk().enabled()
                    ? Optional.of(cellar.keep(AsteriskCalls.front(
                            configuration, media, dispatcher::board, ami, this::writeLadder, clock)))
                    : Optional.empty();
            chronicle = new StoryMeters(storage.calls()::append, metrics);
            duties = ami.<DutyLog>map(there -> cellar.keep(new JdbcDutyLog(storage.dataSource())))
                    .orElse(DutyLog.NONE);
            asteriskQueues = ami.map(connection -> cellar.keep(new AsteriskQueues(connection, queues, clock)));
            switchboard = new Switchboard(equipment(), RoomSettings.switchboard(configuration));
            board = cellar.keep(new CentreBoard(
                    switchboard.lines(), dispatcher::board, () -> asteriskQueues.map(AsteriskQueues::board), clock));
            pages = cellar.keep(Pages.build(
                    configuration,
                    storage,
                    recordings,
                    board,
                    new Controls(
                            dispatcher,
                            switchboard,
                            asteriskQueues,
                            asterisk.map(calls -> new AsteriskEar(calls, switchboard.supervisors())),
                            configuration.sip().transferTargets()),
                    new WebPorts.School(trainings, voices.recognizer()),
                    Vitals.of(storage, voices, media, recordings, ami),
                    metrics,
                    clock));
            measure(media);
            FirstAdmin.ensure(pages.users(), pages.passwords())
                    .ifPresent(password -> tellOnce.put("password of " + FirstAdmin.NAME + " on the pages", password));
            built = true;
        } finally {
            if (!built) {
                cellar.close();
            }
        }
    }

    /** Begins to listen: pages first, so that health can be asked for, telephones last. */
    public void start() {
        Housekeeping.recover(storage, recordings, ami.isPresent());
        dispatcher.start(switchboard::perform);
        dispatcher.onChange(board::changed);
        board.start();
        front.registrations().onChange(this::tellReachability);
        pages.start();
        Thread.ofVirtual()
                .name("warming")
                .start(() -> voices.speakers().warm(plans.numbers().values()));
        front.start(switchboard);
        asterisk.ifPresent(calls -> calls.start(switchboard));
        ami.ifPresent(connection -> {
            AsteriskCalls.reach(connection, agents, dispatcher::post);
            asteriskQueues.ifPresent(others -> others.start(
                    storage.calls(),
                    chronicle,
                    duties,
                    channel -> asterisk.flatMap(calls -> calls.callOn(channel)),
                    board::changed));
            connection.start();
        });
        cellar.keep(new VersionWatch(plans.schools(), clock));
        cellar.keep(Housekeeping.begin(configuration, storage, plans, recordings, voices, trimming, metrics, clock));
    }

    /** What to tell whoever started this, a line each: addresses, numbers, and the secrets made at this start. */
    public List<String> welcome() {
        Map<String, String> numbers = new TreeMap<>();
        plans.numbers().forEach((number, plan) -> numbers.put(number, plan.name()));
        return new Welcome(
                        configuration.sip().addresses().getFirst() + ":" + sipPort(),
                        "http://" + configuration.web().host() + ":" + pages.port(),
                        numbers,
                        secretsMade(),
                        voices.remarks())
                .lines();
    }

    /** The passwords made by this run, by whose they are. They are known nowhere else: whoever started this must be told. */
    public Map<String, String> secretsMade() {
        Map<String, String> made = new LinkedHashMap<>(tellOnce);
        secrets.fresh().forEach((name, secret) -> made.put("password of phone " + name.replace("phone-", ""), secret));
        return made;
    }

    /** Waits until callers can be understood; false if that takes longer than {@code within}. */
    public boolean awaitReady(Duration within) throws InterruptedException {
        long begun = System.nanoTime();
        return plans.awaitLearnt(within) && voices.awaitReady(within.minusNanos(System.nanoTime() - begun));
    }

    /** Whether speech in this language can be recognised just now. */
    public boolean hears(Language language) {
        return voices.recognizer().languages().contains(language);
    }

    /** The records of all calls. */
    public CallStore calls() {
        return storage.calls();
    }

    /** The trainers' rooms of the hotlines that have a tree. */
    public List<Training> trainings() {
        return trainings;
    }

    /** What supervisors see. */
    public LiveBoard board() {
        return board;
    }

    /** The port of the pages. */
    public int webPort() {
        return pages.port();
    }

    /** The SIP port listened on. */
    public int sipPort() {
        return front.port();
    }

    /** The ports for an Asterisk that hands calls over, FastAGI's and AudioSocket's, if it may. */
    public Optional<AsteriskPorts> asteriskPorts() {
        return asterisk.map(calls -> new AsteriskPorts(calls.agiPort(), calls.audioPort()));
    }

    /** Where Asterisk's two kinds of connections go. */
    public record AsteriskPorts(int agi, int audio) {}

    @Override
    public void close() {
        cellar.close();
    }

    private void measure(MediaEngine media) {
        Meters meters = new Meters(metrics);
        meters.of(media);
        meters.of(front);
        meters.of(voices);
        meters.of(storage.journal());
        meters.of(recordings);
        ami.ifPresent(meters::of);
    }

    private Equipment equipment() {
        return new Equipment(
                new Fronts(
                        front,
                        asterisk.<Map<String, CallFront>>map(other -> Map.of(AsteriskFront.SCHEME, other))
                                .orElse(Map.of())),
                plans::dialled,
                this::comprehension,
                storage.lookups(),
                voices.recognizer(),
                voices.speakers().synthesizer(),
                chronicle,
                recordings,
                dispatcher::post,
                queues,
                agents,
                clock);
    }

    private Comprehension comprehension(Dialplan plan) {
        Comprehension learnt = plans.comprehension(plan).with(new RememberedCalls(storage.journal()));
        return secondOpinion.map(learnt::with).orElse(learnt);
    }

    private void writeLadder(CallId call, Ladder.Word word) {
        storage.calls()
                .append(
                        call,
                        new CallEvent.Signalling(
                                word.at(), word.sent(), word.summary(), word.peer(), Optional.of(word.leg())));
    }

    private void tellReachability(Reachability phone) {
        agents.stream()
                .filter(agent -> agent.phone().equals(phone.account()))
                .forEach(agent -> dispatcher.post(
                        phone.reachable()
                                ? new Event.PhoneReachable(agent.name())
                                : new Event.PhoneUnreachable(agent.name())));
    }
}
