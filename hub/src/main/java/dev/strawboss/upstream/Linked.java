package dev.strawboss.upstream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// A server as one client sees it.
final class Linked implements Upstream {
    private final String name;
    private final Setup setup;
    private final Supplier<Link> link;

    Linked(String name, Setup setup, Supplier<Link> link) {
        this.name = name;
        this.setup = setup;
        this.link = link;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public UpstreamState state() {
        return link.get().state();
    }

    @Override
    public Identity identity() throws InterruptedException {
        return catalogue().identity();
    }

    @Override
    public List<Map<String, Object>> tools() throws InterruptedException {
        return catalogue().tools();
    }

    @Override
    public List<Map<String, Object>> resources() throws InterruptedException {
        return catalogue().resources();
    }

    @Override
    public List<Map<String, Object>> resourceTemplates() throws InterruptedException {
        return catalogue().resourceTemplates();
    }

    @Override
    public List<Map<String, Object>> prompts() throws InterruptedException {
        return catalogue().prompts();
    }

    @Override
    public Reply call(String tool, Map<String, Object> arguments, CallContext context)
            throws InterruptedException {
        long end = end(context);
        return link.get().use(server -> server.call(tool, arguments, context, end), end);
    }

    @Override
    public Reply read(String uri, CallContext context) throws InterruptedException {
        long end = end(context);
        return link.get().use(server -> server.read(uri, context, end), end);
    }

    @Override
    public Reply prompt(String prompt, Map<String, String> arguments, CallContext context)
            throws InterruptedException {
        long end = end(context);
        return link.get().use(server -> server.prompt(prompt, arguments, context, end), end);
    }

    @Override
    public Reply complete(Map<String, Object> params, CallContext context)
            throws InterruptedException {
        long end = end(context);
        return link.get().use(server -> server.complete(params, context, end), end);
    }

    @Override
    public void close() {
        link.get().stop();
    }

    private Catalogue catalogue() throws InterruptedException {
        return link.get().catalogue(System.nanoTime() + setup.start().toNanos());
    }

    private long end(CallContext context) {
        Duration wanted = context.patience();
        Duration most = setup.patience();
        return System.nanoTime() + (wanted.compareTo(most) < 0 ? wanted : most).toNanos();
    }
}
