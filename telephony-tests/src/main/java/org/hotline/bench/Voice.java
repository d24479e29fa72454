package org.hotline.bench;

import java.util.Arrays;
import java.util.Random;
import org.hotline.audio.Frame;
import org.hotline.audio.Ulaw;

/**
 * The voice of one party, made so that it can be told from every other: a second of voiced sound, a second of quiet, each
 * frame of either kind the same to the bit, under a pattern of noise that is the party's own.
 */
final class Voice {
    private static final int BURST = Frame.PER_SECOND;

    private final byte[] loud;
    private final byte[] quiet;
    private final Frame loudFrame;
    private final Frame quietFrame;

    Voice(long party) {
        Random random = new Random(party);
        loud = codes(4000, 400, random);
        quiet = codes(0, 40, random);
        loudFrame = Frame.of(Ulaw.decode(loud), Frame.TELEPHONE_RATE);
        quietFrame = Frame.of(Ulaw.decode(quiet), Frame.TELEPHONE_RATE);
    }

    private static byte[] codes(int amplitude, int noise, Random random) {
        byte[] codes = new byte[Frame.TELEPHONE_RATE / Frame.PER_SECOND];
        for (int i = 0; i < codes.length; i++) {
            double pulse = 0;
            for (int overtone = 1; overtone <= 12; overtone++) {
                pulse += Math.cos(2 * Math.PI * 150 * overtone * i / Frame.TELEPHONE_RATE) / overtone;
            }
            byte code = Ulaw.encode((short) (amplitude * pulse + random.nextInt(-noise, noise)));
            codes[i] = Ulaw.encode(Ulaw.decode(code)); // mu-law has two zeros: take the one it encodes to
        }
        return codes;
    }

    /** The payload of frame {@code number}. */
    byte[] payload(long number) {
        return number / BURST % 2 == 0 ? loud : quiet;
    }

    /** Frame {@code number}. */
    Frame frame(long number) {
        return number / BURST % 2 == 0 ? loudFrame : quietFrame;
    }

    /** True if the frame is to the bit one of this party's. */
    boolean said(Frame heard) {
        return heard.equals(loudFrame) || heard.equals(quietFrame);
    }

    /** True if the payload is one of this party's. */
    boolean said(byte[] heard) {
        return Arrays.equals(heard, loud) || Arrays.equals(heard, quiet);
    }
}
