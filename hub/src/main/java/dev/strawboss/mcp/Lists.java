package dev.strawboss.mcp;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The lists that are known without asking anybody.
final class Lists {
    private final Service service;

    Lists(Service service) {
        this.service = service;
    }

    /// @return empty if the method is none of these
    Optional<Map<String, Object>> of(Request request, Revision revision, Session session)
            throws Refusal {
        Map<String, Object> list;
        switch (request.method()) {
            case "tools/list" -> {
                List<Object> tools =
                        service.catalog().list(revision, service.shelf().shown(session));
                list = Pages.page("tools", tools, Lists::name, tool -> tool, request);
            }
            case "prompts/list" -> {
                if (service.offer().prompts().isEmpty()) {
                    return Optional.empty();
                }
                list =
                        Pages.page(
                                "prompts",
                                service.offer().prompts(),
                                prompt -> prompt.description().name(),
                                prompt -> Shapes.of(prompt.description()),
                                request);
            }
            case "resources/templates/list" -> {
                Optional<Resources> resources = service.offer().offeredResources();
                if (resources.isEmpty()) {
                    return Optional.empty();
                }
                list =
                        Pages.page(
                                "resourceTemplates",
                                resources.get().templates(),
                                Resources.Template::uriTemplate,
                                Shapes::of,
                                request);
            }
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(Dialect.cacheable(list, revision));
    }

    private static String name(Object tool) {
        return String.valueOf(((Map<?, ?>) tool).get("name"));
    }
}
