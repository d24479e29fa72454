package org.hotline.call.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotline.call.HangupCause;
import org.hotline.call.sip.stack.Tags;
import org.junit.jupiter.api.Test;

/** A proxy that stays in the path of a call (RFC 3261 sections 12.1.1, 12.2.1.1 and 16.12: loose routing). */
class ProxyHopTest {
    private static final String FROM = "<sip:100@caller>;tag=7";

    @Test
    void whatFollowsInACallTakesTheWayTheProxyAskedFor() {
        try (TestFront hotline = new TestFront(27_400, settings -> settings);
                Wire proxy = new Wire(hotline.port());
                Wire caller = new Wire(hotline.port())) {
            String home = "sip:100@127.0.0.1:" + caller.port();
            String route = "<sip:127.0.0.1:" + proxy.port() + ";lr>";
            String callId = Tags.fresh();
            String below = "Via: SIP/2.0/UDP 127.0.0.1:" + caller.port() + ";branch=" + caller.branch() + "\n";
            proxy.contact(home);
            proxy.send(proxy.request(
                    "INVITE",
                    "sip:4000@127.0.0.1",
                    "<sip:4000@127.0.0.1>",
                    FROM,
                    callId,
                    1,
                    below + "Record-Route: " + route + "\nContent-Type: application/sdp\n",
                    proxy.offer()));
            String ok = proxy.answer();
            assertThat(Wire.status(ok)).isEqualTo(200);
            assertThat(Wire.header(ok, "Via").orElseThrow())
                    .as("the way back")
                    .containsSubsequence("127.0.0.1:" + proxy.port(), "127.0.0.1:" + caller.port());
            assertThat(Wire.header(ok, "Record-Route")).contains(route);
            String to = Wire.header(ok, "To").orElseThrow();
            proxy.send(proxy.request("ACK", "sip:hotline@127.0.0.1", to, FROM, callId, 1, "", ""));
            hotline.taken().hangUp(HangupCause.NORMAL_CLEARING);
            String bye = proxy.next("BYE .*");
            assertThat(bye).startsWith("BYE " + home + " ");
            assertThat(Wire.header(bye, "Route")).contains(route);
            proxy.reply(bye, "200 OK", "", "");
            hotline.awaitNothingLeft();
        }
    }

    @Test
    void aCallGoesOnThroughTheProxyThatAnsweredFor() {
        try (TestFront hotline = new TestFront(27_400, settings -> settings);
                Wire proxy = new Wire(hotline.port())) {
            var dialled = hotline.dials("sip:100@127.0.0.1:" + proxy.port());
            String invite = proxy.next("INVITE .*");
            String route = "<sip:127.0.0.1:" + proxy.port() + ";lr>";
            proxy.contact("sip:100@192.0.2.9:5062");
            proxy.reply(invite, "200 OK", "Record-Route: " + route + "\n", proxy.offer());
            var call = hotline.answered(dialled);
            assertThat(Wire.header(proxy.next("ACK sip:100@192.0.2.9:5062 .*"), "Route"))
                    .contains(route);
            call.hangUp(HangupCause.NORMAL_CLEARING);
            String bye = proxy.next("BYE sip:100@192.0.2.9:5062 .*");
            assertThat(Wire.header(bye, "Route")).contains(route);
            proxy.reply(bye, "200 OK", "", "");
            hotline.awaitNothingLeft();
        }
    }
}
