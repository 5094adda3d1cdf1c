package dev.strawboss.mcp;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// What the bytes of one message turned out to be.
public sealed interface Received {
    /// One that can be served. Takes its part of the memory for requests until it is closed: by the
    /// conversation that it is given to, or by whoever does not give it to one.
    final class Message implements Received, AutoCloseable {
        private final Request request;
        private final Runnable release;
        private final AtomicBoolean closed = new AtomicBoolean();

        Message(Request request, Runnable release) {
            this.request = request;
            this.release = release;
        }

        public Request request() {
            return request;
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                release.run();
            }
        }
    }

    /// One that cannot.
    ///
    /// @param id as far as it can be told
    record Refused(@Nullable Object id, Refusal refusal) implements Received {
        /// The message that says so.
        public byte[] answer() {
            return Answers.bytes(Answers.error(id, refusal));
        }
    }
}
