package dev.strawboss.mcp;

/// One tool as a client sees it, and what it does.
public interface Tool {
    ToolDescription description();

    /// Does it. Runs on a virtual thread of its own, which is interrupted when the client cancels.
    ///
    /// @throws dev.strawboss.errors.StrawbossException becomes an answer with `isError`, its code
    ///   and its hint
    ToolAnswer call(Call call, Arguments arguments) throws InterruptedException;
}
