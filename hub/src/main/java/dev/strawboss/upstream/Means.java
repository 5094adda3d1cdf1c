package dev.strawboss.upstream;

import java.net.http.HttpClient;
import java.util.Map;
import java.util.function.Supplier;

/// What all connections have in common.
///
/// @param http made when it is first needed
/// @param client who we are, as `clientInfo`
/// @param mark `NAME=value`, in the environment of all processes of one hub and its successors
record Means(Memory memory, Supplier<HttpClient> http, Map<String, Object> client, String mark) {}
