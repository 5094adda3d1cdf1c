package dev.strawboss.tools;

import java.util.LinkedHashMap;
import java.util.Map;

/// One thing that was looked at.
///
/// @param name what: `git`, `agent claude`
/// @param detail what was found
/// @param hint what to do about it; empty if nothing
public record Check(String name, State state, String detail, String hint) {
    /// How it is. Only a problem needs a person.
    public enum State {
        OK("ok"),
        NOTE("note"),
        PROBLEM("problem");

        private final String wireName;

        State(String wireName) {
            this.wireName = wireName;
        }
    }

    public static Check ok(String name, String detail) {
        return new Check(name, State.OK, detail, "");
    }

    public static Check note(String name, String detail, String hint) {
        return new Check(name, State.NOTE, detail, hint);
    }

    public static Check problem(String name, String detail, String hint) {
        return new Check(name, State.PROBLEM, detail, hint);
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("check", name);
        json.put("state", state.wireName);
        json.put("detail", PlainText.line(detail, 400));
        json.put("hint", PlainText.line(hint, 200));
        return json;
    }
}
