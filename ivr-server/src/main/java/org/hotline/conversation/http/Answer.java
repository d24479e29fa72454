package org.hotline.conversation.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hotline.conversation.lookup.Lookups.Result;
import org.hotline.conversation.lookup.Query;
import org.hotline.speech.Piece;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service's answer comes to: a status and a JSON text. Pure. */
record Answer(int status, String body) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** To a query that only reads. Nonsense is as good as no answer. */
    Result read(Query query) {
        return switch (status) {
            case 404, 410 -> new Result.Unknown();
            case 200, 201, 202, 203 -> found(query);
            default -> new Result.Unavailable();
        };
    }

    /**
     * To a query that changes something. Refused for what it is (400 to 499) is not done. 408, 409, 425 and 429 tell of another
     * try or of haste, and 500 and more of a fault after which nobody knows.
     */
    Result change() {
        return switch (status) {
            case 404, 410, 422 -> new Result.Unknown();
            case 408, 409, 425, 429 -> new Result.InDoubt();
            default -> {
                if (status >= 200 && status < 300) {
                    yield new Result.Found(Query.DONE, Map.of());
                }
                yield status >= 400 && status < 500 ? new Result.Unavailable() : new Result.InDoubt();
            }
        };
    }

    /** Worth another try at once. */
    boolean isBusy() {
        return status == 408 || status == 425 || status == 429 || status >= 500;
    }

    private Result found(Query query) {
        try {
            JsonNode answer = JSON.readTree(body);
            Map<String, Piece> values = new LinkedHashMap<>();
            for (var value : query.values().entrySet()) {
                JsonNode at = answer.at(value.getValue().column());
                if (!at.isMissingNode() && !at.isNull()) {
                    piece(value.getValue(), at).ifPresent(piece -> values.put(value.getKey(), piece));
                }
            }
            String outcome = query.outcome()
                    .map(pointer -> answer.at(pointer).asString("").strip())
                    .orElse(Query.FOUND);
            return new Result.Found(outcome, values);
        } catch (JacksonException | DateTimeException | IllegalArgumentException nonsense) {
            return new Result.Unavailable();
        }
    }

    private static Optional<Piece> piece(Query.Column column, JsonNode at) {
        String text = at.asString("").strip();
        return Optional.of(text).filter(written -> !written.isEmpty()).map(written -> switch (column) {
            case Query.Column.Digits ignored -> new Piece.Digits(digits(written));
            case Query.Column.Count ignored -> new Piece.Count(Long.parseLong(written));
            case Query.Column.Amount amount -> new Piece.Amount(Long.parseLong(written), amount.currency());
            case Query.Column.Date ignored -> new Piece.Date(LocalDate.parse(written));
            case Query.Column.Text ignored -> new Piece.Text(written);
            case Query.Column.Names ignored -> new Piece.Text(written);
        });
    }

    private static String digits(String text) {
        if (!text.chars().allMatch(character -> character >= '0' && character <= '9')) {
            throw new IllegalArgumentException("no digits");
        }
        return text;
    }
}
