package dev.strawboss.store;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.nio.file.Path;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What SQLite complains of, in a sentence with what to do about it.
final class Trouble {
    private static final String RESTORE =
            "Nothing was changed. Restore a backup: strawboss restore FILE";
    private static final Set<Integer> DISK =
            Set.of(
                    SQLiteErrorCode.SQLITE_FULL.code,
                    SQLiteErrorCode.SQLITE_IOERR.code,
                    SQLiteErrorCode.SQLITE_READONLY.code,
                    SQLiteErrorCode.SQLITE_CANTOPEN.code,
                    SQLiteErrorCode.SQLITE_PERM.code,
                    SQLiteErrorCode.SQLITE_CORRUPT.code,
                    SQLiteErrorCode.SQLITE_NOTADB.code,
                    SQLiteErrorCode.SQLITE_NOMEM.code);

    private Trouble() {}

    /// @param could what could not be done, such as `read`
    static StrawbossException of(String could, Path file, Throwable e) {
        String message =
                isDamage(e)
                        ? "The store "
                                + file
                                + " is damaged and could not be "
                                + could
                                + ": "
                                + innermost(e)
                                + "."
                        : "The store "
                                + file
                                + " could not be "
                                + could
                                + ": "
                                + innermost(e)
                                + ".";
        return new StrawbossException(ErrorCode.STORE, message, hint(file, e), e);
    }

    /// Of a copy; what ails the disk ails that of the copy.
    static StrawbossException copying(Path file, Path copy, Throwable e) {
        return isDamage(e)
                ? of("copied", file, e)
                : new StrawbossException(
                        ErrorCode.STORE,
                        "The store "
                                + file
                                + " could not be copied to "
                                + copy
                                + ": "
                                + innermost(e)
                                + ".",
                        hint(copy, e),
                        e);
    }

    /// As [#of], but what is no trouble with file or disk stays what it is.
    static RuntimeException told(String could, Path file, RuntimeException e) {
        return DISK.contains(code(e)) ? of(could, file, e) : e;
    }

    private static boolean isDamage(Throwable e) {
        int code = code(e);
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code
                || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    static String innermost(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static String hint(Path file, Throwable e) {
        int code = code(e);
        if (isDamage(e)) {
            return RESTORE;
        }
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return "Free disk space (df -h '" + directory(file) + "'), then try again.";
        }
        if (code == SQLiteErrorCode.SQLITE_READONLY.code
                || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || code == SQLiteErrorCode.SQLITE_PERM.code) {
            return "It and its directory must be ours to write: ls -la '" + directory(file) + "'";
        }
        return "Look at the disk (df -h '" + directory(file) + "'), then try again.";
    }

    private static Path directory(Path file) {
        return file.toAbsolutePath().resolveSibling("");
    }

    /// The primary result code of SQLite, 0 if it was not SQLite that complained.
    private static int code(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return sqlite.getResultCode().code & 0xff;
            }
        }
        return 0;
    }
}
