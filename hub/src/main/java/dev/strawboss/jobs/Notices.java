package dev.strawboss.jobs;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells clients which of their jobs have finished or ask something, in answers they get anyway.
///
/// A notice belongs to the session that dispatched the job; when that is gone, to the next one that
/// works in the job's project. It is *told* when the answer that carried it, or that showed the end
/// of the job itself, has arrived: at least once, and twice only if the hub or the bridge died in
/// between. A job is *seen* when such an answer had been asked about it by its id. Sub-agents share
/// the session of their parent, and their answers may carry its notices; so nothing that somebody
/// in the session waits for goes into another answer, and what was only told stays unseen:
/// [#waited] still finds it.
public final class Notices {
    /// In one answer.
    public static final int MOST = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final SqliteNotices store;
    private final Sessions sessions;
    private final Clock clock;

    private final Map<String, Map<News, SqliteNotices.Owned>> untold = new HashMap<>();
    private final Map<Path, Map<News, SqliteNotices.Owned>> orphans = new LinkedHashMap<>();
    private final Map<Long, String> open = new HashMap<>();
    private final Map<String, Presence> present = new HashMap<>();
    private final Map<News, Integer> underWay = new HashMap<>();
    private final Map<Object, Awaited> awaited = new HashMap<>();
    private Instant looked = Instant.MIN;

    /// What somebody waits for.
    private record Awaited(String session, Set<JobId> jobs) {}

    Notices(SqliteNotices store, Sessions sessions, Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.clock = clock;
        store.open((job, session) -> open.put(job, session.intern()));
        store.untold().forEach(this::add);
        store.untoldQuestions().forEach(this::add);
    }

    /// A job was accepted, durably.
    synchronized void accepted(Job job, String session) {
        if (!session.isEmpty()) {
            open.put(job.number(), session);
            presence(session).worksIn(job.spec().directory());
        }
    }

    /// A job goes on that had ended, durably.
    void goesOn(Job job) {
        store.session(job.number()).ifPresent(session -> accepted(job, session));
    }

    /// A job has ended, durably; may be said more than once.
    synchronized void ended(Job job) {
        String session = open.remove(job.number());
        if (session != null) {
            forgetQuestions(job.number());
            add(
                    new SqliteNotices.Owned(
                            News.end(job.number()), job.id(), session, job.spec().directory()));
        }
    }

    /// A job asks something, durably.
    synchronized void asked(Job job, Question question) {
        String session = open.get(job.number());
        if (session != null) {
            add(
                    new SqliteNotices.Owned(
                            News.of(job.number(), question),
                            job.id(),
                            session,
                            job.spec().directory()));
        }
    }

    /// What the job asked is answered or withdrawn, durably.
    synchronized void settled(Job job, Question question) {
        forget(Set.of(News.of(job.number(), question)));
    }

    private void forgetQuestions(long job) {
        forget(
                Stream.concat(untold.values().stream(), orphans.values().stream())
                        .flatMap(news -> news.keySet().stream())
                        .filter(news -> news.job() == job && !news.isEnd())
                        .collect(Collectors.toSet()));
    }

    /// Until `call` has its [#telling], no other answer of the session carries notices of these.
    public synchronized void awaits(Object call, Audience audience, Collection<JobId> jobs) {
        awaited.put(call, new Awaited(audience.session(), Set.copyOf(jobs)));
    }

    /// `call` has no answer.
    public synchronized void gaveUp(Object call) {
        awaited.remove(call);
    }

    /// What the answer to `call` is to tell, and what it tells by itself.
    ///
    /// @param shown the jobs whose end it shows
    /// @param asking the jobs whose open questions it shows
    /// @param byId whether it was asked for those
    public Telling telling(
            Object call, Audience audience, Set<JobId> shown, Set<JobId> asking, boolean byId) {
        List<SqliteNotices.Known> known = shown.isEmpty() ? List.of() : store.known(shown);
        Set<News> told = new LinkedHashSet<>();
        Set<Long> seen = new LinkedHashSet<>();
        List<News> picked = new ArrayList<>();
        long more;
        synchronized (this) {
            awaited.remove(call);
            look(audience);
            told.addAll(questions(audience, asking));
            for (SqliteNotices.Known job : known) {
                if (job.untold() && isFor(audience, job)) {
                    told.add(News.end(job.number()));
                }
                if (job.unseen() && byId) {
                    seen.add(job.number());
                }
            }
            claim(told);
            more = pick(audience, picked);
            claim(picked);
        }
        List<Notice> notices = picked.isEmpty() ? List.of() : worded(picked);
        notices.forEach(notice -> told.add(notice.news()));
        return new Telling(this, told, seen, notices, more);
    }

    /// Those of the claimed jobs that have not been told after all: an answer that was under way
    /// when they ended told them before they came here.
    private List<Notice> worded(List<News> picked) {
        Set<News> stale = new LinkedHashSet<>(picked);
        try {
            List<Notice> notices = store.notices(picked);
            notices.forEach(notice -> stale.remove(notice.news()));
            forget(stale);
            return notices;
        } finally {
            release(stale);
        }
    }

    /// What the session waits for without naming it: its unfinished jobs and those whose end it has
    /// not seen; else the same of its client's sessions that are gone, in the same project; else
    /// its last. The newest first.
    public List<JobId> waited(Audience audience, String client, int most) {
        List<SqliteNotices.Owned> own = store.waitedForBy(audience.session(), most);
        if (!own.isEmpty()) {
            return own.stream().map(SqliteNotices.Owned::id).toList();
        }
        List<SqliteNotices.Owned> others = store.waitedForByClient(client, 1_000);
        List<JobId> left;
        synchronized (this) {
            look(audience);
            Presence here = present.getOrDefault(audience.session(), new Presence());
            left =
                    others.stream()
                            .filter(job -> gone(job.session()))
                            .filter(job -> here.sharesProject(job.directory()))
                            .limit(most)
                            .map(SqliteNotices.Owned::id)
                            .toList();
        }
        return left.isEmpty() ? store.lastOf(audience.session()).stream().toList() : left;
    }

    List<JobId> untold() {
        return store.untold(Integer.MAX_VALUE).stream().map(SqliteNotices.Owned::id).toList();
    }

    void arrived(Set<News> told, Set<Long> seen) {
        var _ =
                store.keep(told, seen, clock.instant())
                        .whenComplete((_, failure) -> {
                            if (failure == null) {
                                forget(told);
                            } else {
                                LOG.atWarn().setCause(failure).log("Could not keep what was told");
                            }
                            release(told);
                        });
    }

    synchronized void release(Collection<News> news) {
        news.forEach(one -> underWay.computeIfPresent(one, (_, n) -> n == 1 ? null : n - 1));
    }

    private void claim(Collection<News> news) {
        news.forEach(one -> underWay.merge(one, 1, Integer::sum));
    }

    private synchronized void forget(Set<News> news) {
        for (Map<?, Map<News, SqliteNotices.Owned>> index : List.of(untold, orphans)) {
            index.values().forEach(group -> group.keySet().removeAll(news));
            index.values().removeIf(Map::isEmpty);
        }
    }

    private void add(SqliteNotices.Owned job) {
        untold.computeIfAbsent(job.session(), _ -> new LinkedHashMap<>()).put(job.news(), job);
    }

    private boolean isFor(Audience audience, SqliteNotices.Known job) {
        return !audience.session().isEmpty()
                && (job.session().equals(audience.session())
                        || orphans.values().stream()
                                .anyMatch(jobs -> jobs.containsKey(News.end(job.number()))));
    }

    /// The untold questions of these jobs that are for this session.
    private List<News> questions(Audience audience, Set<JobId> jobs) {
        if (jobs.isEmpty() || audience.session().isEmpty()) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(untold.getOrDefault(audience.session(), Map.of())),
                        orphans.values().stream())
                .flatMap(news -> news.values().stream())
                .filter(one -> !one.news().isEnd() && jobs.contains(one.id()))
                .map(SqliteNotices.Owned::news)
                .toList();
    }

    /// Picks what an answer to this session may tell, in the order in which it happened.
    ///
    /// @return how many are left
    private long pick(Audience audience, List<News> picked) {
        List<Map<News, SqliteNotices.Owned>> groups = new ArrayList<>();
        groups.add(untold.getOrDefault(audience.session(), Map.of()));
        Presence here = present.get(audience.session());
        if (here != null) {
            orphans.forEach((directory, jobs) -> {
                if (here.sharesProject(directory)) {
                    groups.add(jobs);
                }
            });
        }
        Set<JobId> elsewhere = awaitedIn(audience.session());
        long left = 0;
        for (Map<News, SqliteNotices.Owned> group : groups) {
            left += group.size();
            for (SqliteNotices.Owned job : group.values()) {
                boolean taken = underWay.containsKey(job.news()) || elsewhere.contains(job.id());
                left -= taken ? 1 : 0;
                if (!taken && picked.size() < MOST) {
                    picked.add(job.news());
                } else if (!taken && underWay.isEmpty() && elsewhere.isEmpty()) {
                    break;
                }
            }
        }
        return left - picked.size();
    }

    private Set<JobId> awaitedIn(String session) {
        Set<JobId> jobs = new HashSet<>();
        awaited.values().stream()
                .filter(wait -> wait.session().equals(session))
                .forEach(wait -> jobs.addAll(wait.jobs()));
        return jobs;
    }

    private Presence presence(String session) {
        return present.computeIfAbsent(session, _ -> new Presence());
    }

    /// Takes down that the session is here and, now and then, whose client is gone.
    private void look(Audience audience) {
        if (!audience.session().isEmpty()) {
            if (!present.containsKey(audience.session())) {
                takeBack(audience.session());
            }
            presence(audience.session()).seen(audience);
        }
        Instant now = clock.instant();
        if (!looked.equals(Instant.MIN)
                && Duration.between(looked, now).abs().compareTo(LOOK) < 0) {
            return;
        }
        looked = now;
        present.keySet().removeIf(this::gone);
        for (String session : List.copyOf(untold.keySet())) {
            if (gone(session)) {
                untold.getOrDefault(session, Map.of()).values().forEach(this::orphan);
                untold.remove(session);
            }
        }
    }

    private void orphan(SqliteNotices.Owned job) {
        orphans.computeIfAbsent(job.directory(), _ -> new LinkedHashMap<>()).put(job.news(), job);
    }

    /// A session that was thought gone has come back.
    private void takeBack(String session) {
        for (Map<News, SqliteNotices.Owned> jobs : orphans.values()) {
            jobs.values()
                    .removeIf(job -> {
                        boolean theirs = job.session().equals(session);
                        if (theirs) {
                            add(job);
                        }
                        return theirs;
                    });
        }
        orphans.values().removeIf(Map::isEmpty);
    }

    private boolean gone(String session) {
        Presence presence = present.get(session);
        return (presence == null || !presence.connected()) && !sessions.alive(session);
    }
}
