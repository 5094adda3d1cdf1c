package dev.strawboss.mcp;

import dev.strawboss.bridge.Lines;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One client on a stream of lines, as a socket: one conversation.
final class Connection {
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Intake intake;
    private final Lines lines;
    private final Outbox outbox;
    private final Conversation conversation;
    private final Replies replies = new ToOutbox();

    Connection(Service service, Intake intake, Origin origin, Lines.Source in, Outbox.Sink out) {
        this.intake = intake;
        this.lines = new Lines(in, intake.room());
        this.outbox = new Outbox("mcp", out, this::broken);
        this.conversation = new Conversation(service, origin, outbox::send);
    }

    /// Serves until the client's last line, then gives the calls under way two seconds.
    void serve() throws InterruptedException {
        try {
            for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
                switch (line) {
                    case Lines.Line.Text text -> receive(text);
                    case Lines.Line.TooLong rest -> outbox.send(Intake.tooLong(rest).answer());
                }
            }
            conversation.await(GRACE, outbox::broken);
        } catch (IOException gone) {
            outbox.close();
        } finally {
            conversation.interrupt();
            lines.close();
            try {
                outbox.drain(GRACE);
            } finally {
                outbox.close();
                conversation.close();
            }
        }
    }

    private void receive(Lines.Line.Text line) throws InterruptedException {
        int length = line.length();
        if (length == 0 || (length == 1 && line.bytes()[line.from()] == '\r')) {
            return;
        }
        switch (intake.message(line.bytes(), line.from(), line.to())) {
            case Received.Message message -> conversation.receive(message, replies);
            case Received.Refused refused -> outbox.send(refused.answer());
        }
    }

    private void broken() {
        conversation.wake();
    }

    private final class ToOutbox implements Replies {
        @Override
        public void offer(byte[] message) {
            outbox.offer(message);
        }

        @Override
        public void send(byte[] message) throws InterruptedException {
            outbox.send(message);
        }

        @Override
        public void answer(byte[] message, @Nullable Refusal refusal, Delivery delivery)
                throws InterruptedException {
            outbox.send(message, delivery::arrived);
        }
    }
}
