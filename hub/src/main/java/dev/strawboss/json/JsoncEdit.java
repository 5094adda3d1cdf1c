package dev.strawboss.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts one member into JSONC, or takes it out, and leaves every other character as it stands.
/// Whoever uses it parses what comes out and compares.
public final class JsoncEdit {
    private final String text;
    private final JsoncText jsonc;
    private final String plain;
    private final String lineEnd;

    /// @param jsonc what parses as an object, or a blank text
    public JsoncEdit(JsoncText jsonc) {
        this.jsonc = jsonc;
        this.text = jsonc.text();
        this.plain = jsonc.plain();
        this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    }

    /// One member of an object, by where it stands.
    private record Member(String name, int start, int value, int end) {}

    /// The text with the value under these names; objects that are missing are made.
    public String with(List<String> names, Object value) {
        if (plain.isBlank()) {
            String before = text.isEmpty() || text.endsWith("\n") ? text : text + lineEnd;
            return before + printed(nested(names, value), "") + lineEnd;
        }
        int brace = plain.indexOf('{');
        for (int i = 0; ; i++) {
            List<String> rest = names.subList(i + 1, names.size());
            Optional<Member> member = member(brace, names.get(i));
            if (member.isEmpty()) {
                return inserted(brace, names.get(i), nested(rest, value));
            }
            Member found = member.get();
            if (rest.isEmpty() || plain.charAt(found.value()) != '{') {
                return text.substring(0, found.value())
                        + printed(nested(rest, value), indentation(found.start()))
                        + text.substring(found.end());
            }
            brace = found.value();
        }
    }

    /// The text without what stands under these names.
    public String without(List<String> names) {
        int brace = plain.indexOf('{');
        for (int i = 0; brace >= 0 && i < names.size(); i++) {
            Optional<Member> member = member(brace, names.get(i));
            if (member.isEmpty()) {
                return text;
            }
            if (i == names.size() - 1) {
                return removed(members(brace), member.get());
            }
            brace = plain.charAt(member.get().value()) == '{' ? member.get().value() : -1;
        }
        return text;
    }

    /// The text without the object under this name if nothing stands in it, not even a comment.
    public String withoutEmpty(String name) {
        int brace = plain.indexOf('{');
        Optional<Member> member = brace < 0 ? Optional.empty() : member(brace, name);
        return member.map(found -> text.substring(found.value(), found.end()))
                        .filter(value -> value.matches("\\{\\s*}"))
                        .isPresent()
                ? without(List.of(name))
                : text;
    }

    /// The names in the object under these names, as often as they are written; none where there is
    /// no object.
    public List<String> names(List<String> path) {
        int brace = plain.indexOf('{');
        for (String name : path) {
            Optional<Member> member = brace < 0 ? Optional.empty() : member(brace, name);
            brace =
                    member.filter(found -> plain.charAt(found.value()) == '{')
                            .map(Member::value)
                            .orElse(-1);
        }
        return brace < 0 ? List.of() : members(brace).stream().map(Member::name).toList();
    }

    private String inserted(int brace, String name, Object value) {
        List<Member> members = members(brace);
        int close = end(brace) - 1;
        boolean oneLine = plain.substring(brace, close).indexOf('\n') < 0;
        if (members.isEmpty()) {
            String outer = indentation(brace);
            String indented = lineEnd + outer + unit() + member(name, value, outer + unit());
            boolean nothing = text.substring(brace + 1, close).isBlank();
            return text.substring(0, brace + 1)
                    + indented
                    + (oneLine ? lineEnd + outer : "")
                    + text.substring(nothing && oneLine ? close : brace + 1);
        }
        int last = members.getLast().end();
        int spare = spareComma(last);
        int at = spare < 0 ? last : spare + 1;
        String before = text.substring(0, at) + (spare < 0 ? "," : "");
        String comma = spare < 0 ? "" : ",";
        if (oneLine) {
            return before
                    + " "
                    + Json.write(name)
                    + ": "
                    + Json.write(value)
                    + comma
                    + text.substring(at);
        }
        int lineAfter = lineAfter(at);
        int place = plain.substring(at, lineAfter).isBlank() ? lineAfter : at;
        String indent = indentation(members.getLast().start());
        return before
                + text.substring(at, place)
                + lineEnd
                + indent
                + member(name, value, indent)
                + comma
                + text.substring(place);
    }

    private String removed(List<Member> members, Member member) {
        int index = members.indexOf(member);
        int next = blanksEnd(member.end());
        int spare = spareComma(member.end());
        int comma = plain.charAt(next) == ',' ? next : spare;
        int from = member.start();
        int to = comma < 0 ? member.end() : comma + 1;
        String before = text.substring(0, from);
        if (comma < 0 && index > 0) { // it was the last one: the comma before it goes too
            int earlier = plain.indexOf(',', members.get(index - 1).end());
            before = text.substring(0, earlier) + text.substring(earlier + 1, from);
        }
        String after = text.substring(to);
        int line = before.lastIndexOf('\n') + 1;
        int rest = after.indexOf('\n');
        if (line > 0 && before.substring(line).isBlank()) {
            boolean blank = rest >= 0 && after.substring(0, rest).isBlank();
            return blank
                    ? before.substring(0, line) + after.substring(rest + 1)
                    : before + after.stripLeading();
        }
        return before.stripTrailing() + after;
    }

    private Optional<Member> member(int brace, String name) {
        return members(brace).stream()
                .filter(member -> member.name().equals(name))
                .reduce((earlier, later) -> later);
    }

    private List<Member> members(int brace) {
        List<Member> members = new ArrayList<>();
        int at = blanksEnd(brace + 1);
        while (plain.charAt(at) == '"') {
            int nameEnd = end(at);
            int value = blanksEnd(blanksEnd(nameEnd) + 1);
            int end = end(value);
            members.add(
                    new Member(
                            String.valueOf(Json.parse(plain.substring(at, nameEnd))),
                            at,
                            value,
                            end));
            at = blanksEnd(end);
            at = plain.charAt(at) == ',' ? blanksEnd(at + 1) : at;
        }
        return members;
    }

    /// Where the value that begins there ends.
    private int end(int start) {
        int depth = 0;
        for (int at = start; at < plain.length(); at++) {
            switch (plain.charAt(at)) {
                case '"' -> at = JsoncText.stringEnd(plain, at) - 1;
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {}
            }
            boolean inside = at + 1 < plain.length() && ",}] \t\r\n".indexOf(next(at)) < 0;
            if (depth == 0 && ("}]\"".indexOf(plain.charAt(at)) >= 0 || !inside)) {
                return at + 1;
            }
        }
        return plain.length();
    }

    private char next(int at) {
        return plain.charAt(at + 1);
    }

    private int blanksEnd(int start) {
        int at = start;
        while (at < plain.length() && Character.isWhitespace(plain.charAt(at))) {
            at++;
        }
        return at;
    }

    /// The comma after the last member, -1 if there is none.
    private int spareComma(int after) {
        int end = blanksEnd(after);
        return jsonc.spareCommas().stream()
                .filter(comma -> comma >= after && comma < end)
                .findFirst()
                .orElse(-1);
    }

    /// Where the line ends; a line end inside a comment is none.
    private int lineAfter(int at) {
        int end = plain.indexOf('\n', at);
        if (end < 0) {
            return plain.length();
        }
        return end > at && plain.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    private String indentation(int at) {
        int line = text.lastIndexOf('\n', at - 1) + 1;
        int end = line;
        while (end < at && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(line, end);
    }

    /// What one level is indented by: as the first member is.
    private String unit() {
        List<Member> members = members(plain.indexOf('{'));
        String indent = members.isEmpty() ? "" : indentation(members.getFirst().start());
        return indent.isEmpty() ? "  " : indent;
    }

    private String member(String name, Object value, String indent) {
        return Json.write(name) + ": " + printed(value, indent);
    }

    /// Objects a member a line, lists on one line.
    private String printed(Object value, String indent) {
        if (!(value instanceof Map<?, ?> map) || map.isEmpty()) {
            return Json.write(value);
        }
        String inner = indent + (plain.isBlank() ? "  " : unit());
        List<String> lines = new ArrayList<>();
        map.forEach((name, inside) ->
                lines.add(inner + member(String.valueOf(name), (Object) inside, inner)));
        return "{" + lineEnd + String.join("," + lineEnd, lines) + lineEnd + indent + "}";
    }

    private static Object nested(List<String> names, Object value) {
        Object nested = value;
        for (String name : names.reversed()) {
            nested = Map.of(name, nested);
        }
        return nested;
    }
}
