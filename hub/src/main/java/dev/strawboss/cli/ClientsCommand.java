package dev.strawboss.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `strawboss clients`: who is connected to the hub.
@Command(
        name = "clients",
        mixinStandardHelpOptions = true,
        description = "List who is connected to the hub, and who was since it started.")
final class ClientsCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--connected", description = "Only those connected now.")
    private boolean connected;

    @Option(names = "--json", description = "One object per line.")
    private boolean json;

    ClientsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        session.print(session.call("clients", Map.of("connected", connected)), json, "clients");
        return 0;
    }
}
