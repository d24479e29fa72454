package org.hotline.supervision.web;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hotline.access.AuditLog;

/** An audit log in memory. */
final class MemoryAudit implements AuditLog {
    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    @Override
    public void add(Entry entry) {
        entries.addFirst(entry);
    }

    @Override
    public List<Entry> newest(int limit) {
        return entries.stream().limit(limit).toList();
    }
}
