package dev.strawboss.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Where the nodes of a YAML text stand in it.
record YamlSpan(String text, Optional<Node> root) {
    static int index(Optional<Mark> mark) {
        return mark.orElseThrow().getIndex();
    }

    static Optional<String> scalar(Node node) {
        return node instanceof ScalarNode scalar
                ? Optional.of(scalar.getValue())
                : Optional.empty();
    }

    int start(Node node) {
        return at(index(node.getStartMark()));
    }

    private int at(int codePoints) {
        return text.offsetByCodePoints(0, codePoints);
    }

    /// Where a node's own text ends; a collection in block style claims what follows it too.
    int end(Node node) {
        int inner = -1;
        if (node instanceof MappingNode mapping && block(node)) {
            for (NodeTuple tuple : mapping.getValue()) {
                inner = Math.max(inner, end(tuple.getKeyNode()));
                inner = Math.max(inner, end(tuple.getValueNode()));
            }
        } else if (node instanceof SequenceNode sequence && block(node)) {
            for (Node item : sequence.getValue()) {
                inner = Math.max(inner, end(item));
            }
        }
        return inner < 0 ? at(index(node.getEndMark())) : inner;
    }

    private static boolean block(Node node) {
        return node instanceof MappingNode mapping
                ? mapping.getFlowStyle() != FlowStyle.FLOW
                : node instanceof SequenceNode sequence
                        && sequence.getFlowStyle() != FlowStyle.FLOW;
    }

    /// In characters, the mark at the beginning of a file not counted.
    int column(Node node) {
        int start = start(node);
        int line = lineStart(start);
        return start - line - (line == 0 && text.startsWith("\uFEFF") ? 1 : 0);
    }

    int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    /// Before the line's end.
    int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        if (end < 0) {
            return text.length();
        }
        return end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    int nextLine(int at) {
        boolean begun = at > 0 && text.charAt(at - 1) == '\n';
        int end = begun ? at - 1 : text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    boolean blankToLineEnd(int at) {
        boolean begun = at > 0 && text.charAt(at - 1) == '\n';
        return begun || text.substring(at, lineEnd(at)).isBlank();
    }

    /// Whether the part takes the end of its last line with it.
    boolean endsLine(int from, int to) {
        return to > from && text.charAt(to - 1) == '\n';
    }

    /// Whether a comment or a blank line stands in a part, outside of all values.
    boolean holdsComment(int from, int to) {
        StringBuilder rest = new StringBuilder(text);
        root.ifPresent(node -> mask(node, rest));
        String part = rest.substring(from, to);
        return part.indexOf('#') >= 0 || part.matches("(?s).*\\n[ \\t]*\\r?\\n.*");
    }

    private void mask(Node node, StringBuilder rest) {
        List<Node> waiting = new ArrayList<>(List.of(node));
        for (int i = 0; i < waiting.size() && i < 100_000; i++) {
            switch (waiting.get(i)) {
                case MappingNode mapping ->
                        mapping.getValue()
                                .forEach(tuple -> {
                                    waiting.add(tuple.getKeyNode());
                                    waiting.add(tuple.getValueNode());
                                });
                case SequenceNode sequence -> waiting.addAll(sequence.getValue());
                case ScalarNode scalar -> {
                    for (int at = start(scalar); at < end(scalar); at++) {
                        rest.setCharAt(at, 'x');
                    }
                }
                default -> {}
            }
        }
    }
}
