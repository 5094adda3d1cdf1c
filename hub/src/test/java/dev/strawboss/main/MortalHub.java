package dev.strawboss.main;

import dev.strawboss.mcp.Arguments;
import dev.strawboss.mcp.Call;
import dev.strawboss.mcp.Tool;
import dev.strawboss.mcp.ToolAnswer;
import dev.strawboss.mcp.ToolDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// The real hub, but it dies once for each request key of `run`: when the job is durably accepted
/// and the answer not yet written.
final class MortalHub {
    /// In the state directory; gets a file for each death.
    static final String DEATHS = "deaths";

    private MortalHub() {}

    public static void main(String[] args) throws InterruptedException {
        String[] options = Arrays.copyOfRange(args, 2, args.length);
        System.exit(
                Serve.run(
                        options,
                        "test",
                        "A test.",
                        (home, closing) -> {
                            Path deaths = Files.createDirectories(home.state().resolve(DEATHS));
                            return Features.start(home, closing, System.getenv()).stream()
                                    .map(tool ->
                                            tool.description().name().equals("run")
                                                    ? new Deadly(tool, deaths)
                                                    : tool)
                                    .toList();
                        }));
    }

    private record Deadly(Tool tool, Path deaths) implements Tool {
        @Override
        public ToolDescription description() {
            return tool.description();
        }

        @Override
        public ToolAnswer call(Call call, Arguments arguments) throws InterruptedException {
            ToolAnswer answer = tool.call(call, arguments);
            try {
                Files.createFile(deaths.resolve(call.requestKey().orElseThrow()));
            } catch (FileAlreadyExistsException secondSight) {
                return answer;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Runtime.getRuntime().halt(137);
            return answer;
        }
    }
}
