package org.hotline.call.guard;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a message must look like before the stack may parse it: the rules of RFC 3261 sections 7, 8.1.1, 20 and 25 that
 * the stack's parser does not hold, or holds by silence. The RFC 4475 messages are its test.
 */
public final class Screen {
    private static final int LONGEST_FIELD = 8_192;
    private static final int LARGEST_BODY = 65_535;

    private static final List<String> MANDATORY = List.of("from", "to", "call-id", "cseq", "via");
    private static final List<String> SINGLE = List.of(
            "from",
            "to",
            "call-id",
            "cseq",
            "max-forwards",
            "content-length",
            "content-type",
            "expires",
            "date",
            "refer-to"); // the stack would keep one of them
    private static final Set<String> SCHEMES = Set.of("sip", "sips", "tel");

    /** User agents of tools that look for victims; an honest one that calls itself so has only itself to blame. */
    private static final List<String> SCANNERS = List.of(
            "friendly-scanner",
            "sipvicious",
            "sipcli",
            "sundayddr",
            "vaxsipuseragent",
            "vaxasip",
            "sip-scan",
            "pplsip",
            "iwar",
            "sipsak-scan",
            "gulp");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private static final Verdict PASS = new Verdict.Pass();
    private static final Verdict DROP = new Verdict.Drop();

    private Screen() {}

    /**
     * Judges a message.
     *
     * @param datagram true if {@code data} is all of it, body included, as on UDP
     */
    public static Verdict judge(byte[] data, int offset, int length, boolean datagram) {
        return Head.read(data, offset, length)
                .map(head -> judge(head, datagram))
                .orElse(DROP);
    }

    static Verdict judge(Head head, boolean datagram) {
        if (head.isResponse()) {
            return isSane(head) ? PASS : DROP;
        }
        if (isScanner(head)) {
            return DROP;
        }
        Verdict start = startLine(head);
        if (!start.equals(PASS)) {
            return start;
        }
        String wrong = wrong(head, datagram);
        return wrong.isEmpty() ? PASS : new Verdict.Refuse(400, wrong);
    }

    private static boolean isScanner(Head head) {
        String agent = head.first("user-agent");
        return !agent.isEmpty() && SCANNERS.stream().anyMatch(agent.toLowerCase(Locale.ROOT)::contains);
    }

    /** Of a response only what the stack would choke on; nobody may answer a response. */
    private static boolean isSane(Head head) {
        String[] cseq = SPACES.split(head.first("cseq"), -1);
        return SINGLE.stream().allMatch(name -> head.count(name) <= 1)
                && cseq.length == 2
                && isNumber(cseq[0], Integer.MAX_VALUE)
                && (head.first("content-length").isEmpty() || isNumber(head.first("content-length"), LARGEST_BODY));
    }

    private static Verdict startLine(Head head) {
        String[] words = head.start().split(" ", -1);
        if (words.length != 3 || !Grammar.isToken(words[0])) {
            return new Verdict.Refuse(400, "Malformed Request-Line");
        }
        if (!words[2].equalsIgnoreCase("SIP/2.0")) {
            return words[2].regionMatches(true, 0, "SIP/", 0, 4)
                    ? new Verdict.Refuse(505, "Version Not Supported")
                    : new Verdict.Refuse(400, "Malformed Request-Line");
        }
        int colon = words[1].indexOf(':');
        if (colon < 1 || !Grammar.isAll(words[1], c -> c > ' ' && c < 127 && c != '<' && c != '>' && c != '"')) {
            return new Verdict.Refuse(400, "Malformed Request-URI");
        }
        if (!SCHEMES.contains(words[1].substring(0, colon).toLowerCase(Locale.ROOT))) {
            return new Verdict.Refuse(416, "Unsupported URI Scheme");
        }
        boolean headers = words[1].indexOf('?', words[1].lastIndexOf('@') + 1) >= 0; // section 19.1.1 forbids them here
        return headers ? new Verdict.Refuse(400, "Malformed Request-URI") : PASS;
    }

    /** What is wrong with the fields of a request, or the empty string. */
    private static String wrong(Head head, boolean datagram) {
        for (Head.Field field : head.fields()) {
            if (field.value().length() > LONGEST_FIELD) {
                return "Header Field Too Long";
            }
        }
        for (String name : MANDATORY) {
            if (head.first(name).isEmpty()) {
                return "Missing " + name;
            }
        }
        for (String name : SINGLE) {
            if (head.count(name) > 1) {
                return "Repeated " + name;
            }
        }
        if (!isNumber(head.first("max-forwards"), 255)) {
            return "Malformed max-forwards";
        }
        String[] cseq = SPACES.split(head.first("cseq"), -1);
        if (cseq.length != 2 || !isNumber(cseq[0], Integer.MAX_VALUE) || !cseq[1].equals(head.method())) {
            return "Malformed cseq";
        }
        if (!fits(head.first("content-length"), head.bodyLength(), datagram)) {
            return "Malformed content-length";
        }
        if (!Grammar.isVia(head.first("via"))) {
            return "Malformed via";
        }
        return addresses(head);
    }

    private static String addresses(Head head) {
        for (String name : List.of("from", "to")) {
            if (!Grammar.isAddress(head.first(name))) {
                return "Malformed " + name;
            }
        }
        boolean contacts = head.all("contact").stream().allMatch(Grammar::isAddressList);
        return contacts ? "" : "Malformed contact";
    }

    /** On UDP it may be left out and the rest of the datagram be longer, but not shorter (RFC 3261 section 18.3). */
    private static boolean fits(String contentLength, int body, boolean datagram) {
        if (contentLength.isEmpty()) {
            return true;
        }
        return isNumber(contentLength, LARGEST_BODY) && (!datagram || Integer.parseInt(contentLength) <= body);
    }

    private static boolean isNumber(String text, long most) {
        return !text.isEmpty()
                && text.length() <= 10
                && Grammar.isAll(text, c -> c >= '0' && c <= '9')
                && Long.parseLong(text) <= most;
    }
}
