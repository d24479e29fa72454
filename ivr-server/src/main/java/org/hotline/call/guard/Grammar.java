package org.hotline.call.guard;

import java.util.Locale;
import java.util.function.IntPredicate;

/** The few rules of RFC 3261 section 25.1 the screen holds, by plain scanning: no input makes it slow. */
final class Grammar {
    private static final String COOKIE = "z9hg4bk";

    private Grammar() {}

    static boolean isToken(String text) {
        return !text.isEmpty() && isAll(text, Grammar::isTokenPart);
    }

    /** True if every character is such a one; a loop, because this is done to each message. */
    static boolean isAll(String text, IntPredicate kind) {
        for (int i = 0; i < text.length(); i++) {
            if (!kind.test(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTokenPart(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "-.!%*_+`'~".indexOf(c) >= 0;
    }

    /** One {@code name-addr} or {@code addr-spec} with parameters, as in From and To. */
    static boolean isAddress(String text) {
        int at = text.startsWith("\"") ? afterQuotes(text) : 0;
        if (at < 0) {
            return false;
        }
        int open = text.indexOf('<', at);
        int semicolon = text.indexOf(';', at);
        if (open < 0 || (at == 0 && semicolon >= 0 && semicolon < open)) {
            return at == 0 && isBare(semicolon < 0 ? text : text.substring(0, semicolon));
        }
        int close = text.indexOf('>', open);
        String display = text.substring(at, open).strip();
        return close > open + 1
                && (at == 0 ? isWords(display) : display.isEmpty())
                && isAll(text.substring(open + 1, close), c -> c > ' ' && c != '<')
                && isTail(text.substring(close + 1).strip());
    }

    /** A display name without quotes is tokens and spaces. */
    private static boolean isWords(String display) {
        return isAll(display, c -> isTokenPart(c) || c == ' ' || c == '\t');
    }

    /** Without angle brackets no headers, commas or spaces in the address (section 20.10). */
    private static boolean isBare(String address) {
        String text = address.strip();
        return text.indexOf(':') > 0 && isAll(text, c -> c > ' ' && c != '?' && c != ',' && c != '"');
    }

    private static boolean isTail(String rest) {
        return rest.isEmpty() || rest.startsWith(";");
    }

    /** The index after a quoted string that begins at 0; -1 if it does not end. */
    private static int afterQuotes(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                return i + 1;
            }
        }
        return -1;
    }

    /** Addresses with commas between, or {@code *}, as in Contact. */
    static boolean isAddressList(String text) {
        if (text.equals("*")) {
            return true;
        }
        boolean quoted = false;
        boolean bracketed = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '<' || c == '>')) {
                bracketed = c == '<';
            } else if (!quoted && !bracketed && c == ',') {
                if (!isAddress(text.substring(from, i).strip())) {
                    return false;
                }
                from = i + 1;
            }
        }
        return isAddress(text.substring(from).strip());
    }

    /** The top Via: {@code SIP/2.0/transport host...}, spaces anywhere, and no branch that is the bare cookie. */
    static boolean isVia(String text) {
        String first = text.split(",", 2)[0];
        String dense = first.replace(" ", "").replace("\t", "").toLowerCase(Locale.ROOT);
        if (!dense.startsWith("sip/2.0/") || dense.length() == "sip/2.0/".length()) {
            return false;
        }
        int branch = dense.indexOf(";branch=");
        return branch < 0
                || !dense.substring(branch + ";branch=".length())
                        .split(";", 2)[0]
                        .equals(COOKIE);
    }
}
