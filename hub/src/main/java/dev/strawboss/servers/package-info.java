/// The MCP servers behind this one, as people configure them: `servers.json`, the forms of other
/// clients, and what stands in it for secrets and variables.
@NullMarked
package dev.strawboss.servers;

import org.jspecify.annotations.NullMarked;
