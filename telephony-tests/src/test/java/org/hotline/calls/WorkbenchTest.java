package org.hotline.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.hotline.history.Cdr;
import org.junit.jupiter.api.Test;

/** {@code hotline call} and {@code hotline demo} as they are typed. */
class WorkbenchTest {
    @Test
    void theTestPhoneSaysPressesAndHears() {
        String server = "127.0.0.1:" + Hotline.open().house().sipPort();
        List<Cdr> before = Hotline.calls();
        try (HotlineProcess phone = HotlineProcess.beginsAtTheWorkbench(
                "call", "4000", "--server", server, "--say", "where is my parcel", "--keys", "12345678", "--hear")) {
            assertThat(phone.ends(0).says())
                    .contains("Caller: where is my parcel", "Caller: [keys 12345678]", "Hotline: ");
        }
        Cdr cdr = Hotline.recordOf("4000", before);
        assertThat(Hotline.understood(cdr)).contains("where is my parcel");
        assertThat(cdr.issue()).contains("parcel-late");
    }

    @Test
    void aMistypedAddressOrLanguageIsExplained() {
        try (HotlineProcess nowhere = HotlineProcess.beginsAtTheWorkbench("call", "4000", "--server", "nowhere");
                HotlineProcess french = HotlineProcess.beginsAtTheWorkbench("call", "4000", "--language", "fr")) {
            assertThat(nowhere.ends(2).says())
                    .contains("\"nowhere\" is not an address and a port")
                    .doesNotContain("\tat ");
            assertThat(french.ends(2).says()).contains("known are en and zh").doesNotContain("\tat ");
        }
    }

    @Test
    void aDemoWhosePortIsTakenSaysSo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                HotlineProcess demo = HotlineProcess.beginsAtTheWorkbench(
                        "demo", "--exit", "--sip-port=0", "--web-port=" + taken.getLocalPort())) {
            assertThat(demo.ends(1).says())
                    .contains("The demo did not start: Cannot serve pages on 127.0.0.1:" + taken.getLocalPort())
                    .contains("--web-port");
        }
    }
}
