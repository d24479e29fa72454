package org.hotline.conversation.lookup;

import java.util.Map;
import org.hotline.speech.Piece;

/** Asks every query where it is to be asked. */
public record BySource(Lookups sql, Lookups http) implements Lookups {
    @Override
    public Result look(Query query, Map<String, Piece> arguments) {
        return switch (query.source()) {
            case Source.Sql ignored -> sql.look(query, arguments);
            case Source.Http ignored -> http.look(query, arguments);
        };
    }
}
