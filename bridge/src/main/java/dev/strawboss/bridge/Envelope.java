package dev.strawboss.bridge;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What a JSON-RPC line says of itself: id, method, and where something can be put into
/// `params._meta`. Found in one pass over the bytes, which may come in pieces, without building
/// values; right for every valid JSON object, of two equal names the last counts.
public final class Envelope {
    private static final int LONGEST_WORD = 64 << 10;

    /// The names that matter, at the top and inside `params`.
    private enum Name {
        ID,
        METHOD,
        PARAMS,
        META,
        REQUEST_ID,
        URI,
        OTHER
    }

    private int at;
    private int depth;
    private boolean inString;
    private boolean escaped;
    private boolean nameNext;
    private boolean broken;
    private boolean ended;

    private Name name = Name.OTHER;
    private boolean inParams;
    private boolean inMeta;

    private byte[] word = new byte[64];
    private int wordLength;
    private boolean capturing;

    private @Nullable String id;
    private @Nullable String method;
    private @Nullable String requestId;
    private @Nullable String uri;
    private int idStart;
    private int idEnd;

    private boolean params;
    private boolean paramsIsObject;
    private boolean paramsEmpty;
    private int paramsClose;
    private boolean meta;
    private boolean metaIsObject;
    private boolean metaEmpty;
    private int metaClose;
    private int close;

    /// Of one whole line.
    public static Envelope of(byte[] line, int from, int to) {
        Envelope envelope = new Envelope();
        envelope.feed(line, from, to);
        return envelope;
    }

    /// Takes the next piece of the line.
    public void feed(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            if (inString && !capturing && !escaped) {
                int start = i;
                while (i < to && bytes[i] != '"' && bytes[i] != '\\') {
                    i++;
                }
                at += i - start;
                if (i == to) {
                    return;
                }
            }
            accept(bytes[i++]);
            at++;
        }
    }

    /// The raw id as it stands in the line, if it is a string or a number.
    public @Nullable String id() {
        return id != null && isWord(id) ? id : null;
    }

    /// The same for equal ids, however they are spelled: with escapes or without, `1e2` and `100`.
    public @Nullable String idKey() {
        return key(id);
    }

    public @Nullable String method() {
        return method == null || !method.startsWith("\"") ? null : Words.text(method);
    }

    /// [#idKey] of the request that a `notifications/cancelled` names.
    public @Nullable String cancelledKey() {
        return key(requestId);
    }

    /// The resource that the request is about.
    @Nullable String uri() {
        return uri == null || !uri.startsWith("\"") ? null : Words.text(uri);
    }

    /// Whether the line is one JSON object, as far as brackets and quotes tell.
    public boolean whole() {
        return ended && !broken;
    }

    int idStart() {
        return idStart;
    }

    int idEnd() {
        return idEnd;
    }

    /// Where [#insertion] belongs, counted from the line's first byte; -1 if the line has no place
    /// for it.
    int insertAt() {
        if (!whole()) {
            return -1;
        }
        if (!params) {
            return close;
        }
        if (!paramsIsObject || (meta && !metaIsObject)) {
            return -1;
        }
        return meta ? metaClose : paramsClose;
    }

    /// The text that adds a member to `params._meta`; as the last one it wins over any other of the
    /// same name.
    String insertion(String member) {
        if (!params) {
            return ",\"params\":{\"_meta\":{" + member + "}}";
        }
        if (!meta) {
            return (paramsEmpty ? "" : ",") + "\"_meta\":{" + member + "}";
        }
        return (metaEmpty ? "" : ",") + member;
    }

    private void accept(byte c) {
        if (inString) {
            acceptInString(c);
            return;
        }
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            return;
        }
        broken |= ended || (depth == 0 && c != '{');
        switch (c) {
            case '"' -> beginString();
            case '{', '[' -> open(c);
            case '}', ']' -> closed(c);
            case ',' -> {
                nameNext = watched();
                name = watched() ? Name.OTHER : name;
            }
            case ':' -> {}
            default -> {
                touch();
                if (watched() && name != Name.OTHER) {
                    scalar(c);
                }
            }
        }
    }

    private boolean watched() {
        return depth == 1 || (depth == 2 && inParams);
    }

    private void touch() {
        if (depth == 2 && inParams) {
            paramsEmpty = false;
        } else if (depth == 3 && inMeta) {
            metaEmpty = false;
        }
    }

    private void beginString() {
        touch();
        inString = true;
        capturing = watched() && (nameNext || name != Name.OTHER);
        if (capturing) {
            wordLength = 0;
            capture((byte) '"');
            if (!nameNext && depth == 1 && name == Name.ID) {
                idStart = at;
            }
        }
    }

    private void acceptInString(byte c) {
        if (capturing) {
            capture(c);
        }
        if (escaped) {
            escaped = false;
        } else if (c == '\\') {
            escaped = true;
        } else if (c == '"') {
            inString = false;
            if (capturing) {
                capturing = false;
                endOfString();
            }
        }
    }

    private void endOfString() {
        if (nameNext) {
            nameNext = false;
            name = nameOf(wordLength > LONGEST_WORD ? "" : Words.text(word()));
            if (name == Name.PARAMS) {
                params = true;
                paramsIsObject = false;
                meta = false;
                requestId = null;
                uri = null;
            } else if (name == Name.META) {
                meta = true;
                metaIsObject = false;
            } else {
                keep("");
            }
            wordLength = 0;
        } else {
            keep(wordLength > LONGEST_WORD ? "" : word());
        }
    }

    private Name nameOf(String text) {
        if (depth == 1) {
            return switch (text) {
                case "id" -> Name.ID;
                case "method" -> Name.METHOD;
                case "params" -> Name.PARAMS;
                default -> Name.OTHER;
            };
        }
        return switch (text) {
            case "_meta" -> Name.META;
            case "requestId" -> Name.REQUEST_ID;
            case "uri" -> Name.URI;
            default -> Name.OTHER;
        };
    }

    private void scalar(byte c) {
        if (wordLength == 0 && name == Name.ID) {
            idStart = at;
        }
        capture(c);
        keep(wordLength > LONGEST_WORD ? "" : word());
    }

    private void keep(String value) {
        switch (name) {
            case ID -> {
                id = value;
                idEnd = at + 1;
            }
            case METHOD -> method = value;
            case REQUEST_ID -> requestId = value;
            case URI -> uri = value;
            case PARAMS, META, OTHER -> {}
        }
    }

    private void open(byte c) {
        touch();
        if (depth == 1 && name == Name.PARAMS) {
            paramsIsObject = c == '{';
            inParams = paramsIsObject;
            paramsEmpty = true;
        } else if (depth == 2 && inParams && name == Name.META) {
            metaIsObject = c == '{';
            inMeta = metaIsObject;
            metaEmpty = true;
        }
        depth++;
        nameNext = watched();
        if (nameNext) {
            name = Name.OTHER;
        }
    }

    private void closed(byte c) {
        depth--;
        nameNext = false;
        if (depth == 2 && inMeta) {
            inMeta = false;
            metaClose = at;
        } else if (depth == 1 && inParams) {
            inParams = false;
            paramsClose = at;
        } else if (depth == 0) {
            ended = true;
            close = at;
        }
        if (depth <= 0) {
            broken |= depth < 0 || c != '}';
        }
        if (watched()) {
            name = Name.OTHER;
        }
    }

    private void capture(byte c) {
        if (wordLength < LONGEST_WORD) {
            if (wordLength == word.length) {
                word = Arrays.copyOf(word, word.length * 2);
            }
            word[wordLength] = c;
        }
        wordLength = Math.min(wordLength, LONGEST_WORD) + 1;
    }

    private String word() {
        return new String(word, 0, wordLength, StandardCharsets.UTF_8);
    }

    private static @Nullable String key(@Nullable String raw) {
        return raw != null && isWord(raw) ? Words.key(raw) : null;
    }

    private static boolean isWord(String id) {
        return !id.isEmpty()
                && (id.charAt(0) == '"' || id.charAt(0) == '-' || Character.isDigit(id.charAt(0)));
    }
}
