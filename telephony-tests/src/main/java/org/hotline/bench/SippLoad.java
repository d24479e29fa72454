package org.hotline.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How sipp fared with its calls, INVITE to BYE without a pause between.
 *
 * @param answers milliseconds from INVITE to 200 of each call, sorted
 */
record SippLoad(long failed, long retransmissions, List<Double> answers) {
    private static final String SCENARIO = """
            <?xml version="1.0" encoding="ISO-8859-1"?>
            <scenario name="INVITE to BYE">
              <send retrans="500" start_rtd="1"><![CDATA[

                INVITE sip:4000@[remote_ip]:[remote_port] SIP/2.0
                Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
                From: <sip:bench@[local_ip]:[local_port]>;tag=[pid]b[call_number]
                To: <sip:4000@[remote_ip]:[remote_port]>
                Call-ID: [call_id]
                CSeq: 1 INVITE
                Contact: <sip:bench@[local_ip]:[local_port]>
                Max-Forwards: 70
                Content-Type: application/sdp
                Content-Length: [len]

                v=0
                o=bench 1 1 IN IP4 [local_ip]
                s=-
                c=IN IP4 [media_ip]
                t=0 0
                m=audio [media_port] RTP/AVP 0
                a=rtpmap:0 PCMU/8000

              ]]></send>
              <recv response="100" optional="true"/>
              <recv response="180" optional="true"/>
              <recv response="200" rtd="1" rrs="true"/>
              <send><![CDATA[

                ACK [next_url] SIP/2.0
                Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
                From: <sip:bench@[local_ip]:[local_port]>;tag=[pid]b[call_number]
                To: <sip:4000@[remote_ip]:[remote_port]>[peer_tag_param]
                Call-ID: [call_id]
                CSeq: 1 ACK
                Max-Forwards: 70
                Content-Length: 0

              ]]></send>
              <send retrans="500"><![CDATA[

                BYE [next_url] SIP/2.0
                Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
                From: <sip:bench@[local_ip]:[local_port]>;tag=[pid]b[call_number]
                To: <sip:4000@[remote_ip]:[remote_port]>[peer_tag_param]
                Call-ID: [call_id]
                CSeq: 2 BYE
                Max-Forwards: 70
                Content-Length: 0

              ]]></send>
              <recv response="200" crlf="true"/>
            </scenario>
            """;

    /** Makes {@code calls} at {@code rate} a second and waits for the last. */
    static SippLoad run(Path folder, int port, int calls, int rate) throws IOException {
        Path here = Files.createTempDirectory(folder, "sipp");
        Path scenario = Files.writeString(here.resolve("bench.xml"), SCENARIO);
        Process sipp = new ProcessBuilder(
                        "sipp",
                        "-sf",
                        scenario.toString(),
                        "-m",
                        "" + calls,
                        "-r",
                        "" + rate,
                        "-i",
                        "127.0.0.1",
                        "-nostdin",
                        "-trace_stat",
                        "-stf",
                        "stat.csv",
                        "-fd",
                        "1",
                        "-trace_rtt",
                        "-rtt_freq",
                        "1",
                        "-timeout",
                        "180",
                        "127.0.0.1:" + port)
                .directory(here.toFile())
                .redirectErrorStream(true)
                .redirectOutput(here.resolve("out.txt").toFile())
                .start();
        try {
            sipp.waitFor();
        } catch (InterruptedException givenUp) {
            sipp.destroy();
            Thread.currentThread().interrupt();
        }
        return read(here, calls);
    }

    private static SippLoad read(Path here, int calls) throws IOException {
        List<String> lines = Files.readAllLines(here.resolve("stat.csv"), StandardCharsets.ISO_8859_1);
        List<String> names = Arrays.asList(lines.getFirst().split(";", -1));
        List<String> last = Arrays.asList(lines.getLast().split(";", -1));
        long successful = Long.parseLong(last.get(names.indexOf("SuccessfulCall(C)")));
        long retransmissions = Long.parseLong(last.get(names.indexOf("Retransmissions(C)")));
        List<Double> answers = new ArrayList<>();
        try (Stream<Path> files = Files.list(here)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith("_rtt.csv")).toList()) {
                for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
                    answers.add(Double.parseDouble(line.split(";", -1)[1]));
                }
            }
        }
        answers.sort(null);
        return new SippLoad(calls - successful, retransmissions, List.copyOf(answers));
    }

    double percentile(int percent) {
        return answers.isEmpty()
                ? Double.NaN
                : answers.get(Math.min(answers.size() - 1, answers.size() * percent / 100));
    }
}
