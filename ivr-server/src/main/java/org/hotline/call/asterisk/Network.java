package org.hotline.call.asterisk;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * A range of addresses: one address, or a prefix of them.
 *
 * @param base an address in it
 * @param bits how many leading bits all its addresses share
 */
public record Network(InetAddress base, int bits) {
    public Network {
        if (bits < 0 || bits > base.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException(base.getHostAddress() + " has no prefix of " + bits + " bits");
        }
    }

    /**
     * Reads {@code 192.0.2.7}, {@code 10.0.0.0/8} or {@code fd00::/8}.
     *
     * @throws IllegalArgumentException if it is neither, with what is wrong
     */
    public static Network of(String text) {
        int slash = text.indexOf('/');
        InetAddress base = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int all = base.getAddress().length * Byte.SIZE;
        try {
            return new Network(base, slash < 0 ? all : Integer.parseInt(text.substring(slash + 1)));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(text + " is no network: write it as 10.0.0.0/8", notANumber);
        }
    }

    boolean holds(InetAddress address) {
        byte[] mine = base.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        int mask = (0xFF00 >> (bits % Byte.SIZE)) & 0xFF;
        return Arrays.equals(mine, 0, whole, other, 0, whole)
                && (mask == 0 || (mine[whole] & mask) == (other[whole] & mask));
    }
}
