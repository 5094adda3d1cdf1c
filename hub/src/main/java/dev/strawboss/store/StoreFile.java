package dev.strawboss.store;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/// A store as a file, looked at from outside: also while a hub has it open, which does not notice.
public final class StoreFile {
    private StoreFile() {}

    /// Writes all that is committed to another file, synced.
    ///
    /// @throws StrawbossException if the store is not there, is damaged, or there is no space
    public static void copy(Path store, Path target) throws IOException {
        if (!Files.exists(store) || Files.size(store) == 0) {
            throw new StrawbossException(
                    ErrorCode.STORE,
                    "There is no store " + store + ".",
                    "It is made by the first start of the hub: strawboss hub start");
        }
        LogHeader.check(store);
        try (Handle handle = open(store)) {
            Copies.write(handle, target);
        } catch (JdbiException e) {
            throw Trouble.copying(store, target, e);
        }
    }

    /// Looks through the whole file, which nobody has open.
    ///
    /// @return the version of its schema
    /// @throws StrawbossException if it is damaged or of a newer version
    public static int check(Path file) {
        return with(
                file,
                handle -> {
                    List<String> found =
                            handle.createQuery("pragma quick_check(3)").mapTo(String.class).list();
                    int version = Migrations.version(handle);
                    int newest = Migrations.ofThisVersion().newest();
                    if (!found.equals(List.of("ok")) || version < 1 || version > newest) {
                        throw new StrawbossException(
                                ErrorCode.STORE,
                                "The store in "
                                        + file
                                        + " cannot be used: "
                                        + (version < 1 || version > newest
                                                ? "its schema is "
                                                        + version
                                                        + ", and this Strawboss knows 1 to "
                                                        + newest
                                                : String.join("; ", found))
                                        + ".",
                                "Nothing was changed. Take another backup.");
                    }
                    return version;
                });
    }

    /// Those of the ids that no job in the file has.
    public static List<String> without(Path file, Collection<String> ids) {
        return with(
                file,
                handle ->
                        ids.stream()
                                .filter(id ->
                                        handle.createQuery("select 1 from jobs where id = ?")
                                                .bind(0, id)
                                                .mapTo(Integer.class)
                                                .findOne()
                                                .isEmpty())
                                .sorted()
                                .toList());
    }

    private static <T> T with(Path file, Function<Handle, T> look) {
        try (Handle handle = open(file)) {
            return look.apply(handle);
        } catch (JdbiException e) {
            throw Trouble.of("read", file, e);
        }
    }

    private static Handle open(Path file) {
        Properties properties = new Properties();
        properties.setProperty("busy_timeout", "10000");
        return Jdbi.create("jdbc:sqlite:" + file, properties).open();
    }
}
