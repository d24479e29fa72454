package org.hotline.call.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the text of a session description line by line. Strict about what we use (version, origin, connections,
 * streams), deaf to what we do not; bare LF is accepted as a line end, as phones send it.
 */
final class SdpReader {
    private static final int LONGEST = 65_536;
    private static final int MOST_LINES = 512;
    private static final int MOST_STREAMS = 32;
    private static final int MOST_FORMATS = 64;

    private final String text;
    private int number;
    private Optional<Origin> origin = Optional.empty();
    private String name = "-";
    private String timing = "0 0";
    private Optional<String> connection = Optional.empty();
    private final List<Attribute> attributes = new ArrayList<>();
    private final List<Media> media = new ArrayList<>();

    SdpReader(String text) {
        this.text = text;
    }

    SessionDescription read() throws MalformedSdp {
        List<String> lines = lines();
        if (lines.isEmpty() || !lines.getFirst().equals("v=0")) {
            throw new MalformedSdp(1, "does not begin with v=0");
        }
        for (String line : lines.subList(1, lines.size())) {
            number++;
            take(line);
        }
        Origin from = origin.orElseThrow(() -> new MalformedSdp(number, "there is no o= line"));
        return new SessionDescription(from, name, connection, timing, List.copyOf(attributes), frozen());
    }

    private List<Media> frozen() {
        return media.stream()
                .map(stream -> new Media(
                        stream.kind(),
                        stream.port(),
                        stream.protocol(),
                        stream.formats(),
                        stream.connection(),
                        List.copyOf(stream.attributes())))
                .toList();
    }

    private List<String> lines() throws MalformedSdp {
        if (text.length() > LONGEST) {
            throw new MalformedSdp(1, "longer than " + LONGEST + " characters");
        }
        List<String> lines = text.lines().limit(MOST_LINES + 1L).toList();
        if (lines.size() > MOST_LINES) {
            throw new MalformedSdp(MOST_LINES, "more than " + MOST_LINES + " lines");
        }
        number = 1;
        return lines;
    }

    private void take(String line) throws MalformedSdp {
        if (line.isEmpty()) {
            return;
        }
        if (line.length() < 2 || line.charAt(1) != '=') {
            throw new MalformedSdp(number, "is not of the form letter=value");
        }
        if (line.chars().anyMatch(c -> c < ' ' && c != '\t')) {
            throw new MalformedSdp(number, "has a control character");
        }
        String value = line.substring(2);
        switch (line.charAt(0)) {
            case 'o' -> origin = Optional.of(origin(value));
            case 's' -> name = value.isBlank() ? "-" : value;
            case 't' -> timing = timing(value);
            case 'c' -> connect(value);
            case 'a' -> attribute(Attribute.of(value));
            case 'm' -> media.add(media(value));
            case 'v' -> throw new MalformedSdp(number, "a second v= line");
            default -> {} // b=, k=, i=, e=, ...: nothing we use (RFC 4566 section 5)
        }
    }

    private Origin origin(String value) throws MalformedSdp {
        String[] words = value.strip().split("\\s+", -1);
        if (words.length != 6 || !words[3].equals("IN") || !isNumber(words[1]) || !isNumber(words[2])) {
            throw new MalformedSdp(number, "is not an origin");
        }
        return new Origin(words[0], words[1], words[2], words[4] + " " + words[5]);
    }

    private String timing(String value) throws MalformedSdp {
        String[] words = value.strip().split("\\s+", -1);
        if (words.length != 2 || !isNumber(words[0]) || !isNumber(words[1])) {
            throw new MalformedSdp(number, "is not a start and a stop time");
        }
        return words[0] + " " + words[1];
    }

    private void connect(String value) throws MalformedSdp {
        String[] words = value.strip().split("\\s+", -1);
        if (words.length != 3 || !words[0].equals("IN") || !(words[1].equals("IP4") || words[1].equals("IP6"))) {
            throw new MalformedSdp(number, "is not a connection");
        }
        Optional<String> address = Optional.of(words[1] + " " + words[2]);
        if (media.isEmpty()) {
            connection = address;
        } else {
            Media last = media.removeLast();
            media.add(new Media(last.kind(), last.port(), last.protocol(), last.formats(), address, last.attributes()));
        }
    }

    private void attribute(Attribute attribute) {
        if (media.isEmpty()) {
            attributes.add(attribute);
            return;
        }
        media.getLast().attributes().add(attribute);
    }

    private Media media(String value) throws MalformedSdp {
        String[] words = value.strip().split("\\s+", -1);
        if (words.length < 4 || words.length > 3 + MOST_FORMATS || media.size() == MOST_STREAMS) {
            throw new MalformedSdp(number, "is not a stream, or one too many");
        }
        int port = Port.of(words[1].split("/", 2)[0])
                .orElseThrow(() -> new MalformedSdp(number, "has no port of 0 to 65535"));
        List<String> formats = List.of(words).subList(3, words.length);
        return new Media(words[0], port, words[2], formats, Optional.empty(), new ArrayList<>());
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.length() <= 40 && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
