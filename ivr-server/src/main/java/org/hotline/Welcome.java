package org.hotline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the one who started the server is told: where it listens, how to call it, and the secrets made at this start.
 *
 * @param sip address of SIP, {@code host:port}
 * @param pages address of the pages
 * @param numbers dialled numbers and the plans they lead to
 * @param secrets new secrets by name, told once
 * @param remarks on models and anything else that should not be a surprise
 */
record Welcome(
        String sip, String pages, Map<String, String> numbers, Map<String, String> secrets, List<String> remarks) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Hotline is running.");
        numbers.forEach((number, plan) -> lines.add("  call    sip:" + number + "@" + sip + "   (" + plan + ")"));
        lines.add("  pages   " + pages);
        lines.addAll(secrets(secrets));
        remarks.forEach(remark -> lines.add("  note    " + remark));
        return lines;
    }

    /** New secrets by name, a line each. */
    static List<String> secrets(Map<String, String> made) {
        List<String> lines = new ArrayList<>();
        made.forEach((name, secret) -> lines.add("  new     " + name + ": " + secret + "   (shown once)"));
        return lines;
    }
}
