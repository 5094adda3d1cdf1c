package dev.strawboss.config;

import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// YAML 1.2 text to plain values and back.
final class YamlText {
    private static final int LARGEST = 1 << 20;

    private YamlText() {}

    /// What is wrong with a text, as a sentence's rest.
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message, Throwable cause) {
            super(message, cause);
        }

        Unreadable(String message) {
            super(message);
        }
    }

    /// An empty text is an empty map.
    static Map<String, Object> read(String text) throws Unreadable {
        LoadSettings settings =
                LoadSettings.builder()
                        .setAllowDuplicateKeys(false)
                        .setMaxAliasesForCollections(20)
                        .setCodePointLimit(LARGEST)
                        .build();
        Object value;
        try {
            value = new Load(settings).loadFromString(text);
        } catch (MarkedYamlEngineException malformed) {
            throw new Unreadable("is not YAML: " + problem(malformed) + ".", malformed);
        } catch (YamlEngineException | ClassCastException unfit) {
            String message = String.valueOf(unfit.getMessage());
            throw new Unreadable("is not YAML: " + Shown.text(message, 200) + ".", unfit);
        }
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return Section.stringKeys(map);
        }
        throw new Unreadable("must hold names and values (`key: value`).");
    }

    static String write(Map<String, Object> values) {
        DumpSettings settings =
                DumpSettings.builder()
                        .setDefaultFlowStyle(FlowStyle.BLOCK)
                        .setIndent(2)
                        .setWidth(100)
                        .build();
        return new Dump(settings).dumpToString(values);
    }

    private static String problem(MarkedYamlEngineException malformed) {
        Optional<Mark> mark = malformed.getProblemMark();
        String what = String.valueOf(malformed.getProblem());
        return Shown.text(what, 200) + mark.map(at -> " in line " + (at.getLine() + 1)).orElse("");
    }
}
