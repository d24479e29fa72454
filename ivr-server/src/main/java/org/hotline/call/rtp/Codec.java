package org.hotline.call.rtp;

import org.hotline.audio.Alaw;
import org.hotline.audio.Ulaw;

/** The two codecs of the telephone network (RFC 3551 section 4.5.14), 8,000 samples and bytes a second. */
public enum Codec {
    PCMU(0) {
        @Override
        public byte silence() {
            return Ulaw.SILENCE;
        }

        @Override
        void encode(short[] samples, byte[] codes) {
            Ulaw.encode(samples, codes, 0);
        }

        @Override
        short[] decode(byte[] codes) {
            return Ulaw.decode(codes);
        }
    },
    PCMA(8) {
        @Override
        public byte silence() {
            return Alaw.SILENCE;
        }

        @Override
        void encode(short[] samples, byte[] codes) {
            Alaw.encode(samples, codes, 0);
        }

        @Override
        short[] decode(byte[] codes) {
            return Alaw.decode(codes);
        }
    };

    private final int payloadType;

    Codec(int payloadType) {
        this.payloadType = payloadType;
    }

    /** Its static payload type (RFC 3551 table 4). */
    public int payloadType() {
        return payloadType;
    }

    /** The code that sounds like nothing. */
    public abstract byte silence();

    abstract void encode(short[] samples, byte[] codes);

    abstract short[] decode(byte[] codes);
}
