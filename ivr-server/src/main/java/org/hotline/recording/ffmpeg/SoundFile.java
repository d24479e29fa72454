package org.hotline.recording.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_get_out_samples;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.ShortPointer;

/** Any sound file, decoded. Belongs to one thread. */
final class SoundFile implements AutoCloseable {
    private final AVFormatContext format = new AVFormatContext(null);
    private final AVCodecContext decoder;
    private final SwrContext resampler = new SwrContext(null);
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private final int channels;
    private final int rate;

    /** Takes decoded sound. */
    interface Sink {
        /** @param samples interleaved, {@code count} of each channel */
        void take(short[] samples, int count) throws IOException;
    }

    /** At its own rate. */
    SoundFile(Path path) throws IOException {
        this(path, Optional.empty());
    }

    /** At the rate wanted, in hertz. */
    SoundFile(Path path, int rate) throws IOException {
        this(path, Optional.of(rate));
    }

    private SoundFile(Path path, Optional<Integer> wanted) throws IOException {
        Native.check(avformat_open_input(format, path.toString(), null, null), "open " + path);
        Native.check(avformat_find_stream_info(format, (AVDictionary) null), "read " + path);
        var parameters = format.streams(0).codecpar();
        var codec = Native.there(avcodec_find_decoder(parameters.codec_id()), "decode " + path);
        decoder = Native.there(avcodec_alloc_context3(codec), "make a decoder");
        Native.check(avcodec_parameters_to_context(decoder, parameters), "set up a decoder");
        Native.check(avcodec_open2(decoder, codec, (AVDictionary) null), "start a decoder");
        rate = wanted.orElse(decoder.sample_rate());
        channels = decoder.ch_layout().nb_channels();
        Native.check(
                swr_alloc_set_opts2(
                        resampler,
                        decoder.ch_layout(),
                        AV_SAMPLE_FMT_S16,
                        rate,
                        decoder.ch_layout(),
                        decoder.sample_fmt(),
                        decoder.sample_rate(),
                        0,
                        null),
                "make a resampler");
        Native.check(swr_init(resampler), "start a resampler");
    }

    int channels() {
        return channels;
    }

    int rate() {
        return rate;
    }

    /** Decodes all of it. */
    void decode(Sink sink) throws IOException {
        while (av_read_frame(format, packet) >= 0) {
            try {
                Native.check(avcodec_send_packet(decoder, packet), "decode a packet");
            } finally {
                av_packet_unref(packet);
            }
            drain(sink);
        }
        Native.check(avcodec_send_packet(decoder, null), "end decoding");
        drain(sink);
        convert(new PointerPointer<BytePointer>(), 0, sink);
    }

    private void drain(Sink sink) throws IOException {
        while (avcodec_receive_frame(decoder, frame) >= 0) {
            convert(frame.extended_data(), frame.nb_samples(), sink);
        }
    }

    private void convert(PointerPointer<?> input, int count, Sink sink) throws IOException {
        int room = swr_get_out_samples(resampler, count);
        if (room <= 0) {
            return;
        }
        try (BytePointer out = new BytePointer(room * 2L * channels);
                PointerPointer<BytePointer> planes = new PointerPointer<>(1)) {
            planes.put(0, out);
            int made = Native.check(swr_convert(resampler, planes, room, input, count), "resample");
            short[] samples = new short[made * channels];
            new ShortPointer(out).get(samples);
            sink.take(samples, made);
        }
    }

    @Override
    public void close() {
        av_frame_free(frame);
        av_packet_free(packet);
        swr_free(resampler);
        avcodec_free_context(decoder);
        avformat_close_input(format);
    }
}
