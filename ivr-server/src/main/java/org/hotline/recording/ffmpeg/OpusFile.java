package org.hotline.recording.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.ShortPointer;

/** An Ogg Opus file being written. Belongs to one thread. */
final class OpusFile implements AutoCloseable {
    private static final int BITS_PER_SECOND_AND_CHANNEL = 20_000;

    private final AVFormatContext format = new AVFormatContext(null);
    private final AVCodecContext encoder;
    private final AVStream stream;
    private final AVPacket packet = av_packet_alloc();
    private final int channels;
    private final short[] frame;
    private int filled;
    private long samples;

    /**
     * @param rate 8,000, 12,000, 16,000, 24,000 or 48,000 hertz
     * @throws IOException if it cannot be made
     */
    OpusFile(Path path, int channels, int rate) throws IOException {
        this.channels = channels;
        Native.check(avformat_alloc_output_context2(format, null, "ogg", path.toString()), "make an Ogg file");
        AVCodec opus = Native.there(avcodec_find_encoder_by_name("libopus"), "find the Opus encoder");
        encoder = Native.there(avcodec_alloc_context3(opus), "make an Opus encoder");
        encoder.sample_rate(rate);
        encoder.sample_fmt(AV_SAMPLE_FMT_S16);
        encoder.bit_rate(BITS_PER_SECOND_AND_CHANNEL * (long) channels);
        encoder.time_base(av_make_q(1, rate));
        encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        av_channel_layout_default(encoder.ch_layout(), channels);
        av_opt_set(encoder.priv_data(), "application", "voip", 0);
        Native.check(avcodec_open2(encoder, opus, (AVDictionary) null), "start the Opus encoder");
        frame = new short[encoder.frame_size() * channels];
        stream = Native.there(avformat_new_stream(format, opus), "make an Ogg stream");
        Native.check(avcodec_parameters_from_context(stream.codecpar(), encoder), "describe the stream");
        stream.time_base(encoder.time_base());
        AVIOContext file = new AVIOContext(null);
        Native.check(avio_open(file, path.toString(), AVIO_FLAG_WRITE), "write " + path);
        format.pb(file);
        Native.check(avformat_write_header(format, (AVDictionary) null), "write the header of " + path);
    }

    /**
     * Adds sound of any length.
     *
     * @param pcm interleaved 16-bit samples, {@code count} of each channel
     */
    void add(short[] pcm, int count) throws IOException {
        int taken = 0;
        while (taken < count * channels) {
            int step = Math.min(count * channels - taken, frame.length - filled);
            System.arraycopy(pcm, taken, frame, filled, step);
            taken += step;
            filled += step;
            if (filled == frame.length) {
                encode();
            }
        }
    }

    /** Encodes what has been collected: a full frame, or less at the very end. */
    private void encode() throws IOException {
        AVFrame raw = av_frame_alloc();
        try {
            int count = filled / channels;
            raw.nb_samples(count);
            raw.format(AV_SAMPLE_FMT_S16);
            raw.sample_rate(encoder.sample_rate());
            av_channel_layout_copy(raw.ch_layout(), encoder.ch_layout());
            Native.check(av_frame_get_buffer(raw, 0), "make a frame");
            new ShortPointer(raw.data(0)).put(frame, 0, filled);
            raw.pts(samples);
            samples += count;
            filled = 0;
            Native.check(avcodec_send_frame(encoder, raw), "encode a frame");
        } finally {
            av_frame_free(raw);
        }
        drain();
    }

    /** Writes what is left. */
    void finish() throws IOException {
        if (filled > 0) {
            encode();
        }
        Native.check(avcodec_send_frame(encoder, null), "end encoding");
        drain();
        Native.check(av_write_trailer(format), "write the end of the file");
    }

    private void drain() throws IOException {
        while (avcodec_receive_packet(encoder, packet) >= 0) {
            packet.stream_index(stream.index());
            av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
            Native.check(av_interleaved_write_frame(format, packet), "write a packet");
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avcodec_free_context(encoder);
        if (format.pb() != null) {
            avio_closep(format.pb());
        }
        avformat_free_context(format);
    }
}
