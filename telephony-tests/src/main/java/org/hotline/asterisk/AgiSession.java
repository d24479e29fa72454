package org.hotline.asterisk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One FastAGI session from Asterisk's side: the environment in res_agi's order, then an answer to each command. */
final class AgiSession {
    private static final int CONNECT_MILLIS = 2_000;
    private static final Pattern SET = Pattern.compile("SET VARIABLE \"(.*?)\" \"(.*)\"");

    private AgiSession() {}

    /**
     * Runs it to its end.
     *
     * @param url {@code agi://host:port/script}
     * @return AGISTATUS: SUCCESS or FAILURE
     */
    static String run(String url, Channel channel, Map<String, String> variables) {
        String rest = url.substring("agi://".length());
        int slash = rest.indexOf('/');
        int colon = rest.indexOf(':');
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(rest.substring(0, colon), Integer.parseInt(rest.substring(colon + 1, slash))),
                    CONNECT_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(environment(url, rest.substring(slash + 1), channel).getBytes(StandardCharsets.UTF_8));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String command = in.readLine(); command != null; command = in.readLine()) {
                out.write(answer(command, variables).getBytes(StandardCharsets.UTF_8));
            }
            return "SUCCESS";
        } catch (IOException unreachable) {
            return "FAILURE";
        }
    }

    private static String answer(String command, Map<String, String> variables) {
        Matcher set = SET.matcher(command);
        if (set.matches()) {
            variables.put(set.group(1), set.group(2).replace("\\\"", "\"").replace("\\\\", "\\"));
            return "200 result=1\n";
        }
        return "510 Invalid or unknown command\n";
    }

    private static String environment(String url, String script, Channel channel) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("network", "yes");
        lines.put("network_script", script);
        lines.put("request", url);
        lines.put("channel", channel.name());
        lines.put("language", "en");
        lines.put("type", "PJSIP");
        lines.put("uniqueid", channel.uniqueId());
        lines.put("version", channel.release().version());
        lines.put("callerid", channel.calling());
        lines.put("calleridname", "unknown");
        lines.put("callingpres", "0");
        lines.put("callingani2", "0");
        lines.put("callington", "0");
        lines.put("callingtns", "0");
        lines.put("dnid", channel.dialled());
        lines.put("rdnis", "unknown");
        lines.put("context", "ivr");
        lines.put("extension", "s");
        lines.put("priority", "3");
        lines.put("enhanced", "0.0");
        lines.put("accountcode", "");
        lines.put("threadid", "140245117687552");
        StringBuilder text = new StringBuilder();
        lines.forEach((name, value) ->
                text.append("agi_").append(name).append(": ").append(value).append('\n'));
        return text.append('\n').toString();
    }
}
