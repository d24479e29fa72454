package org.hotline.console.asterisk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hotline.console.asterisk.SiteSettings.Section;
import org.hotline.console.asterisk.SiteSettings.Setting;
import org.hotline.yaml.Complaint;
import org.hotline.yaml.Place;

/** Says what is missing in a site's {@code manager.conf} for Hotline to do its work there, and what is too much. */
final class ManagerCheck {
    private static final Map<String, String> READ = new LinkedHashMap<>();
    private static final Map<String, String> WRITE = new LinkedHashMap<>();
    private static final Set<String> DANGEROUS = Set.of("system", "command", "config", "all");

    /** One event of each kind that Hotline follows, as its first line reads. */
    private static final List<String> EVENTS =
            List.of("QueueCallerJoin", "QueueMemberStatus", "AgentConnect", "OriginateResponse", "DialEnd", "Hangup");

    static {
        READ.put("agent", "its queues are not followed");
        READ.put("call", "what becomes of calls that Hotline places is not known");
        WRITE.put("originate", "no agent can be rung");
        WRITE.put("call", "calls can be neither redirected nor hung up");
        WRITE.put("agent", "members of queues cannot be paused");
        WRITE.put("reporting", "its version and channels cannot be asked for");
    }

    private final SiteSettings settings;
    private final String user;
    private final List<Complaint> complaints = new ArrayList<>();

    private ManagerCheck(SiteSettings settings, String user) {
        this.settings = settings;
        this.user = user;
    }

    /**
     * Checks the file for this user.
     *
     * @param port where Hotline looks for the manager interface
     */
    static List<Complaint> of(Path managerConf, String user, int port) throws IOException {
        ManagerCheck check = new ManagerCheck(SiteSettings.read(managerConf), user);
        check.general(port);
        check.settings
                .section(user)
                .ifPresentOrElse(
                        check::user,
                        () -> check.complain(
                                new Place(managerConf.toString(), 1),
                                "there is no user [" + user + "]",
                                "copy [hotline] from dialplans/asterisk/manager.conf, or change asterisk.ami.user"));
        return List.copyOf(check.complaints);
    }

    private void general(int port) {
        Place top = new Place(settings.file().toString(), 1);
        Section general = settings.section("general").orElse(new Section(top, List.of()));
        if (general.last("enabled")
                .filter(on -> on.value().matches("(?i)yes|true|on|1"))
                .isEmpty()) {
            complain(general.place(), "the manager interface is not switched on", "write enabled=yes in [general]");
        }
        general.last("port")
                .filter(written -> !written.value().equals(Integer.toString(port)))
                .ifPresent(written -> complain(
                        written.place(),
                        "the manager interface is on port " + written.value() + ", but Hotline looks on " + port,
                        "change one of them; here it is asterisk.ami.port"));
    }

    private void user(Section section) {
        if (section.last("secret").filter(secret -> !secret.value().isEmpty()).isEmpty()) {
            complain(section.place(), "[" + user + "] has no secret", "write secret=... and the same for asterisk.ami");
        }
        if (section.all("permit").findAny().isEmpty()
                && section.all("acl").findAny().isEmpty()) {
            complain(
                    section.place(),
                    "[" + user + "] may log in from anywhere",
                    "write deny=0.0.0.0/0.0.0.0 and permit=127.0.0.1/255.255.255.255");
        }
        rights(section, "read", READ);
        rights(section, "write", WRITE);
        filters(section);
    }

    private void rights(Section section, String kind, Map<String, String> needed) {
        Setting given = section.last(kind).orElse(new Setting(section.place(), kind, ""));
        List<String> classes = List.of(given.value().split("\\s*,\\s*"));
        needed.forEach((right, loss) -> {
            if (!classes.contains(right) && !classes.contains("all")) {
                complain(given.place(), "[" + user + "] lacks " + kind + "=" + right + ": " + loss, "add " + right);
            }
        });
        if (kind.equals("write")) {
            classes.stream()
                    .filter(DANGEROUS::contains)
                    .forEach(right -> complain(
                            given.place(),
                            "[" + user + "] may do more than Hotline ever asks for: write=" + right,
                            "write only originate,call,agent,reporting"));
        }
    }

    private void filters(Section section) {
        List<Setting> wanted = section.all("eventfilter")
                .filter(filter -> !filter.value().startsWith("!"))
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        EVENTS.stream()
                .filter(event -> wanted.stream().noneMatch(filter -> lets(filter, event)))
                .forEach(event -> complain(
                        wanted.getLast().place(),
                        "the event filters of [" + user + "] keep " + event + " from Hotline",
                        "copy them from dialplans/asterisk/manager.conf, or leave them out"));
    }

    private static boolean lets(Setting filter, String event) {
        try {
            return Pattern.compile(filter.value())
                    .matcher("Event: " + event + "\r\n")
                    .find();
        } catch (java.util.regex.PatternSyntaxException posix) {
            return true; // Asterisk's dialect of regular expressions is another one
        }
    }

    private void complain(Place place, String sentence, String suggestion) {
        complaints.add(new Complaint(place, sentence, suggestion));
    }
}
