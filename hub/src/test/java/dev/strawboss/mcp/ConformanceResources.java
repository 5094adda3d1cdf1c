package dev.strawboss.mcp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The suite's resources; [#change] is for our own tests.
final class ConformanceResources implements Resources {
    private static final Pattern TEMPLATE = Pattern.compile("test://template/([^/]+)/data");

    private final Map<Object, Watched> watched = new ConcurrentHashMap<>();

    private record Watched(String uri, Runnable changed) {}

    @Override
    public List<Description> list(Call call) {
        return List.of(
                described("test://static-text", "text/plain"),
                described("test://static-binary", "image/png"),
                described("test://watched-resource", "text/plain"));
    }

    @Override
    public List<Template> templates() {
        return List.of(
                new Template(
                        "test://template/{id}/data",
                        "template",
                        "Template",
                        "Data by id.",
                        "application/json"));
    }

    @Override
    public Optional<List<Contents>> read(Call call, String uri) {
        Matcher template = TEMPLATE.matcher(uri);
        if (template.matches()) {
            String id = template.group(1);
            return text(
                    uri,
                    "application/json",
                    "{\"id\":\""
                            + id
                            + "\",\"templateTest\":true,\"data\":\"Data for ID: "
                            + id
                            + "\"}");
        }
        return switch (uri) {
            case "test://static-text" ->
                    text(uri, "text/plain", "This is the content of the static text resource.");
            case "test://watched-resource" -> text(uri, "text/plain", "Watched.");
            case "test://static-binary" ->
                    Optional.of(
                            List.of(new Contents.Blob(uri, "image/png", ConformanceFixture.PNG)));
            default -> Optional.empty();
        };
    }

    @Override
    public Watch watch(String uri, Runnable changed) {
        Object key = new Object();
        watched.put(key, new Watched(uri, changed));
        return () -> watched.remove(key);
    }

    @Override
    public Watch watchList(Runnable changed) {
        return watch("", changed);
    }

    /// @param uri empty for the list
    void change(String uri) {
        watched.values().stream()
                .filter(each -> each.uri().equals(uri))
                .forEach(each -> each.changed().run());
    }

    /// How many are watching.
    int watching() {
        return watched.size();
    }

    private static Optional<List<Contents>> text(String uri, String mimeType, String text) {
        return Optional.of(List.of(new Contents.Text(uri, mimeType, text)));
    }

    private static Description described(String uri, String mimeType) {
        return new Description(uri, uri.substring(7), uri.substring(7), "For tests.", mimeType);
    }
}
