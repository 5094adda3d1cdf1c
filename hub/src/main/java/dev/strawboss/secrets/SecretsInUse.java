package dev.strawboss.secrets;

import dev.strawboss.config.Configuration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// The redaction that fits the secrets of the moment: those of the file, and what is named like one
/// in the hub's environment. Looked up again once a second, since every answer asks.
public final class SecretsInUse implements Supplier<Redaction> {
    private static final Pattern NAME = Pattern.compile("_(KEY|TOKEN|SECRET|PASSWORD|PASSWD)$");
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final Configuration configuration;
    private final Supplier<Map<String, String>> environment;
    private final Semaphore looking = new Semaphore(1);
    private volatile Redaction redaction = Redaction.NONE;
    private List<String> values = List.of();
    private volatile long lookedUp;
    private volatile boolean known;

    /// @param environment the hub's
    public SecretsInUse(Configuration configuration, Supplier<Map<String, String>> environment) {
        this.configuration = configuration;
        this.environment = environment;
    }

    /// Only the first look is waited for by all: a keyring that is locked lets who asks wait.
    @Override
    public Redaction get() {
        if (fresh()) {
            return redaction;
        }
        if (!known) {
            looking.acquireUninterruptibly();
        } else if (!looking.tryAcquire()) {
            return redaction;
        }
        try {
            if (!fresh()) {
                look();
            }
            return redaction;
        } finally {
            looking.release();
        }
    }

    private boolean fresh() {
        return known && System.nanoTime() - lookedUp <= FRESH_NANOS;
    }

    private void look() {
        List<String> found = values();
        boolean interrupted = Thread.currentThread().isInterrupted(); // then some may be missing
        if (interrupted && known) {
            return;
        }
        if (!found.equals(values)) {
            redaction = new Redaction(found);
            values = found;
        }
        lookedUp = System.nanoTime();
        known = !interrupted;
    }

    /// What was found last, without looking: for the log, which must wait for nothing.
    public Redaction recent() {
        return redaction;
    }

    private List<String> values() {
        List<String> values = new ArrayList<>(configuration.secretValues());
        environment
                .get()
                .forEach((name, value) -> {
                    if (NAME.matcher(name).find()) {
                        values.add(value);
                    }
                });
        return values;
    }
}
