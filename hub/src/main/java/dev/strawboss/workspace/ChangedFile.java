package dev.strawboss.workspace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One file that a job changed.
///
/// @param path from the top of the checkout; bytes that are not UTF-8 become U+FFFD
/// @param status `added`, `modified`, `deleted`, `renamed`, `copied` or `type_changed`
/// @param from the path before a rename or copy
/// @param added lines; empty for a binary file
/// @param removed lines; empty for a binary file
public record ChangedFile(
        String path,
        String status,
        Optional<String> from,
        Optional<Long> added,
        Optional<Long> removed) {
    /// The fields that do not apply are absent.
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", path);
        json.put("status", status);
        from.ifPresent(old -> json.put("from", old));
        added.ifPresent(lines -> json.put("added", lines));
        removed.ifPresent(lines -> json.put("removed", lines));
        return json;
    }
}
