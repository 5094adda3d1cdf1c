package dev.strawboss.egress;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How a provider's API takes a key, and which of its paths are about asking models. What else an
/// API has (files, keys, members, bills) is nothing for a worker.
public enum Dialect {
    OPENAI(
            "Authorization",
            "Bearer ",
            "(?:/v\\d[a-z0-9]*)?/(?:chat/completions|completions"
                    + "|responses(?:/[A-Za-z0-9_-]+(?:/(?:cancel|input_items))?)?|responses/compact"
                    + "|embeddings|models(?:/[A-Za-z0-9_:./-]+)?)"),
    ANTHROPIC(
            "x-api-key",
            "",
            "(?:/v1)?/(?:messages(?:/count_tokens)?|complete" + "|models(?:/[A-Za-z0-9_:.-]+)?)"),
    GEMINI(
            "x-goog-api-key",
            "",
            "(?:/v\\d[a-z0-9]*)?/(?:models|(?:models|tunedModels)/[A-Za-z0-9_.-]+"
                    + "(?::(?:generateContent|streamGenerateContent|countTokens|embedContent"
                    + "|batchEmbedContents))?)");

    private final String field;
    private final String before;
    private final Pattern paths;

    Dialect(String field, String before, String paths) {
        this.field = field;
        this.before = before;
        this.paths = Pattern.compile(paths);
    }

    /// The name of the field that carries the key.
    String field() {
        return field;
    }

    String value(String key) {
        return before + key;
    }

    /// @param path below the base URL, as sent
    boolean offers(String path) {
        return paths.matcher(path).matches() && !path.contains("..") && !path.contains("//");
    }

    /// As configuration writes it.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Dialect> ofWireName(String name) {
        return Arrays.stream(values()).filter(one -> one.wireName().equals(name)).findFirst();
    }

    public static List<String> wireNames() {
        return Arrays.stream(values()).map(Dialect::wireName).toList();
    }
}
