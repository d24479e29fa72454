package org.hotline.workbench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotline.phone.PhoneCall;
import org.hotline.phone.Softphone;
import org.hotline.speech.Language;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hotline call}: a test phone for the command line. */
@Command(
        name = "call",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Calls a number and does what the options say, in their order. Before each it hears the other side"
                        + " out. Without any, it takes lines from the keyboard: digits are keyed, words are spoken, an empty line"
                        + " listens, the end (Ctrl-D) hangs up.",
        footer = {"", "Example: hotline call 4000 --say \"where is my parcel\" --keys 12345678 --hear"})
final class CallCommand implements Callable<Integer> {
    private static final Pattern ADDRESS = Pattern.compile("\\[?([^\\[\\]]+?)]?:(\\d{1,5})");

    @Parameters(paramLabel = "NUMBER", description = "what to dial, e.g. 4000 (English) or 4001 (Mandarin)")
    private String number = "";

    @Option(names = "--server", defaultValue = "127.0.0.1:5060", description = "SIP address (default ${DEFAULT-VALUE})")
    private String server = "";

    @Option(names = "--language", defaultValue = "", description = "en or zh (default: zh for 4001, else en)")
    private String language = "";

    @Option(names = "--from", defaultValue = "5550100", description = "the number shown (default ${DEFAULT-VALUE})")
    private String from = "";

    @Option(names = "--hear", description = "print what the other side says, as this phone understood it")
    private boolean hear;

    @ArgGroup(multiplicity = "0..*")
    private List<Act> acts = new ArrayList<>(); // the command line adds to it

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** One thing to do. */
    static final class Act {
        @Option(names = "--say", required = true, description = "say this sentence")
        private String say = "";

        @Option(names = "--keys", required = true, description = "press these keys")
        private String keys = "";

        @Option(names = "--wait", required = true, description = "listen for so many seconds")
        private int wait;

        void perform(PhoneCall call) {
            if (!say.isEmpty()) {
                System.out.println("Caller: " + say);
                call.says(say);
            } else if (!keys.isEmpty()) {
                System.out.println("Caller: [keys " + keys + "]");
                call.presses(keys);
            } else {
                call.waits(Duration.ofSeconds(wait));
            }
        }
    }

    @Override
    public Integer call() throws IOException {
        try (Softphone phone = Softphone.towards(address())
                .showing(from)
                .speaking(spoken())
                .withVoice(Voices.ofCallers())
                .build()) {
            PhoneCall call = phone.dials(number);
            Echo echo = new Echo(call, hear, System.out);
            talk(call);
            echo.finish();
            call.hangsUp();
            return 0;
        } catch (AssertionError missed) {
            System.err.println(missed.getMessage());
            return 1;
        }
    }

    private void talk(PhoneCall call) throws IOException {
        if (acts.isEmpty()) {
            talkFromKeyboard(call);
            return;
        }
        for (Act act : acts) {
            call.hearsThemOut();
            if (call.isOver()) {
                System.out.println("The other side hung up.");
                return;
            }
            act.perform(call);
        }
        call.hearsThemOut();
    }

    private static void talkFromKeyboard(PhoneCall call) throws IOException {
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = keyboard.readLine(); line != null && !call.isOver(); line = keyboard.readLine()) {
            if (line.matches("[0-9*#]+")) {
                call.presses(line);
            } else if (!line.isBlank()) {
                call.says(line);
            }
        }
    }

    private Language spoken() {
        if (language.isEmpty()) {
            return number.equals("4001") ? Language.MANDARIN : Language.ENGLISH;
        }
        try {
            return Language.of(language);
        } catch (IllegalArgumentException unknown) {
            throw wrong("--language: " + unknown.getMessage());
        }
    }

    private InetSocketAddress address() {
        Matcher address = ADDRESS.matcher(server);
        if (!address.matches()) {
            throw wrong(
                    "--server: \"" + server + "\" is not an address and a port, such as 127.0.0.1:5060 or [::1]:5060");
        }
        InetSocketAddress found = new InetSocketAddress(address.group(1), Integer.parseInt(address.group(2)));
        if (found.isUnresolved()) {
            throw wrong("--server: no machine is known by the name " + address.group(1));
        }
        return found;
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    /** Prints what is heard, an utterance a line. */
    private static final class Echo {
        private final PhoneCall call;
        private final boolean on;
        private final PrintStream out;
        private int printed;
        private volatile boolean done;

        Echo(PhoneCall call, boolean on, PrintStream out) {
            this.call = call;
            this.on = on;
            this.out = out;
            Thread.ofVirtual().name("echo").start(this::run);
        }

        private void run() {
            while (on && !done) {
                print(call.understood(), 1);
                java.util.concurrent.locks.LockSupport.parkNanos(200_000_000L);
            }
        }

        /** The last {@code growing} utterances may still change and are held back. */
        private synchronized void print(List<String> understood, int growing) {
            for (; printed < understood.size() - growing; printed++) {
                out.println("Hotline: " + understood.get(printed));
            }
        }

        void finish() {
            done = true;
            if (on) {
                print(call.understood(), 0);
            }
        }
    }
}
