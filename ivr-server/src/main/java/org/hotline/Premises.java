package org.hotline;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hotline.call.rtp.MediaEngine;

/** Looks at the place before the house is built on it: what is missing there is said here, in a sentence. */
final class Premises {
    private Premises() {}

    /** @throws IOException saying what is missing, where, and what to do */
    static void check(Configuration configuration) throws IOException {
        writable(configuration.data());
        present(configuration.dialplans(), "dialplans", "dialplans");
        if (configuration.speech().servers().isEmpty()) {
            present(configuration.speech().models().resolve("manifest.yaml"), "list of speech models", "speech.models");
        }
    }

    /** Makes the data folder and tries to write there. */
    private static void writable(Path data) throws IOException {
        try {
            Files.createDirectories(data);
            Files.delete(Files.createTempFile(data, ".trial", ""));
        } catch (IOException refused) {
            throw new IOException(
                    "Cannot write in the data folder " + data + " ("
                            + refused.getClass().getSimpleName()
                            + "). Give this user the right to write there, make room on the disk, or choose another"
                            + " folder with data in hotline.yaml.",
                    refused);
        }
    }

    private static void present(Path path, String what, String setting) throws IOException {
        if (!Files.isReadable(path)) {
            throw new IOException("There is no " + what + " at " + path + ", or it cannot be read. Put it there, or say"
                    + " where it is with " + setting + " in hotline.yaml.");
        }
    }

    /** @throws IOException if no call could have sound, as the ports for it are taken on {@code addresses} */
    static void audible(MediaEngine media, Iterable<InetAddress> addresses) throws IOException {
        for (InetAddress address : addresses) {
            media.open(address).close();
        }
    }
}
