package org.hotline.supervision.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hotline.history.Cdr;

/** Calls as a table for a spreadsheet: RFC 4180 with a byte order mark, times with the business zone's offset. */
final class CallsTable {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String HEAD =
            "id,arrived,answered,ended,calling,dialled,dialplan,language,turns,issue,confirmed,queue,waited_s,agent,"
                    + "talked_s,ending,where\r\n";

    private final StringBuilder text = new StringBuilder(BYTE_ORDER_MARK + HEAD);
    private final ZoneId zone;
    private int rows;

    CallsTable(ZoneId zone) {
        this.zone = zone;
    }

    void add(Cdr cdr) {
        CallView call = CallView.of(cdr);
        cells(
                call.id(),
                time(Optional.of(call.arrivedAt())),
                time(call.answeredAt()),
                time(call.endedAt()),
                call.calling(),
                call.dialled(),
                call.dialplan(),
                call.language(),
                Integer.toString(call.turns()),
                call.issue().orElse(""),
                Boolean.toString(call.confirmed()),
                call.queue().orElse(""),
                Long.toString(cdr.waited().toSeconds()),
                call.agent().orElse(""),
                Long.toString(cdr.talked().toSeconds()),
                call.ending().map(CallView.EndingView::kind).orElse(""),
                call.ending().flatMap(CallView.EndingView::where).orElse(""));
        rows++;
    }

    int rows() {
        return rows;
    }

    String text() {
        return text.toString();
    }

    private String time(Optional<Instant> instant) {
        return instant.map(at -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        at.truncatedTo(ChronoUnit.MILLIS).atZone(zone)))
                .orElse("");
    }

    private void cells(String... cells) {
        for (int i = 0; i < cells.length; i++) {
            text.append(i > 0 ? "," : "").append(quoted(cells[i]));
        }
        text.append("\r\n");
    }

    /** Quotes what needs it; a cell that a spreadsheet would run as a formula becomes text (CWE-1236). */
    private static String quoted(String cell) {
        String safe = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
