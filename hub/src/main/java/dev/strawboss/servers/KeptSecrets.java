package dev.strawboss.servers;

import dev.strawboss.config.Configuration;
import dev.strawboss.errors.StrawbossException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts secrets that are found into the secret store, each under a name that is free, or under the
/// one that has the same value already.
public final class KeptSecrets implements Literals.Keeper {
    private static final int MOST = 100;

    private final Configuration configuration;
    private final boolean dry;
    private final Map<String, String> fresh = new LinkedHashMap<>();
    private final List<String> left = new ArrayList<>();

    /// @param dry whether only to say what would be kept
    public KeptSecrets(Configuration configuration, boolean dry) {
        this.configuration = configuration;
        this.dry = dry;
    }

    /// The names under which something was kept that was not before.
    public List<String> names() {
        return List.copyOf(fresh.keySet());
    }

    /// What could not be kept and stands where it stood.
    public List<String> left() {
        return List.copyOf(left);
    }

    @Override
    public String keep(String wish, String value) {
        String name = wish;
        for (int i = 2; i < MOST; i++) {
            String there =
                    fresh.containsKey(name)
                            ? fresh.get(name)
                            : configuration.secret(name).orElse(null);
            if (value.equals(there)) {
                return name;
            }
            if (there == null) {
                return saved(name, value);
            }
            name = wish + "_" + i;
        }
        left.add(wish);
        return "";
    }

    private String saved(String name, String value) {
        try {
            if (!dry) {
                configuration.saveSecret(name, value);
            }
            fresh.put(name, value);
            return name;
        } catch (StrawbossException _) { // such as one of several lines: told as left
            left.add(name);
            return "";
        }
    }
}
