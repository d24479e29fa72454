package org.hotline.call.guard;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * The UDP socket of the stack: what it receives has been through the guard. So a flood, a scanner or a malformed message
 * costs one look at its bytes, before the stack copies, queues and parses it.
 */
public final class GuardedSocket extends DatagramSocket {
    /** No honest message on UDP is larger; the parser's worst cases grow with size. */
    public static final int LARGEST = 16_384;

    private final Guard guard;

    public GuardedSocket(InetAddress address, int port, Guard guard) throws IOException {
        super(new InetSocketAddress(address, port));
        this.guard = guard;
    }

    @Override
    public void receive(DatagramPacket packet) throws IOException {
        do {
            super.receive(packet);
        } while (!admits(packet));
    }

    private boolean admits(DatagramPacket packet) throws IOException {
        if (packet.getLength() > LARGEST || !guard.admits(packet.getAddress())) {
            return false;
        }
        Optional<Head> head = Head.read(packet.getData(), packet.getOffset(), packet.getLength());
        Verdict verdict = head.map(read -> Screen.judge(read, true)).orElseGet(Verdict.Drop::new);
        if (verdict instanceof Verdict.Refuse refusal && head.isPresent()) {
            Optional<byte[]> reply = RawReply.to(head.get(), refusal);
            if (reply.isPresent()) {
                send(new DatagramPacket(reply.get(), reply.get().length, packet.getSocketAddress()));
            }
        }
        return verdict instanceof Verdict.Pass;
    }
}
