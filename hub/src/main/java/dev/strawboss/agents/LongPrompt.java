package dev.strawboss.agents;

import dev.strawboss.config.Section;
import java.util.List;
import java.util.Map;

/// From which length on an agent is not given its prompt but told where it stands.
///
/// @param over bytes
/// @param part what is added then; `{prompt_directory}` is where the file is
record LongPrompt(long over, Part part) {
    static final LongPrompt NEVER = new LongPrompt(Long.MAX_VALUE, Part.NOTHING);

    /// @param usual the length when the section says none
    static LongPrompt of(Section section, long usual) {
        section.allow(List.of("over", "arguments"));
        return new LongPrompt(
                section.integer("over").orElse(usual),
                new Part(section.strings("arguments"), Map.of()));
    }

    static String pointer(String file) {
        return "Your task is long and stands in the file "
                + file
                + "\nRead that file, and do what it says.";
    }
}
