package dev.strawboss.mcp;

import java.io.Serial;
import java.util.Map;

/// Ends a call that has to be made again with answers: how a question is asked in the era without
/// requests to the client. Tools let it pass.
public final class InputRequired extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient Map<String, Question> questions;
    private final transient Map<String, Object> answers;

    InputRequired(Map<String, Question> questions, Map<String, Object> answers) {
        super("The client is to be asked first.", null, false, false);
        this.questions = questions;
        this.answers = answers;
    }

    Map<String, Question> questions() {
        return questions;
    }

    /// What was answered in the rounds before.
    Map<String, Object> answers() {
        return answers;
    }
}
