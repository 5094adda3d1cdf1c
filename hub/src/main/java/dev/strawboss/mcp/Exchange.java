package dev.strawboss.mcp;

import dev.strawboss.errors.StrawbossException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One request that is worked on, whatever the era and the way in: runs once on a thread of its
/// own, ends by an answer or by being cancelled, and says something else only in between.
final class Exchange implements Call {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    /// What is to be done.
    interface Work {
        /// What must be done before the client's next message is looked at; quick.
        default void begin(Exchange exchange) throws Refusal {}

        /// @return the result, which may be changed
        Map<String, Object> result(Exchange exchange) throws Refusal, InterruptedException;

        /// Whatever came of it since [#begin].
        default void end() {}
    }

    /// How it ended, unless it was cancelled.
    sealed interface Outcome {
        record Result(Map<String, Object> result) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    /// Takes the outcome.
    interface Ending {
        void ended(Exchange exchange, Outcome outcome);
    }

    private final Request request;
    private final Party party;
    private final Replies replies;
    private final Service service;
    private final Inquiries inquiries;
    private final Map<String, Object> answered = new LinkedHashMap<>();
    private final @Nullable Object progressToken;
    private @Nullable Thread thread;
    private boolean over;
    private volatile boolean told;
    private volatile @Nullable Delivery delivery;

    /// @throws Refusal if it comes with answers that are none
    Exchange(Request request, Party party, Replies replies, Service service, Inquiries inquiries)
            throws Refusal {
        this.request = request;
        this.party = party;
        this.replies = replies;
        this.service = service;
        this.inquiries = inquiries;
        Object token = request.meta().get("progressToken");
        this.progressToken = token instanceof String || token instanceof Number ? token : null;
        if (party.revision().modern()) {
            answered.putAll(Rounds.answered(service.seal(), party.principal(), request));
        }
    }

    @Override
    public Client about() {
        return party.client();
    }

    @Override
    public String principal() {
        return party.principal();
    }

    @Override
    public Session session() {
        return party.session();
    }

    @Override
    public void whenAnswered(Delivery asked) {
        delivery = asked;
    }

    /// The client gets something else than the answer that somebody wants to know of.
    void withhold() {
        Delivery asked = delivery;
        delivery = null;
        if (asked != null) {
            asked.lost();
        }
    }

    /// Who wants to know what becomes of the answer.
    Optional<Delivery> delivery() {
        return Optional.ofNullable(delivery);
    }

    @Override
    public Optional<String> requestKey() {
        return request.requestKey();
    }

    @Override
    public void progress(double done, String message) {
        progress(done, Double.NaN, message);
    }

    @Override
    public synchronized void progress(double done, double total, String message) {
        if (progressToken != null && !over) {
            replies.offer(
                    Answers.bytes(
                            Answers.progress(
                                    progressToken, done, total, message, party.revision())));
        }
    }

    @Override
    public synchronized void log(LogLevel level, String logger, Object data) {
        LogLevel threshold = party.threshold();
        if (threshold != null && level.compareTo(threshold) >= 0 && !over) {
            replies.offer(Answers.bytes(Answers.log(level, logger, data)));
        }
    }

    @Override
    public Optional<Map<String, Map<String, Object>>> ask(
            Map<String, Question> questions, Duration patience) throws InterruptedException {
        if (!questions.values().stream().allMatch(party.client()::canAnswer)) {
            return Optional.empty();
        }
        if (!party.revision().modern()) {
            return inquiries.ask(questions, replies, patience);
        }
        Map<String, Map<String, Object>> answers = new LinkedHashMap<>();
        Map<String, Question> missing = new LinkedHashMap<>();
        questions.forEach((name, question) -> {
            Map<String, Object> answer = Request.object(answered, name);
            if (question.fits(answer)) {
                answers.put(name, answer);
            } else {
                missing.put(name, question);
            }
        });
        if (!missing.isEmpty()) {
            throw new InputRequired(missing, answered);
        }
        return Optional.of(answers);
    }

    @Override
    public Map<String, Boolean> toolsets() {
        return service.shelf().shown(party.session());
    }

    @Override
    public void show(String toolset, boolean shown) {
        service.shelf().show(party.session(), toolset, shown);
    }

    /// Does the work, then hands over its outcome unless the request was cancelled before.
    void run(Work work, Ending ending) {
        synchronized (this) {
            if (over) {
                return;
            }
            thread = Thread.currentThread();
        }
        Optional<Outcome> outcome = outcome(work);
        boolean wanted;
        synchronized (this) {
            wanted = !over;
            over = true;
            thread = null;
        }
        if (wanted && outcome.isPresent()) {
            ending.ended(this, outcome.get());
        } else {
            delivery().ifPresent(Delivery::lost);
        }
    }

    /// No answer from now on; the work is interrupted.
    synchronized void cancel() {
        over = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /// Its answer is about to be sent.
    void tell() {
        told = true;
    }

    boolean told() {
        return told;
    }

    Object id() {
        return Objects.requireNonNull(request.id());
    }

    Request request() {
        return request;
    }

    Party party() {
        return party;
    }

    Replies replies() {
        return replies;
    }

    private Optional<Outcome> outcome(Work work) {
        try {
            return Optional.of(new Outcome.Result(work.result(this)));
        } catch (Refusal refusal) {
            return Optional.of(new Outcome.Refused(refusal));
        } catch (InputRequired asked) {
            return Optional.of(
                    new Outcome.Result(
                            Rounds.next(service.seal(), party.principal(), request, asked)));
        } catch (MissingCapability missing) {
            return Optional.of(new Outcome.Refused(Refusal.missing(missing)));
        } catch (StrawbossException e) {
            return Optional.of(new Outcome.Refused(Refusal.of(e)));
        } catch (InterruptedException e) {
            return cancelled() ? Optional.empty() : Optional.of(unexpected(e));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return Optional.of(unexpected(e));
        }
    }

    synchronized boolean cancelled() {
        return over;
    }

    private Outcome unexpected(Throwable failure) {
        LOG.atError()
                .setCause(failure)
                .addKeyValue("method", request.method())
                .log("A request failed unexpectedly");
        return new Outcome.Refused(
                new Refusal(Refusal.INTERNAL, request.method() + " failed: " + failure + "."));
    }
}
