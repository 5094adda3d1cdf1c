package dev.strawboss.servers;

import dev.strawboss.secrets.Redaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds secrets that stand in an entry as they are (in its environment, headers, arguments and
/// address), and puts their names in their places.
public final class Literals {
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?i).*(key|token|secret|password|passwd|passphrase|credentials?|authorization"
                            + "|cookie|[_-]pat|[_-]pwd|[_-]auth)");
    private static final Pattern SCHEME = Pattern.compile("(?i)((?:bearer|basic|token)\\s+)(\\S+)");
    private static final Pattern QUERY = Pattern.compile("([?&])([^=&#]+)=([^&#]+)");
    private static final Pattern FLAG = Pattern.compile("(--?[A-Za-z0-9_-]+)=(.+)");
    private static final List<String> PAIRS =
            List.of("env", "environment", "headers", "http_headers");
    private static final int SHORTEST = 8;

    /// Says under which name a value is kept.
    public interface Keeper {
        /// @param wish such as `GITHUB_TOKEN`
        /// @return the name, or empty if it cannot be kept and stays where it is
        String keep(String wish, String value);
    }

    private final String server;
    private final Keeper keeper;

    private Literals(String server, Keeper keeper) {
        this.server = server;
        this.keeper = keeper;
    }

    /// The entry with the names of secrets in it.
    public static Map<String, Object> kept(
            String server, Map<String, Object> entry, Keeper keeper) {
        return new Literals(server, keeper).entry(entry);
    }

    private Map<String, Object> entry(Map<String, Object> entry) {
        Map<String, Object> kept = new LinkedHashMap<>();
        entry.forEach((key, value) -> kept.put(key, value(key, value)));
        return kept;
    }

    private @Nullable Object value(String key, @Nullable Object value) {
        if (PAIRS.contains(key) && value instanceof Map<?, ?> pairs) {
            Map<String, Object> kept = new LinkedHashMap<>();
            pairs.forEach((name, inner) ->
                    kept.put(String.valueOf(name), pair(String.valueOf(name), inner)));
            return kept;
        }
        if (key.equals("oauth") && value instanceof Map<?, ?> oauth) {
            Map<String, Object> kept = new LinkedHashMap<>();
            oauth.forEach((name, inner) ->
                    kept.put(
                            String.valueOf(name),
                            String.valueOf(name).matches("client_?[sS]ecret")
                                    ? pair("client_secret", inner)
                                    : inner));
            return kept;
        }
        if (List.of("args", "command").contains(key) && value instanceof List<?> words) {
            return arguments(words);
        }
        return key.toLowerCase(Locale.ROOT).endsWith("url") && value instanceof String url
                ? address(url)
                : value;
    }

    private @Nullable Object pair(String name, @Nullable Object value) {
        if (!(value instanceof String text) || isReference(text)) {
            return value;
        }
        Matcher scheme = SCHEME.matcher(text);
        if (scheme.matches() && isSecret(name, scheme.group(2))) {
            String kept = keep(name, scheme.group(2));
            return kept.isEmpty() ? text : scheme.group(1) + "${secret:" + kept + "}";
        }
        if (isSecret(name, text)) {
            String kept = keep(name, text);
            return kept.isEmpty() ? text : "secret:" + kept;
        }
        return text;
    }

    private List<@Nullable Object> arguments(List<?> words) {
        List<@Nullable Object> kept = new ArrayList<>();
        String before = "";
        for (Object word : words) {
            kept.add(word instanceof String text ? argument(before, text) : word);
            before = word instanceof String text ? text : "";
        }
        return kept;
    }

    private @Nullable Object argument(String before, String text) {
        Matcher flag = FLAG.matcher(text);
        if (flag.matches() && !isReference(text) && isSecret(flag.group(1), flag.group(2))) {
            String kept = keep(flag.group(1), flag.group(2));
            return kept.isEmpty() ? text : flag.group(1) + "=${secret:" + kept + "}";
        }
        boolean named = before.startsWith("-") && !before.contains("=") && !text.startsWith("-");
        return pair(named ? before : "argument", text);
    }

    private String address(String url) {
        StringBuilder kept = new StringBuilder();
        Matcher query = QUERY.matcher(url);
        while (query.find()) {
            String whole = query.group();
            if (!isReference(whole) && isSecret(query.group(2), query.group(3))) {
                String name = keep(query.group(2), query.group(3));
                if (!name.isEmpty()) {
                    whole = query.group(1) + query.group(2) + "=${secret:" + name + "}";
                }
            }
            query.appendReplacement(kept, Matcher.quoteReplacement(whole));
        }
        return query.appendTail(kept).toString();
    }

    private String keep(String name, String value) {
        return keeper.keep(SecretNames.of(server + "_" + name), value);
    }

    private static boolean isReference(String text) {
        return text.startsWith("secret:") || text.contains("{");
    }

    private static boolean isSecret(String name, String value) {
        boolean path = value.startsWith("/") || value.startsWith("~") || value.startsWith("./");
        return !Redaction.NONE.text(value).equals(value)
                || (value.length() >= SHORTEST && !path && NAMED.matcher(name).matches());
    }
}
