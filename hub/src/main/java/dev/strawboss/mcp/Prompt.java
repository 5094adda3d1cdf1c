package dev.strawboss.mcp;

import java.util.List;
import java.util.Map;

/// One prompt as a person sees it in a client, and what it says.
public interface Prompt {
    Description description();

    /// Its words.
    ///
    /// @param arguments those that are required are there
    /// @throws dev.strawboss.errors.StrawbossException becomes an error of the request
    Words get(Call call, Map<String, String> arguments) throws InterruptedException;

    /// What a client is told of a prompt.
    record Description(String name, String title, String description, List<Argument> arguments) {
        public Description {
            arguments = List.copyOf(arguments);
        }
    }

    /// One argument of a prompt: always text.
    record Argument(String name, String description, boolean required) {}

    /// What a prompt came to.
    record Words(String description, List<Message> messages) {
        public Words {
            messages = List.copyOf(messages);
        }

        /// One message of the user.
        public static Words of(String description, String text) {
            return new Words(description, List.of(new Message("user", new Content.Text(text))));
        }
    }

    /// @param role `user` or `assistant`
    record Message(String role, Content content) {}
}
