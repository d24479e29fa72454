package org.hotline.history.jdbc;

import org.hotline.call.CallId;
import org.hotline.history.CallEvent;
import org.hotline.history.Redaction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rewrites a call's story without what was said. */
final class Forgetting {
    private record Row(int seq, CallEvent event) {}

    private Forgetting() {}

    /** Returns the number of events rewritten. */
    static int forget(Handle handle, CallId call) {
        var rows = handle.createQuery("select seq, kind, json from call_events where call_id = :id")
                .bind("id", call.text())
                .map((row, context) ->
                        new Row(row.getInt("seq"), EventJson.read(row.getString("kind"), row.getString("json"))))
                .list();
        PreparedBatch update =
                handle.prepareBatch("update call_events set json = :json where call_id = :id and seq = :seq");
        for (Row row : rows) {
            CallEvent redacted = Redaction.redact(row.event());
            if (!redacted.equals(row.event())) {
                update.bind("json", EventJson.write(redacted))
                        .bind("id", call.text())
                        .bind("seq", row.seq())
                        .add();
            }
        }
        return update.size() == 0 ? 0 : update.execute().length;
    }
}
