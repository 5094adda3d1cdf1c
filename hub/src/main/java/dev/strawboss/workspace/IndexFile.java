package dev.strawboss.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The entries of an index that the hub's own git wrote (gitformat-index(5), versions 2 to 4); to
/// read it costs no process.
final class IndexFile {
    private static final int LINK = 0160000;
    private static final int EXTENDED = 0x4000;

    /// @param path as Latin-1
    /// @param size of the file when the entry was made
    record Entry(String path, int mode, String id, long size) {
        /// Whether it names a commit of a submodule.
        boolean link() {
            return mode == LINK;
        }
    }

    private final byte[] all;
    private final ByteBuffer bytes;
    private final int idBytes;
    private int version;

    private IndexFile(byte[] all, int idBytes) {
        this.all = all;
        this.bytes = ByteBuffer.wrap(all);
        this.idBytes = idBytes;
    }

    /// @param id any object id of the repository, for their length
    static List<Entry> read(Path index, String id) throws IOException {
        return read(index, id.length());
    }

    static List<Entry> read(Path index, int idLength) throws IOException {
        return new IndexFile(Files.readAllBytes(index), idLength / 2).entries();
    }

    private List<Entry> entries() throws IOException {
        if (bytes.getInt() != 0x44495243) { // DIRC
            throw new IOException("not an index");
        }
        version = bytes.getInt();
        int count = bytes.getInt();
        List<Entry> entries = new ArrayList<>(count);
        String path = "";
        for (int i = 0; i < count; i++) {
            Entry entry = entry(path);
            path = entry.path();
            entries.add(entry);
        }
        return entries;
    }

    private Entry entry(String before) {
        int start = bytes.position();
        int mode = bytes.getInt(start + 24);
        long size = Integer.toUnsignedLong(bytes.getInt(start + 36));
        byte[] id = new byte[idBytes];
        bytes.get(start + 40, id);
        int flags = start + 40 + idBytes;
        boolean extended = (bytes.getShort(flags) & EXTENDED) != 0;
        bytes.position(flags + (extended ? 4 : 2));
        String path = version == 4 ? before.substring(0, before.length() - varint()) : "";
        path += text();
        if (version < 4) {
            bytes.position(start + (bytes.position() - 1 - start + 8) / 8 * 8);
        }
        return new Entry(path, mode, HexFormat.of().formatHex(id), size);
    }

    private String text() {
        int start = bytes.position();
        int end = start;
        while (bytes.get(end) != 0) {
            end++;
        }
        bytes.position(end + 1);
        return new String(all, start, end - start, StandardCharsets.ISO_8859_1);
    }

    // the form of offsets in packs, gitformat-pack(5)
    private int varint() {
        byte b = bytes.get();
        int value = b & 0x7f;
        while ((b & 0x80) != 0) {
            b = bytes.get();
            value = ((value + 1) << 7) | (b & 0x7f);
        }
        return value;
    }
}
