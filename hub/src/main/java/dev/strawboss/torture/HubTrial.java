package dev.strawboss.torture;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.crash.CrashPoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/// One seed against the real process: jobs of random kinds come at random times, while one hub
/// after the other dies, at points or by `kill -9` at random moments.
final class HubTrial {
    private static final List<Errand> KINDS =
            Arrays.stream(Errand.values()).filter(errand -> !errand.cleansUp()).toList();
    private static final int LATEST = 1_500;

    private final long seed;
    private final Random random;
    private final Ground ground;
    private final MortalHub hub;

    /// @param directory empty, and gone afterwards unless something was wrong
    HubTrial(long seed, Path directory, Torture.HubCommand command)
            throws IOException, InterruptedException {
        this.seed = seed;
        this.random = new Random(seed);
        this.ground = Ground.make(directory, command);
        this.hub = new MortalHub(ground, command.words());
    }

    Outcome run() throws IOException, InterruptedException {
        List<String> deaths = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            deaths.add(randomPoint());
        }
        hub.arm(deaths);
        List<Client> clients = new ArrayList<>();
        for (int number = 4 + random.nextInt(5); number > 0; number--) {
            Errand errand = KINDS.get(random.nextInt(KINDS.size()));
            clients.add(new Client(hub, ground, number, errand, random));
        }
        AtomicBoolean over = new AtomicBoolean();
        int kills = 1 + random.nextInt(3);
        Random moments = new Random(random.nextLong());
        Thread killer = Threads.virtual("killer", () -> kill(kills, moments, over));
        for (Client client : clients) {
            int delay = random.nextInt(LATEST);
            Threads.virtual("client", () -> late(client, delay));
        }
        List<Fault> faults = new ArrayList<>();
        List<Told> all = told(clients, faults);
        over.set(true);
        killer.join();
        hub.stop();
        if (faults.isEmpty()) {
            faults.addAll(Inspection.of(ground, all));
        }
        return outcome(all.size(), faults);
    }

    private String randomPoint() {
        CrashPoint[] all = CrashPoint.values();
        int pass = random.nextBoolean() ? 1 : 1 + random.nextInt(6);
        return all[random.nextInt(all.length)] + ":" + pass;
    }

    private static void late(Client client, int millis) {
        try {
            Thread.sleep(millis);
            client.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void kill(int kills, Random moments, AtomicBoolean over) {
        try {
            while (hub.kills() < kills && !over.get()) {
                Thread.sleep(moments.nextInt(900));
                hub.kill();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static List<Told> told(List<Client> clients, List<Fault> faults) throws InterruptedException {
        List<Told> all = new ArrayList<>();
        for (Client client : clients) {
            try {
                all.add(client.told().get());
            } catch (ExecutionException e) {
                faults.add(new Fault(Fault.Sort.LOST, "a client gave up: " + e.getCause()));
            }
        }
        return all;
    }

    private Outcome outcome(int jobs, List<Fault> faults) throws IOException {
        List<String> deaths = new ArrayList<>();
        List<String> passed = new ArrayList<>();
        for (String line : hub.passes()) {
            String[] words = line.split(" ", -1);
            (words.length == 3 ? deaths : passed).add(words[1]);
        }
        for (int i = 0; i < hub.kills(); i++) {
            deaths.add("kill");
        }
        return new Outcome(seed, jobs, deaths, passed.stream().distinct().toList(), faults);
    }
}
