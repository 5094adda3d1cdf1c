package dev.strawboss.config;

import dev.strawboss.config.YamlText.Unreadable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/// Changes one key of a YAML text that a person wrote, and nothing else: every other byte stays.
/// The change is only taken if reading it again shows exactly what was meant and no comment or
/// blank line lay in what was replaced.
final class YamlEdit {
    private final String text;
    private final Map<String, Object> before;
    private final Optional<Node> root;

    private YamlEdit(String text) throws Unreadable {
        this.text = text;
        this.before = YamlText.read(text);
        try {
            LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(false).build();
            this.root = new Compose(settings).composeString(text);
        } catch (YamlEngineException e) { // it was read a moment ago
            throw new Unreadable("cannot be changed safely: " + e.getMessage(), e);
        }
    }

    /// @param path the key, outermost first
    /// @param value a string, number, boolean, or a list or map of these
    static String set(String text, List<String> path, Object value) throws Unreadable {
        YamlEdit edit = new YamlEdit(text);
        Object read = asRead(value);
        return edit.checked(edit.setting(path, read), with(edit.before, path, read));
    }

    /// The text itself if it has no such key.
    static String unset(String text, List<String> path) throws Unreadable {
        YamlEdit edit = new YamlEdit(text);
        Optional<Splice> splice = edit.removing(path);
        return splice.isEmpty() ? text : edit.checked(splice.get(), with(edit.before, path, null));
    }

    /// The value as a file gives it back: `Integer` for a small `Long`.
    static Object asRead(Object value) throws Unreadable {
        return Objects.requireNonNull(
                YamlText.read("value: " + YamlRendering.inline(value)).get("value"));
    }

    /// One replaced part of the text.
    private record Splice(int from, int to, String fresh) {}

    private String checked(Splice splice, Map<String, Object> wanted) throws Unreadable {
        if (new YamlSpan(text, root).holdsComment(splice.from(), splice.to())) {
            throw new Unreadable("has comments or blank lines inside of what would be replaced.");
        }
        String after =
                text.substring(0, splice.from()) + splice.fresh() + text.substring(splice.to());
        try {
            if (YamlText.read(after).equals(wanted)) {
                return after;
            }
        } catch (Unreadable spoilt) {
            throw new Unreadable("is written in a way that cannot be changed safely.", spoilt);
        }
        throw new Unreadable("is written in a way that cannot be changed safely.");
    }

    private static Map<String, Object> with(
            Map<String, Object> map, List<String> path, @Nullable Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(map);
        String key = path.getFirst();
        if (path.size() > 1) {
            Object inner = copy.get(key);
            Map<String, Object> deeper =
                    inner instanceof Map<?, ?> old ? Section.stringKeys(old) : Map.of();
            copy.put(key, with(deeper, path.subList(1, path.size()), value));
        } else if (value == null) {
            copy.remove(key);
        } else {
            copy.put(key, value);
        }
        return copy;
    }

    // ---------------------------------------------------------------- set

    private Splice setting(List<String> path, Object value) throws Unreadable {
        if (root.isEmpty()) {
            return appended(
                    YamlRendering.entry(path.getFirst(), nested(path, value), 0, newline()));
        }
        return setting(mapping(root.get()), path, value);
    }

    private static Object nested(List<String> path, Object value) {
        Object whole = value;
        for (String key : path.subList(1, path.size()).reversed()) {
            whole = Map.of(key, whole);
        }
        return whole;
    }

    private Splice appended(String line) {
        boolean open = !text.isEmpty() && !text.endsWith("\n") && !text.equals("\uFEFF");
        return new Splice(text.length(), text.length(), (open ? newline() : "") + line + newline());
    }

    private Splice setting(MappingNode mapping, List<String> path, Object value) throws Unreadable {
        Optional<NodeTuple> entry = entry(mapping, path.getFirst());
        if (entry.isEmpty()) {
            return added(mapping, path.getFirst(), nested(path, value));
        }
        Node key = entry.get().getKeyNode();
        Node old = entry.get().getValueNode();
        if (path.size() > 1 && old instanceof MappingNode deeper && !deeper.getValue().isEmpty()) {
            requireInOrder(key, old);
            return setting(deeper, path.subList(1, path.size()), value);
        }
        return replaced(mapping, key, old, nested(path, value));
    }

    private Splice replaced(MappingNode mapping, Node key, Node old, Object value)
            throws Unreadable {
        requireInOrder(key, old);
        YamlSpan span = new YamlSpan(text, root);
        int from = span.start(old);
        int to = span.end(old);
        if (from == to) { // key without a value
            if (value instanceof Map<?, ?> && mapping.getFlowStyle() != FlowStyle.FLOW) {
                int end = span.lineEnd(from);
                String fresh = YamlRendering.under(value, span.column(key) + 2, newline());
                return new Splice(end, end, fresh);
            }
            return new Splice(from, to, " " + YamlRendering.inline(value));
        }
        boolean block =
                old instanceof CollectionNode<?> many && many.getFlowStyle() != FlowStyle.FLOW;
        if (block && (value instanceof List<?> || value instanceof Map<?, ?>)) {
            return new Splice(from, to, YamlRendering.block(value, span.column(old), newline()));
        }
        String fresh = YamlRendering.like(old, value);
        return new Splice(from, to, fresh + (span.endsLine(from, to) ? newline() : ""));
    }

    private Splice added(MappingNode mapping, String key, Object value) throws Unreadable {
        YamlSpan span = new YamlSpan(text, root);
        List<NodeTuple> entries = mapping.getValue();
        if (mapping.getFlowStyle() == FlowStyle.FLOW) {
            String fresh = YamlRendering.inlineKey(key) + ": " + YamlRendering.inline(value);
            if (entries.isEmpty()) {
                int at = span.start(mapping) + 1;
                return new Splice(at, at, fresh);
            }
            int at = span.end(last(mapping));
            return new Splice(at, at, ", " + fresh);
        }
        int indent = span.column(entries.getFirst().getKeyNode());
        String line = YamlRendering.entry(key, value, indent, newline());
        int end = span.end(last(mapping));
        if (end > 0 && text.charAt(end - 1) == '\n') { // a block scalar ends with its line
            return new Splice(end, end, " ".repeat(indent) + line + newline());
        }
        int at = span.lineEnd(end);
        return new Splice(at, at, newline() + " ".repeat(indent) + line);
    }

    // ---------------------------------------------------------------- unset

    private Optional<Splice> removing(List<String> path) throws Unreadable {
        if (root.isEmpty()) {
            return Optional.empty();
        }
        MappingNode mapping = mapping(root.get());
        for (String outer : path.subList(0, path.size() - 1)) {
            Optional<NodeTuple> entry = entry(mapping, outer);
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            requireInOrder(entry.get().getKeyNode(), entry.get().getValueNode());
            mapping = mapping(entry.get().getValueNode());
        }
        Optional<NodeTuple> entry = entry(mapping, path.getLast());
        return entry.isEmpty() ? Optional.empty() : Optional.of(removed(mapping, entry.get()));
    }

    private Splice removed(MappingNode mapping, NodeTuple entry) throws Unreadable {
        requireInOrder(entry.getKeyNode(), entry.getValueNode());
        YamlSpan span = new YamlSpan(text, root);
        List<NodeTuple> entries = mapping.getValue();
        int from = span.start(entry.getKeyNode());
        int to = span.end(entry.getValueNode());
        int place = entries.indexOf(entry);
        if (mapping.getFlowStyle() == FlowStyle.FLOW) {
            if (place + 1 < entries.size()) {
                return new Splice(from, span.start(entries.get(place + 1).getKeyNode()), "");
            }
            return new Splice(
                    place == 0 ? from : span.end(entries.get(place - 1).getValueNode()), to, "");
        }
        boolean inner = !Objects.equals(mapping, root.orElseThrow());
        if (entries.size() == 1 && inner) {
            return new Splice(from, to, "{}" + (span.endsLine(from, to) ? newline() : ""));
        }
        int begin = span.lineStart(from);
        boolean alone = text.substring(begin, from).isBlank();
        if (alone && span.blankToLineEnd(to)) {
            return new Splice(begin, span.nextLine(to), "");
        }
        return new Splice(from, to, "");
    }

    // ---------------------------------------------------------------- nodes

    private static MappingNode mapping(Node node) throws Unreadable {
        if (node instanceof MappingNode mapping) {
            return mapping;
        }
        throw new Unreadable("has a value where names and values would have to be.");
    }

    private static Optional<NodeTuple> entry(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(tuple ->
                        YamlSpan.scalar(tuple.getKeyNode()).filter(key::equals).isPresent())
                .findFirst();
    }

    private static Node last(MappingNode mapping) throws Unreadable {
        NodeTuple tuple = mapping.getValue().getLast();
        requireInOrder(tuple.getKeyNode(), tuple.getValueNode());
        return tuple.getValueNode();
    }

    /// An alias stands for a node that is written elsewhere.
    private static void requireInOrder(Node key, Node value) throws Unreadable {
        if (YamlSpan.index(value.getStartMark()) < YamlSpan.index(key.getEndMark())) {
            throw new Unreadable("uses an alias (*) there.");
        }
    }

    private String newline() {
        int end = text.indexOf('\n');
        return end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
    }
}
