package org.hotline;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.hotline.call.asterisk.ami.Ami;
import org.hotline.call.rtp.MediaEngine;
import org.hotline.call.rtp.MediaHealth;
import org.hotline.call.sip.SipFront;
import org.hotline.history.jdbc.JdbcCallStore;
import org.hotline.recording.Recordings;
import org.hotline.speech.Language;
import org.hotline.speech.vosk.RecognizerPool;

/** What the rooms' own figures are called outside (docs/rooms/metrics.md); read when somebody asks for them. */
final class Meters {
    private final MeterRegistry registry;

    Meters(MeterRegistry registry) {
        this.registry = registry;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    void of(MediaEngine media) {
        media("rtp_legs", "Open legs", media, MediaHealth::legs);
        media("rtp_pacer_age_seconds", "Since the pacer last moved", media, health -> seconds(health.pacerAge()));
        media("rtp_loss_ratio", "Lost of expected packets, legs now open", media, Meters::lossRatio);
        media("rtp_lost_packets", "Packets that never came to the legs now open", media, MediaHealth::lost);
        mediaCount("rtp_late_ticks", "Ticks that began more than 5 ms late", media, MediaHealth::lateTicks);
        mediaCount("rtp_skipped_rounds", "Rounds left out after a standstill", media, MediaHealth::skippedRounds);
        mediaCount("rtp_packets_sent", "RTP packets sent", media, MediaHealth::sent);
        mediaCount("rtp_packets_received", "Datagrams read", media, MediaHealth::received);
        mediaCount("rtp_malformed", "Datagrams that are neither RTP nor RTCP", media, MediaHealth::malformed);
        mediaCount("rtp_failures", "Packets that could not be sent or read", media, MediaHealth::failures);
    }

    void of(SipFront front) {
        gauge(
                "sip_since_answer_seconds",
                "Since the endpoint answered itself",
                front,
                some -> seconds(some.health().sinceAnswer()));
        gauge(
                "sip_workers",
                "Threads that read UDP",
                front,
                some -> some.health().workers());
        gauge(
                "sip_dialogs",
                "Calls of the endpoint, to agents too",
                front,
                some -> some.health().calls());
        front.onAnswer(code -> registry.counter("sip_responses", "code", Integer.toString(code))
                .increment());
    }

    void of(Voices voices) {
        Arrays.stream(Language.values())
                .forEach(language -> Gauge.builder(
                                "asr_up",
                                voices,
                                some -> some.recognizer().languages().contains(language) ? 1 : 0)
                        .description("Something recognises this language")
                        .tag("language", language.tag())
                        .register(registry));
        if (voices.recognizer() instanceof RecognizerPool pool) {
            gauge(
                    "asr_realtime_factor",
                    "Decoding a second of sound, in seconds",
                    pool,
                    some -> some.figures().realtimeFactor());
            gauge(
                    "asr_streams",
                    "Utterances being heard",
                    pool,
                    some -> some.figures().activeStreams());
            count(
                    "asr_restarts",
                    "Recognizers started anew because one died",
                    pool,
                    some -> some.figures().restarts());
            count(
                    "asr_recycled",
                    "Recognizers replaced because one had grown",
                    pool,
                    some -> some.figures().recycled());
        }
    }

    void of(JdbcCallStore journal) {
        gauge("journal_lagging", "The database is away or catching up", journal, some -> some.isLagging() ? 1 : 0);
        count("journal_refused", "Events the database refused for good", journal, JdbcCallStore::refused);
    }

    void of(Recordings recordings) {
        gauge("recordings_open", "Recordings being written", recordings, Recordings::open);
        count("recordings_degraded", "Recordings with sound missing", recordings, Recordings::degraded);
        count("recordings_write_failures", "Writes that failed", recordings, Recordings::failures);
    }

    void of(Ami ami) {
        gauge(
                "ami_up",
                "Logged in at Asterisk's manager interface",
                ami,
                some -> some.health().isConnected() ? 1 : 0);
        count(
                "ami_logins",
                "Times we have logged in",
                ami,
                some -> some.health().logins());
        count("ami_events", "Events that came", ami, some -> some.health().events());
        count(
                "ami_events_dropped",
                "Events left out: a listener was slow",
                ami,
                some -> some.health().dropped());
        count(
                "ami_actions_unanswered",
                "Actions without an answer",
                ami,
                some -> some.health().unanswered());
    }

    private void media(String name, String description, MediaEngine media, ToDoubleFunction<MediaHealth> figure) {
        gauge(name, description, media, some -> figure.applyAsDouble(some.health()));
    }

    private void mediaCount(String name, String description, MediaEngine media, ToDoubleFunction<MediaHealth> figure) {
        count(name, description, media, some -> figure.applyAsDouble(some.health()));
    }

    private <T> void gauge(String name, String description, T room, ToDoubleFunction<T> figure) {
        Gauge.builder(name, room, figure).description(description).register(registry);
    }

    private <T> void count(String name, String description, T room, ToDoubleFunction<T> figure) {
        FunctionCounter.builder(name, room, figure).description(description).register(registry);
    }

    private static double lossRatio(MediaHealth health) {
        return health.expected() == 0 ? 0 : (double) health.lost() / health.expected();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
