package org.hotline.history.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.hotline.call.CallId;
import org.hotline.history.CallEvent;
import org.hotline.history.TalkStories.Story;
import org.jdbi.v3.core.Handle;

/** The SQL of {@link org.hotline.history.TalkStories}: row by row, so that a year of calls needs the memory of one. */
final class LocatedStories {
    private static final int ROWS_AT_ONCE = 1_000;
    private static final String QUERY = """
            select c.id, c.dialplan, e.kind, e.json
            from calls c join call_events e on e.call_id = c.id
            where c.arrived_at >= :from and c.purged = false and c.dialplan in (<dialplans>)
              and e.kind in ('TurnTaken', 'Decided', 'IssueLocated')
              and exists (select 1 from call_events d where d.call_id = c.id and d.kind = 'Decided')
            order by c.arrived_at, c.id, e.seq
            """;

    private record Row(CallId call, String dialplan, CallEvent event) {}

    private LocatedStories() {}

    static void read(Handle handle, Set<String> dialplans, Instant from, Consumer<Story> reader) {
        if (dialplans.isEmpty()) {
            return;
        }
        // In a transaction: else PostgreSQL hands over all rows at once.
        handle.useTransaction(in -> {
            List<Row> call = new ArrayList<>();
            try (var rows = in
                    .createQuery(QUERY)
                    .bindList("dialplans", List.copyOf(dialplans))
                    .bind("from", Columns.time(from))
                    .setFetchSize(ROWS_AT_ONCE)
                    .map((row, context) -> new Row(
                            new CallId(row.getString("id")),
                            row.getString("dialplan"),
                            EventJson.read(row.getString("kind"), row.getString("json"))))
                    .stream()) {
                rows.forEach(row -> {
                    if (!call.isEmpty() && !call.getFirst().call().equals(row.call())) {
                        tell(call, reader);
                    }
                    call.add(row);
                });
            }
            tell(call, reader);
        });
    }

    private static void tell(List<Row> call, Consumer<Story> reader) {
        if (!call.isEmpty()) {
            Row first = call.getFirst();
            reader.accept(new Story(
                    first.call(),
                    first.dialplan(),
                    call.stream().map(Row::event).toList()));
            call.clear();
        }
    }
}
