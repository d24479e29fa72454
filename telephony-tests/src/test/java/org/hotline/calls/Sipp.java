package org.hotline.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** sipp with a scenario of its own: calls made of nothing but messages. */
final class Sipp {
    private final Path home;

    private Sipp(Path home) {
        this.home = home;
    }

    static Sipp in(Path home) {
        return new Sipp(home);
    }

    Sipp scenario(String name, String xml) {
        try {
            Files.writeString(home.resolve(name + ".xml"), xml);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return this;
    }

    /** Runs it on loopback with these options. */
    Program run(String... options) {
        List<String> command = new ArrayList<>(List.of("sipp", "-i", "127.0.0.1", "-nostdin", "-timeout", "90"));
        command.addAll(List.of("-mp", Integer.toString(FreePort.find() & ~1)));
        command.addAll(List.of(options));
        return new Program(home, command);
    }

    /** Calls 4000 so many times at once by the scenario named {@code caller}. */
    Program calls(InetSocketAddress server, int calls, String... options) {
        List<String> all = new ArrayList<>(List.of("-sf", "caller.xml", "-s", "4000", "-m", Integer.toString(calls)));
        all.addAll(List.of(options));
        all.add("127.0.0.1:" + server.getPort());
        return run(all.toArray(String[]::new));
    }

    /** A caller who does this after a second, then that, and waits to be hung up on. */
    static String callerWith(String first, String second) {
        return """
                <?xml version="1.0" encoding="ISO-8859-1"?>
                <scenario name="caller">
                  <send retrans="500"><![CDATA[
                    INVITE sip:[service]@[remote_ip]:[remote_port] SIP/2.0
                    Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
                    From: <sip:5550[call_number]@[local_ip]:[local_port]>;tag=[pid]S[call_number]
                    To: <sip:[service]@[remote_ip]:[remote_port]>
                    Call-ID: [call_id]
                    CSeq: 1 INVITE
                    Contact: <sip:caller@[local_ip]:[local_port]>
                    Max-Forwards: 70
                    Content-Type: application/sdp
                    Content-Length: [len]

                    v=0
                    o=caller 1 1 IN IP4 [local_ip]
                    s=-
                    c=IN IP4 [media_ip]
                    t=0 0
                    m=audio [media_port] RTP/AVP 0 101
                    a=rtpmap:0 PCMU/8000
                    a=rtpmap:101 telephone-event/8000
                    a=fmtp:101 0-15
                  ]]></send>
                  <recv response="100" optional="true"/>
                  <recv response="180" optional="true"/>
                  <recv response="200" rrs="true"/>
                  <send><![CDATA[
                    ACK [next_url] SIP/2.0
                    Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
                    From: <sip:5550[call_number]@[local_ip]:[local_port]>;tag=[pid]S[call_number]
                    To: <sip:[service]@[remote_ip]:[remote_port]>[peer_tag_param]
                    Call-ID: [call_id]
                    CSeq: 1 ACK
                    Max-Forwards: 70
                    Content-Length: 0
                  ]]></send>
                  <pause milliseconds="1000"/>
                  %s
                  <pause milliseconds="1000"/>
                  %s
                  <recv request="BYE"/>
                  <send><![CDATA[
                    SIP/2.0 200 OK
                    [last_Via:]
                    [last_From:]
                    [last_To:]
                    [last_Call-ID:]
                    [last_CSeq:]
                    Content-Length: 0
                  ]]></send>
                  <timewait milliseconds="2000"/>
                </scenario>
                """.formatted(first, second);
    }

    /** A key by INFO. */
    static String info(char key) {
        return """
                <send retrans="500"><![CDATA[
                    INFO [next_url] SIP/2.0
                    Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
                    From: <sip:5550[call_number]@[local_ip]:[local_port]>;tag=[pid]S[call_number]
                    To: <sip:[service]@[remote_ip]:[remote_port]>[peer_tag_param]
                    Call-ID: [call_id]
                    CSeq: [cseq] INFO
                    Max-Forwards: 70
                    Content-Type: application/dtmf-relay
                    Content-Length: [len]

                    Signal=%c
                    Duration=160
                  ]]></send>
                  <recv response="200"/>
                """.formatted(key);
    }

    /** A key by RFC 4733, from a capture that comes with sipp. */
    static String event(char key) {
        return """
                <nop><action><exec play_pcap_audio="/usr/share/sip-tester/dtmf_2833_%c.pcap"/></action></nop>
                """.formatted(key);
    }
}
