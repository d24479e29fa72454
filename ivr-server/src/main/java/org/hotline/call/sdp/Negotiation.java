package org.hotline.call.sdp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Our half of the offers and answers of one call (RFC 3264): one audio stream, G.711 and key presses.
 *
 * <p>Keeps what must stay the same from one description to the next: the session's number, the version that rises only
 * with a change, and the number and order of streams. Not thread-safe.
 */
public final class Negotiation {
    private static final int KEYS = 101;
    private static final String PROTOCOL = "RTP/AVP";

    private final InetSocketAddress local;
    private final String session;
    private long version;
    private Optional<SessionDescription> sent = Optional.empty();

    /**
     * @param local where our leg receives: an address the far side can reach, and its port
     * @param session a number no other call uses, greater than zero
     */
    public Negotiation(InetSocketAddress local, long session) {
        this.local = local;
        this.session = Long.toUnsignedString(session);
        this.version = 0;
    }

    /** Offers both encodings, mu-law first, and key presses; repeats the streams of what we said last, if we did. */
    public SessionDescription offer() {
        List<Media> streams = new ArrayList<>();
        boolean offered = false;
        for (Media before : sent.map(SessionDescription::media).orElse(List.of())) {
            boolean audio = !offered && before.port() != 0;
            streams.add(audio ? everything() : before.refused());
            offered |= audio;
        }
        return say(offered ? streams : List.of(everything()), "0 0");
    }

    /** The last description we sent, to repeat it unchanged (a session refresh, RFC 4028 section 7.4). */
    public Optional<SessionDescription> sent() {
        return sent;
    }

    /**
     * Answers an offer.
     *
     * @return empty if no audio stream of it can be taken: 488 (RFC 3261 section 21.4.26)
     */
    public Optional<Answer> answer(SessionDescription offer) {
        List<Media> streams = new ArrayList<>();
        Optional<Agreement> agreed = Optional.empty();
        for (Media stream : offer.media()) {
            Optional<Agreement> found = agreed.isPresent() ? Optional.empty() : agreement(offer, stream, stream);
            streams.add(found.map(this::accepted).orElseGet(stream::refused));
            agreed = agreed.or(() -> found);
        }
        return agreed.map(agreement -> new Answer(say(streams, offer.timing()), agreement));
    }

    /** Takes the far side's answer to our last offer; empty if it took none of what we offered. */
    public Optional<Agreement> accept(SessionDescription answer) {
        List<Media> offered = sent.map(SessionDescription::media).orElse(List.of());
        for (int i = 0; i < Math.min(offered.size(), answer.media().size()); i++) {
            if (offered.get(i).port() != 0) {
                Optional<Agreement> agreed = agreement(answer, answer.media().get(i), offered.get(i));
                if (agreed.isPresent()) {
                    return agreed;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * An answer and what it means.
     *
     * @param description to send
     * @param agreement for our leg
     */
    public record Answer(SessionDescription description, Agreement agreement) {}

    /** What we can agree on for {@code stream}; {@code offered} is the side that numbered the payload types. */
    private static Optional<Agreement> agreement(SessionDescription said, Media stream, Media offered) {
        if (!stream.kind().equals("audio") || !stream.protocol().equals(PROTOCOL) || stream.port() == 0) {
            return Optional.empty();
        }
        Optional<InetSocketAddress> remote = said.address(stream);
        for (String format : stream.formats()) {
            String mapping = stream.mapping(format);
            Optional<Encoding> encoding = Encoding.ofMapping(mapping.isEmpty() ? offered.mapping(format) : mapping);
            OptionalInt type = PayloadType.of(format);
            if (remote.isPresent() && encoding.isPresent() && type.isPresent()) {
                return Optional.of(new Agreement(
                        remote.get(),
                        new InetSocketAddress(remote.get().getAddress(), stream.reportsPort()),
                        encoding.get(),
                        type.getAsInt(),
                        stream.keys(),
                        stream.comfortNoise(),
                        stream.packetTime(),
                        flow(said, stream)));
            }
        }
        return Optional.empty();
    }

    private static Direction flow(SessionDescription said, Media stream) {
        Direction theirs = Direction.of(stream.attributes(), said.attributes());
        if (!said.isHeldTheOldWay(stream)) {
            return theirs.reversed();
        }
        return theirs == Direction.INACTIVE ? Direction.INACTIVE : Direction.RECVONLY;
    }

    private Media accepted(Agreement agreement) {
        List<String> formats = new ArrayList<>(List.of(Integer.toString(agreement.payloadType())));
        List<Attribute> attributes = new ArrayList<>();
        attributes.add(rtpmap(agreement.payloadType(), agreement.encoding().mapping()));
        agreement.keys().ifPresent(type -> {
            formats.add(Integer.toString(type));
            keys(attributes, type);
        });
        agreement.comfortNoise().ifPresent(type -> {
            formats.add(Integer.toString(type));
            attributes.add(rtpmap(type, "CN/8000"));
        });
        return stream(formats, attributes, agreement.direction());
    }

    private Media everything() {
        List<Attribute> attributes = new ArrayList<>();
        List<String> formats = new ArrayList<>();
        for (Encoding encoding : Encoding.values()) {
            formats.add(Integer.toString(encoding.payloadType()));
            attributes.add(rtpmap(encoding.payloadType(), encoding.mapping()));
        }
        formats.add(Integer.toString(KEYS));
        keys(attributes, KEYS);
        return stream(formats, attributes, Direction.SENDRECV);
    }

    private Media stream(List<String> formats, List<Attribute> attributes, Direction direction) {
        attributes.add(new Attribute("ptime", "20"));
        attributes.add(new Attribute(direction.word(), ""));
        return new Media(
                "audio", local.getPort(), PROTOCOL, List.copyOf(formats), Optional.empty(), List.copyOf(attributes));
    }

    private static Attribute rtpmap(int type, String mapping) {
        return new Attribute("rtpmap", type + " " + mapping);
    }

    private static void keys(List<Attribute> attributes, int type) {
        attributes.add(rtpmap(type, "telephone-event/8000"));
        attributes.add(new Attribute("fmtp", type + " 0-15"));
    }

    /** Says it under the session's number, with a new version only if it differs (RFC 3264 section 8). */
    private SessionDescription say(List<Media> streams, String timing) {
        SessionDescription next = description(streams, timing);
        if (sent.isPresent() && !sent.get().equals(next)) {
            version++;
            next = description(streams, timing);
        }
        sent = Optional.of(next);
        return next;
    }

    private SessionDescription description(List<Media> streams, String timing) {
        InetAddress address = local.getAddress();
        String family = SessionDescription.family(address);
        return new SessionDescription(
                new Origin("-", session, Long.toString(version), family),
                "-",
                Optional.of(family),
                timing,
                List.of(),
                List.copyOf(streams));
    }
}
