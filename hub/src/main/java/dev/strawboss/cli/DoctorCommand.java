package dev.strawboss.cli;

import dev.strawboss.client.HubClient;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `strawboss doctor`: looks whether everything that jobs need is there.
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Look whether all that jobs need is there; ends with 1 if something needs a person.")
final class DoctorCommand implements Callable<Integer> {
    private static final int NEEDS_A_PERSON = 1;

    private final Session session;

    @Option(names = "--json", description = "One object per line.")
    private boolean json;

    DoctorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Map<?, ?>> checks = checks();
        checks.forEach(this::print);
        long problems = checks.stream().filter(DoctorCommand::needsAPerson).count();
        if (!json) {
            session.out()
                    .println(
                            problems == 0
                                    ? "All that jobs need is there."
                                    : problems == 1
                                            ? "One thing needs you."
                                            : problems + " things need you.");
        }
        return problems == 0 ? 0 : NEEDS_A_PERSON;
    }

    private List<Map<?, ?>> checks() throws InterruptedException {
        List<Map<?, ?>> checks = new ArrayList<>();
        try {
            HubClient.Reply reply = session.call("setup", Map.of("what", "doctor"));
            checks.add(check("ok", "runs", ""));
            if (reply.structured().get("doctor") instanceof List<?> rows) {
                rows.forEach(row -> checks.add((Map<?, ?>) row));
            }
        } catch (StrawbossException e) {
            checks.add(check("problem", String.valueOf(e.getMessage()), e.hint()));
        }
        return checks;
    }

    private static Map<String, Object> check(String state, String detail, String hint) {
        Map<String, Object> check = new LinkedHashMap<>();
        check.put("check", "hub");
        check.put("state", state);
        check.put("detail", detail);
        check.put("hint", hint);
        return check;
    }

    private static boolean needsAPerson(Map<?, ?> check) {
        return "problem".equals(check.get("state"));
    }

    private void print(Map<?, ?> check) {
        if (json) {
            session.out().println(Json.write(check));
            return;
        }
        session.out()
                .printf(
                        "%-7s  %-14s  %s%n",
                        check.get("state"), check.get("check"), check.get("detail"));
        if (!String.valueOf(check.get("hint")).isEmpty()) {
            session.out().printf("%-7s  %-14s  -> %s%n", "", "", check.get("hint"));
        }
    }
}
