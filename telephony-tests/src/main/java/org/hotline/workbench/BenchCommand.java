package org.hotline.workbench;

import org.hotline.bench.AsteriskBench;
import org.hotline.bench.NluBench;
import org.hotline.bench.RtpBench;
import org.hotline.bench.SipBench;
import org.hotline.bench.SpeechBench;
import org.hotline.bench.locate.LocateBench;
import picocli.CommandLine.Command;

/** {@code hotline bench}: measures a part of the hotline on this machine and prints a table with load and machine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures on this machine and prints tables with load and machine. Run it on an idle machine.",
        synopsisSubcommandLabel = "WHAT",
        subcommands = {
            RtpBench.class,
            SipBench.class,
            AsteriskBench.class,
            SpeechBench.class,
            NluBench.class,
            LocateBench.class
        })
final class BenchCommand {}
