package org.hotline.history.jdbc;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline.history.CallStore.Filter;
import org.hotline.history.Cdr;
import org.hotline.history.NumberQuery;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The SQL of one filter: a page of calls, newest first. Reads along an index from the last call of the page before, so
 * that page 1000 costs what page 1 does. A number is looked for along three indexes, a query each.
 */
final class CallList {
    private static final Comparator<Cdr> NEWEST_FIRST =
            Comparator.comparing(Cdr::arrivedAt).thenComparing(Cdr::id).reversed();
    /** Follows every character that a number has. */
    private static final String LAST = "\uffff";

    private final List<String> from = new ArrayList<>(List.of("calls c"));
    private final List<String> where = new ArrayList<>(List.of("1 = 1"));
    private final Map<String, Object> values = new LinkedHashMap<>();

    private CallList(Filter filter) {
        filter.from().ifPresent(it -> and("c.arrived_at >= :from", "from", Columns.time(it)));
        filter.to().ifPresent(it -> and("c.arrived_at < :to", "to", Columns.time(it)));
        filter.issue().ifPresent(it -> and("c.issue = :issue", "issue", it));
        tag("a", TagRows.AGENT, filter.agent());
        tag("q", TagRows.QUEUE, filter.queue());
        filter.before().ifPresent(it -> and("""
                c.arrived_at <= (select p.arrived_at from calls p where p.id = :before)
                and (c.arrived_at < (select p.arrived_at from calls p where p.id = :before) or c.id < :before)
                """, "before", it.text()));
    }

    static List<Cdr> query(Handle handle, Filter filter) {
        if (filter.number().isEmpty()) {
            return new CallList(filter).run(handle, filter.limit());
        }
        return filter.number().flatMap(NumberQuery::of).stream()
                .flatMap(number -> ways(filter, number))
                .flatMap(list -> list.run(handle, filter.limit()).stream())
                .distinct()
                .sorted(NEWEST_FIRST)
                .limit(filter.limit())
                .toList();
    }

    private static Stream<CallList> ways(Filter filter, NumberQuery number) {
        List<CallList> ways = new ArrayList<>();
        ways.add(new CallList(filter).and("c.dialled_head = :number", "number", number.head()));
        ways.add(
                number.isBeginning()
                        ? new CallList(filter).beginning("c.calling_head", number.head())
                        : new CallList(filter).and("c.calling_head = :number", "number", number.head()));
        if (number.isEnd()) {
            ways.add(new CallList(filter).beginning("c.calling_tail", CallRows.tail(number.tail())));
        }
        return ways.stream();
    }

    private CallList beginning(String column, String text) {
        return and(column + " >= :number", "number", text).and(column + " < :beyond", "beyond", text + LAST);
    }

    private void tag(String alias, String kind, Optional<String> name) {
        name.ifPresent(it -> {
            from.add("call_tags " + alias);
            and(
                    "%1$s.kind = '%2$s' and %1$s.name = :%1$s and %1$s.call_id = c.id".formatted(alias, kind),
                    alias,
                    TagRows.name(it));
        });
    }

    @CanIgnoreReturnValue
    private CallList and(String condition, String name, Object value) {
        where.add(condition);
        values.put(name, value);
        return this;
    }

    private List<Cdr> run(Handle handle, int limit) {
        Query query = handle.createQuery("select c.* from " + String.join(", ", from) + " where "
                + String.join(" and ", where) + " order by c.arrived_at desc, c.id desc limit :limit");
        values.forEach(query::bind);
        return query.bind("limit", limit)
                .map((row, context) -> CallRows.read(row))
                .list();
    }
}
