package org.hotline.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hotline.bench.AsteriskBench;
import org.hotline.bench.RtpBench;
import org.hotline.bench.SipBench;
import org.hotline.bench.SpeechBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code hotline bench}: measures a part of the hotline on this machine and prints a table with load and machine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Measures on this machine: rtp (sound of many calls), sip (calls a second), asterisk (calls handed"
                        + " over), speech (hearing; 'speech streams' and 'speech reply' are its halves). Run it on an idle"
                        + " machine.")
final class BenchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "WHAT", description = "rtp, sip, asterisk or speech")
    private String what = "";

    @Unmatched
    private List<String> options = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        String[] arguments = options.toArray(String[]::new);
        return switch (what) {
            case "rtp" -> RtpBench.run(arguments);
            case "sip" -> SipBench.run(arguments);
            case "asterisk" -> AsteriskBench.run(arguments);
            case "speech" -> SpeechBench.run(arguments);
            default ->
                throw new ParameterException(
                        spec.commandLine(),
                        "there is no bench \"" + what + "\": rtp, sip, asterisk and speech are there");
        };
    }
}
