package org.hotline;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an operator can set, as {@code hotline.yaml} says it: a component {@code mediaTimeout} is the key
 * {@code media-timeout}. What the file leaves out keeps the value of {@link #defaults()}, which is a whole hotline that
 * runs on one machine, bound to loopback.
 *
 * @param data folder of all that is written: database, recordings, index, generated secrets
 * @param dialplans folder of the dialplans
 * @param zone business time zone: what "today" is
 * @param agents by name; the name is also the account of the agent's phone
 * @param queues by name
 */
public record Configuration(
        Path data,
        Path dialplans,
        ZoneId zone,
        Sip sip,
        Media media,
        Asterisk asterisk,
        Speech speech,
        Recording recording,
        Database database,
        Lookups lookups,
        SecondOpinion secondOpinion,
        Web web,
        Map<String, Queue> queues,
        Map<String, Agent> agents) {

    /**
     * The SIP endpoint.
     *
     * @param addresses of this machine to bind; loopback unless said otherwise
     * @param port of UDP and TCP
     * @param transports {@code udp}, {@code tcp}
     * @param advertised the address phones are told, behind a NAT with forwarded ports
     * @param callLimit calls at once; more get 503
     * @param messageRate messages a second from one address, twice as many in a burst; more are dropped unread
     * @param realm shown by phones when they ask for a password
     * @param publicCalls anybody may call; else only accounts that prove their password
     * @param transferTargets where callers may be sent on: a number or name, and the SIP address dialled for it. All else
     *     is refused (toll fraud)
     * @param trunks our accounts at telephone companies, by the host of the SIP addresses dialled there
     */
    public record Sip(
            List<String> addresses,
            int port,
            List<String> transports,
            Optional<String> advertised,
            int callLimit,
            int messageRate,
            String realm,
            boolean publicCalls,
            Map<String, String> transferTargets,
            Map<String, Trunk> trunks) {}

    /**
     * An account at a telephone company, which asks for its password when we dial.
     *
     * @param realm the name the company gives in its challenge; no other is answered
     * @param user of the account
     * @param password of the account
     */
    public record Trunk(String realm, String user, String password) {
        /** None yet. */
        public static Trunk blank() {
            return new Trunk("", "", "");
        }

        /** Never the password. */
        @Override
        public String toString() {
            return "Trunk[" + user + " at " + realm + "]";
        }
    }

    /**
     * Sound on the network.
     *
     * @param firstPort lowest RTP port, even
     * @param lastPort highest RTP port, even; keep the range outside the system's ephemeral ports
     * @param mediaTimeout a call without sound for this long is over
     */
    public record Media(int firstPort, int lastPort, Duration mediaTimeout) {}

    /**
     * Calls that an Asterisk hands over; see {@code dialplans/asterisk}.
     *
     * @param enabled listen for them
     * @param address to listen on; the protocols know no passwords and no encryption
     * @param agiPort of FastAGI
     * @param audioPort of AudioSocket
     * @param sources addresses or networks ({@code 10.0.0.0/8}) of the Asterisks
     * @param queues who queues a caller for an agent
     * @param priorities what {@code IVR_PRIORITY} says, by issue
     * @param ami the way to Asterisk's manager interface
     */
    public record Asterisk(
            boolean enabled,
            String address,
            int agiPort,
            int audioPort,
            List<String> sources,
            Queues queues,
            Map<String, Integer> priorities,
            Ami ami) {
        /** Whose queue a caller waits in. */
        public enum Queues {
            /** Ours, as long as an agent of it is signed in here with a phone that can be rung; else Asterisk's. */
            AUTO,
            /** Ours. */
            HOTLINE,
            /** Asterisk's: the call is given back. */
            ASTERISK
        }

        /** Not enabled; loopback, 4573 and 9092. */
        public static Asterisk usual() {
            return new Asterisk(
                    false, "127.0.0.1", 4573, 9092, List.of("127.0.0.0/8", "::1"), Queues.AUTO, Map.of(), Ami.usual());
        }

        private Asterisk at(Path home) {
            return new Asterisk(enabled, address, agiPort, audioPort, sources, queues, priorities, ami.at(home));
        }
    }

    /**
     * Asterisk's manager interface, for all that AGI and AudioSocket cannot do.
     *
     * @param enabled connect to it
     * @param host of the Asterisk; not encrypted
     * @param port of its manager interface
     * @param user a section of its {@code manager.conf}
     * @param secret of that user
     * @param secretFile a file that holds nothing but the secret, instead
     */
    public record Ami(
            boolean enabled, String host, int port, String user, Optional<String> secret, Optional<Path> secretFile) {
        /** Not enabled; {@code hotline} on loopback. */
        public static Ami usual() {
            return new Ami(false, "127.0.0.1", 5038, "hotline", Optional.empty(), Optional.empty());
        }

        private Ami at(Path home) {
            return new Ami(enabled, host, port, user, secret, secretFile.map(home::resolve));
        }

        /** Never the secret. */
        @Override
        public String toString() {
            return "Ami[" + user + " at " + host + ":" + port + "]";
        }
    }

    /**
     * Hearing and speaking.
     *
     * @param models folder of the recognizer's models
     * @param processes recognizer processes a language; 0 sizes by cores
     * @param servers addresses of foreign vosk-servers by language tag, used instead of own processes
     * @param voiceUrl base address of an OpenAI-compatible speech service; without one espeak-ng speaks
     * @param voiceKey its key
     * @param transcribeAgents also transcribe callers and agents while they talk to each other
     */
    public record Speech(
            Path models,
            int processes,
            Map<String, String> servers,
            Optional<String> voiceUrl,
            Optional<String> voiceKey,
            boolean transcribeAgents) {}

    /**
     * Recordings.
     *
     * @param enabled calls are recorded
     * @param keep audio older than this is deleted; the record of the call stays
     */
    public record Recording(boolean enabled, Duration keep) {}

    /**
     * The store.
     *
     * @param url JDBC address, {@code jdbc:postgresql://host/name}; without one the embedded H2 in the data folder
     * @param user of the database
     * @param password of the database
     * @param sampleShop put the sample shop's tables and orders into the database, for the sample plans
     */
    public record Database(Optional<String> url, String user, String password, boolean sampleShop) {}

    /**
     * What plans look up and do in other systems.
     *
     * @param secretsFile lines {@code HOTLINE_NAME=value}: what the names of secrets in plans stand for, before the environment
     */
    public record Lookups(Optional<Path> secretsFile) {}

    /**
     * A language model that is asked what callers meant whose problem their words alone do not tell. Off without a base address.
     *
     * @param baseUrl of an OpenAI-compatible interface; callers' words go there, with numbers masked
     * @param model its name there
     * @param secret the name of its key, as {@link Lookups} keeps secrets
     * @param budget the longest wait for an answer
     */
    public record SecondOpinion(
            Optional<String> baseUrl, Optional<String> model, Optional<String> secret, Duration budget) {
        /** Nobody is asked; who is, has 1.2 s. */
        public static SecondOpinion none() {
            return new SecondOpinion(Optional.empty(), Optional.empty(), Optional.empty(), Duration.ofMillis(1200));
        }
    }

    /**
     * The pages and the API.
     *
     * @param host to listen on; loopback unless said otherwise
     * @param port of HTTP
     * @param names further host names under which browsers may ask
     * @param behindTls a proxy in front speaks TLS
     */
    public record Web(String host, int port, List<String> names, boolean behindTls) {}

    /**
     * A queue.
     *
     * @param language {@code en} or {@code zh}
     * @param skills an agent must have
     * @param offerTimeout how long an agent's phone rings
     * @param wrapUp how long an agent is left alone after a talk
     * @param maxWait longest wait, whatever a plan allows
     * @param targetWithin service level: answered within this
     * @param targetPercent service level aimed at, percent
     */
    public record Queue(
            String language,
            List<String> skills,
            Duration offerTimeout,
            Duration wrapUp,
            Duration maxWait,
            Duration targetWithin,
            int targetPercent) {
        /** The usual: 15 s of ringing, 10 s of wrap-up, 80 % within 20 s. */
        public static Queue blank() {
            return new Queue(
                    "en",
                    List.of(),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(15),
                    Duration.ofSeconds(20),
                    80);
        }
    }

    /**
     * An agent.
     *
     * @param display name people read
     * @param password of the phone's account; without one it is made at first start and kept in the data folder
     * @param queues served
     * @param skills had
     * @param digest what the phone understands: {@code md5}, {@code sha-256} or {@code both}
     * @param phone a phone that is not registered here: {@code asterisk:PJSIP/1001} is rung through the Asterisk
     */
    public record Agent(
            String display,
            Optional<String> password,
            List<String> queues,
            List<String> skills,
            String digest,
            Optional<String> phone) {
        /** Nobody yet. */
        public static Agent blank() {
            return new Agent("", Optional.empty(), List.of(), List.of(), "md5", Optional.empty());
        }
    }

    /** The same with folders that are relative taken from {@code home}. */
    public Configuration at(Path home) {
        Speech placed = new Speech(
                home.resolve(speech.models()),
                speech.processes(),
                speech.servers(),
                speech.voiceUrl(),
                speech.voiceKey(),
                speech.transcribeAgents());
        return new Configuration(
                home.resolve(data),
                home.resolve(dialplans),
                zone,
                sip,
                media,
                asterisk.at(home),
                placed,
                recording,
                database,
                new Lookups(lookups.secretsFile().map(home::resolve)),
                secondOpinion,
                web,
                queues,
                agents);
    }

    /** A hotline in English (4000) and Mandarin (4001) with two agents, on loopback. */
    public static Configuration defaults() {
        Map<String, Queue> queues = new LinkedHashMap<>();
        queues.put("english", Queue.blank());
        queues.put("mandarin", queueIn("zh"));
        Map<String, Agent> agents = new LinkedHashMap<>();
        agents.put("alice", agent("Alice", List.of("english")));
        agents.put("bo", agent("Bo", List.of("mandarin", "english")));
        return new Configuration(
                Path.of("data"),
                Path.of("dialplans"),
                ZoneId.systemDefault(),
                new Sip(
                        List.of("127.0.0.1", "::1"),
                        5060,
                        List.of("udp", "tcp"),
                        Optional.empty(),
                        500,
                        2_000,
                        "hotline",
                        true,
                        Map.of(),
                        Map.of()),
                new Media(20_000, 29_998, Duration.ofSeconds(30)),
                Asterisk.usual(),
                new Speech(Path.of("models"), 0, Map.of(), Optional.empty(), Optional.empty(), true),
                new Recording(true, Duration.ofDays(90)),
                new Database(Optional.empty(), "hotline", "", true),
                new Lookups(Optional.empty()),
                SecondOpinion.none(),
                new Web("127.0.0.1", 8080, List.of(), false),
                queues,
                agents);
    }

    private static Queue queueIn(String language) {
        Queue usual = Queue.blank();
        return new Queue(
                language,
                usual.skills(),
                usual.offerTimeout(),
                usual.wrapUp(),
                usual.maxWait(),
                usual.targetWithin(),
                usual.targetPercent());
    }

    private static Agent agent(String display, List<String> queues) {
        return new Agent(display, Optional.empty(), queues, List.of(), "md5", Optional.empty());
    }
}
