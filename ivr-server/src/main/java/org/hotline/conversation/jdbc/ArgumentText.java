package org.hotline.conversation.jdbc;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.hotline.speech.Piece;

/** An action's arguments as one text, e.g. {@code order=digits:12345678&total=USD:8900}. */
final class ArgumentText {
    private ArgumentText() {}

    static String of(Map<String, Piece> arguments) {
        return arguments.entrySet().stream()
                .map(entry -> escaped(entry.getKey()) + "=" + value(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    static Map<String, Piece> read(String text) {
        Map<String, Piece> arguments = new LinkedHashMap<>();
        if (!text.isEmpty()) {
            Arrays.stream(text.split("&", -1)).forEach(part -> {
                int equals = part.indexOf('=');
                int colon = part.indexOf(':', equals);
                arguments.put(
                        plain(part.substring(0, equals)),
                        piece(part.substring(equals + 1, colon), plain(part.substring(colon + 1))));
            });
        }
        return arguments;
    }

    private static String value(Piece value) {
        return switch (value) {
            case Piece.Text text -> "text:" + escaped(text.text());
            case Piece.Digits digits -> "digits:" + digits.digits();
            case Piece.Count count -> "count:" + count.value();
            case Piece.Amount amount -> amount.currency() + ":" + amount.minor();
            case Piece.Date date -> "date:" + date.date();
        };
    }

    private static Piece piece(String kind, String value) {
        return switch (kind) {
            case "text" -> new Piece.Text(value);
            case "digits" -> new Piece.Digits(value);
            case "count" -> new Piece.Count(Long.parseLong(value));
            case "date" -> new Piece.Date(LocalDate.parse(value));
            default -> new Piece.Amount(Long.parseLong(value), kind);
        };
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String plain(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
