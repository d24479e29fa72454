package org.hotline.history.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline.history.CallStore.Filter;
import org.hotline.history.Cdr;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The SQL of one filter: a page of calls, newest first. Reads along an index from the last call of the page before, so
 * that page 1000 costs what page 1 does.
 */
final class CallList {
    private final List<String> from = new ArrayList<>(List.of("calls c"));
    private final List<String> where = new ArrayList<>(List.of("1 = 1"));
    private final Map<String, Object> values = new LinkedHashMap<>();

    private CallList() {}

    static List<Cdr> query(Handle handle, Filter filter) {
        CallList list = new CallList();
        filter.from().ifPresent(it -> list.and("c.arrived_at >= :from", "from", Columns.time(it)));
        filter.to().ifPresent(it -> list.and("c.arrived_at < :to", "to", Columns.time(it)));
        filter.issue().ifPresent(it -> list.and("c.issue = :issue", "issue", it));
        filter.number()
                .ifPresent(it -> list.and(
                        "(c.calling like :number escape '!' or c.dialled like :number escape '!')",
                        "number",
                        "%" + it.replaceAll("[!%_]", "!$0") + "%"));
        list.tag("a", TagRows.AGENT, filter.agent());
        list.tag("q", TagRows.QUEUE, filter.queue());
        filter.before().ifPresent(it -> list.and("""
                c.arrived_at <= (select p.arrived_at from calls p where p.id = :before)
                and (c.arrived_at < (select p.arrived_at from calls p where p.id = :before) or c.id < :before)
                """, "before", it.text()));
        return list.run(handle, filter.limit());
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

    private void and(String condition, String name, Object value) {
        where.add(condition);
        values.put(name, value);
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
