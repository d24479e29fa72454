package org.hotline.phone;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A SIP message as text: start line, headers in order, body (RFC 3261 section 7). Reads leniently, writes strictly.
 *
 * @param startLine request or status line, without line end
 * @param headers in order, long names
 * @param body may be empty
 */
record SipText(String startLine, List<Header> headers, String body) {
    private static final Map<String, String> COMPACT = Map.of(
            "i",
            "Call-ID",
            "m",
            "Contact",
            "f",
            "From",
            "t",
            "To",
            "v",
            "Via",
            "l",
            "Content-Length",
            "c",
            "Content-Type");

    record Header(String name, String value) {}

    SipText {
        headers = List.copyOf(headers);
    }

    static SipText parse(String text) {
        int gap = text.indexOf("\r\n\r\n");
        String head = gap < 0 ? text : text.substring(0, gap);
        String body = gap < 0 ? "" : text.substring(gap + 4);
        List<String> lines = head.replaceAll("\r\n[ \t]+", " ").lines().toList();
        List<Header> headers = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                String name = line.substring(0, colon).strip();
                headers.add(new Header(
                        COMPACT.getOrDefault(name.toLowerCase(Locale.ROOT), name),
                        line.substring(colon + 1).strip()));
            }
        }
        return new SipText(lines.getFirst(), headers, body);
    }

    static SipText request(String method, String uri) {
        return new SipText(method + " " + uri + " SIP/2.0", List.of(), "");
    }

    /** An answer that repeats what RFC 3261 section 8.2.6.2 asks for. */
    SipText reply(int status, String reason, String toTag) {
        List<Header> copied = new ArrayList<>();
        for (Header header : headers) {
            switch (header.name().toLowerCase(Locale.ROOT)) {
                case "via", "from", "call-id", "cseq", "record-route" -> copied.add(header);
                case "to" ->
                    copied.add(
                            header.value().contains(";tag=") || toTag.isEmpty()
                                    ? header
                                    : new Header("To", header.value() + ";tag=" + toTag));
                default -> {}
            }
        }
        return new SipText("SIP/2.0 " + status + " " + reason, copied, "");
    }

    SipText with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new SipText(startLine, more, body);
    }

    SipText withBody(String type, String text) {
        return new SipText(startLine, with("Content-Type", type).headers, text);
    }

    boolean isRequest() {
        return !startLine.startsWith("SIP/2.0 ");
    }

    /** The request's method, or the method this answers. */
    String method() {
        return isRequest()
                ? startLine.substring(0, startLine.indexOf(' '))
                : first("CSeq").split(" ", -1)[1];
    }

    /** The status code, 0 for a request. */
    int status() {
        return isRequest() ? 0 : Integer.parseInt(startLine.split(" ", -1)[1]);
    }

    /** The header's first value, empty if there is none. */
    String first(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    List<String> all(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /** A parameter of a header, e.g. the tag of From. */
    Optional<String> parameter(String header, String name) {
        for (String part : first(header).split(";", -1)) {
            if (part.strip().toLowerCase(Locale.ROOT).startsWith(name + "=")) {
                return Optional.of(part.strip().substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }

    /** The address between angle brackets, or the bare one. */
    static String address(String header) {
        int open = header.indexOf('<');
        return open >= 0 ? header.substring(open + 1, header.indexOf('>', open)) : header.split(";", -1)[0].strip();
    }

    byte[] bytes() {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder(startLine).append("\r\n");
        for (Header header : headers) {
            text.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        text.append("Content-Length: ")
                .append(content.length)
                .append("\r\n\r\n")
                .append(body);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
