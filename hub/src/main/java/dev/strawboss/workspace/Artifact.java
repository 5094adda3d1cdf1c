package dev.strawboss.workspace;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// A file that is too large for a commit and is kept beside the job.
///
/// @param path from the top of the checkout; bytes that are not UTF-8 become U+FFFD
/// @param size bytes
/// @param sha256 of the content, in hexadecimal digits
/// @param file where it is
public record Artifact(String path, long size, String sha256, Path file) {
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", path);
        json.put("size", size);
        json.put("sha256", sha256);
        json.put("file", file.toString());
        return json;
    }
}
