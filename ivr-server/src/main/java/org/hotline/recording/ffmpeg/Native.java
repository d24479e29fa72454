package org.hotline.recording.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bytedeco.javacpp.Pointer;

/** Turns FFmpeg's error numbers into exceptions. */
final class Native {
    static {
        av_log_set_level(AV_LOG_ERROR);
    }

    private Native() {}

    /** @throws IOException if {@code result} is an error: what failed and FFmpeg's reason */
    static int check(int result, String what) throws IOException {
        if (result < 0) {
            byte[] reason = new byte[128];
            av_strerror(result, reason, reason.length);
            throw new IOException("cannot " + what + ": " + new String(reason, StandardCharsets.UTF_8).trim());
        }
        return result;
    }

    /** @throws IOException if there is nothing */
    static <P extends Pointer> P there(P pointer, String what) throws IOException {
        if (pointer == null || pointer.isNull()) {
            throw new IOException("cannot " + what);
        }
        return pointer;
    }
}
