package dev.strawboss.jobs;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// The keys under which requests were accepted, so that a repeated one gets the same job: those of
/// bridges (one request sent again after the death of a hub) and those that clients choose.
final class SqliteKeys {
    /// How long a key is known.
    static final Duration KEPT = Duration.ofDays(30);

    private SqliteKeys() {}

    /// The number of the job that was accepted under a bridge's key.
    ///
    /// @param digest of the request
    /// @throws StrawbossException if the request was another one
    static Optional<Long> underRequest(Handle handle, String key, String digest) {
        return handle.createQuery("select job, digest from requests where key = ?")
                .bind(0, key)
                .map((rows, _) -> Map.entry(rows.getLong(1), rows.getString(2)))
                .findOne()
                .map(found -> {
                    if (!found.getValue().equals(digest)) {
                        throw new StrawbossException(
                                ErrorCode.REQUEST_KEY_REUSED,
                                "The request key " + key + " was used before for another request.",
                                "Use a new key for a new request.");
                    }
                    return found.getKey();
                });
    }

    static void keepRequest(Handle handle, String key, long job, String digest, Instant at) {
        handle.createUpdate("insert into requests (key, job, digest, at) values (?, ?, ?, ?)")
                .bind(0, key)
                .bind(1, job)
                .bind(2, digest)
                .bind(3, at.toEpochMilli())
                .execute();
    }

    /// The number of the job that was accepted under a client's key.
    ///
    /// @throws StrawbossException if the request was another one; says in what
    static Optional<Long> underIdempotencyKey(Handle handle, Once once) {
        return handle.createQuery(
                        """
                        select job, request, id, k.at
                        from idempotency_keys k join jobs on number = job
                        where principal = :principal and key = :key
                        """)
                .bind("principal", once.principal())
                .bind("key", once.key())
                .map((rows, _) -> {
                    List<String> differences = once.differences(request(rows.getString(2)));
                    if (!differences.isEmpty()) {
                        throw another(
                                once.key(),
                                rows.getString(3),
                                Instant.ofEpochMilli(rows.getLong(4)),
                                differences);
                    }
                    return rows.getLong(1);
                })
                .findOne();
    }

    private static StrawbossException another(
            String key, String id, Instant at, List<String> differences) {
        return new StrawbossException(
                ErrorCode.REQUEST_KEY_REUSED,
                "The key \""
                        + key
                        + "\" was used at "
                        + at
                        + " for job "
                        + id
                        + " with another "
                        + String.join(", ", differences)
                        + ".",
                "Use a new key for a new request, or look at that one: strawboss job " + id);
    }

    static void keepIdempotencyKey(Handle handle, Once once, long job, Instant at) {
        handle.createUpdate(
                        """
                        insert into idempotency_keys (principal, key, job, request, at)
                        values (:principal, :key, :job, :request, :at)
                        """)
                .bind("principal", once.principal())
                .bind("key", once.key())
                .bind("job", job)
                .bind("request", Json.write(once.request()))
                .bind("at", at.toEpochMilli())
                .execute();
    }

    /// Forgets the keys of longer than [#KEPT] ago.
    static void forgetOld(Handle handle, Instant now) {
        long oldest = now.minus(KEPT).toEpochMilli();
        handle.createUpdate("delete from requests where at < ?").bind(0, oldest).execute();
        handle.createUpdate("delete from idempotency_keys where at < ?").bind(0, oldest).execute();
    }

    private static Map<String, String> request(String json) {
        return Json.parseObject(json).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> (String) entry.getValue()));
    }
}
