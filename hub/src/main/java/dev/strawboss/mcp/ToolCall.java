package dev.strawboss.mcp;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.json.Json;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One call of a tool, whatever the era: runs once on a thread of its own, ends by an answer or by
/// being cancelled, and tells of its progress only in between.
final class ToolCall implements Call {
    private static final Logger LOG = LoggerFactory.getLogger(ToolCall.class);

    private final Request request;
    private final Tool tool;
    private final String client;
    private final Session session;
    private final Revision revision;
    private final Outbox outbox;
    private final @Nullable Object progressToken;
    private @Nullable Thread thread;
    private boolean over;
    private volatile boolean told;
    private volatile @Nullable Delivery delivery;

    ToolCall(
            Request request,
            Tool tool,
            String client,
            Session session,
            Revision revision,
            Outbox outbox) {
        this.request = request;
        this.tool = tool;
        this.client = client;
        this.session = session;
        this.revision = revision;
        this.outbox = outbox;
        Object token = request.meta().get("progressToken");
        this.progressToken = token instanceof String || token instanceof Number ? token : null;
    }

    @Override
    public String client() {
        return client;
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public void whenAnswered(Delivery asked) {
        delivery = asked;
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
    public synchronized void progress(double done, String message) {
        if (progressToken != null && !over) {
            outbox.offer(Json.writeBytes(Answers.progress(progressToken, done, message, revision)));
        }
    }

    /// Runs the tool, then hands over its answer unless the call was cancelled before.
    void run(BiConsumer<ToolCall, ToolAnswer> answered) {
        synchronized (this) {
            if (over) {
                return;
            }
            thread = Thread.currentThread();
        }
        Optional<ToolAnswer> answer = answer();
        boolean wanted;
        synchronized (this) {
            wanted = !over;
            over = true;
            thread = null;
        }
        if (wanted && answer.isPresent()) {
            answered.accept(this, answer.get());
        } else {
            delivery().ifPresent(Delivery::lost);
        }
    }

    /// No answer from now on; the tool is interrupted.
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

    Request request() {
        return request;
    }

    Revision revision() {
        return revision;
    }

    private Optional<ToolAnswer> answer() {
        try {
            Arguments arguments =
                    Arguments.of(tool.description(), Request.object(request.params(), "arguments"));
            return Optional.of(tool.call(this, arguments));
        } catch (StrawbossException e) {
            return Optional.of(ToolAnswer.failure(e));
        } catch (InterruptedException e) {
            return cancelled() ? Optional.empty() : Optional.of(unexpected(e));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return Optional.of(unexpected(e));
        }
    }

    private synchronized boolean cancelled() {
        return over;
    }

    private ToolAnswer unexpected(Throwable failure) {
        LOG.atError()
                .setCause(failure)
                .addKeyValue("tool", tool.description().name())
                .log("A tool failed unexpectedly");
        return ToolAnswer.failure(
                new StrawbossException(
                        ErrorCode.INTERNAL,
                        "The tool " + tool.description().name() + " failed: " + failure + ".",
                        "This is a bug in Strawboss; the hub's log has the details:"
                                + " strawboss hub logs"));
    }
}
