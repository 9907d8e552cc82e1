package dev.parvi.connector;

import java.net.URI;
import java.util.Map;

/**
 * What a network calls the thing we sent.
 *
 * @param id the network's own name for it, enough to find and delete it
 * @param address where a person can read it
 * @param marks what the connector needs to refer to it later (as a thread's parent, say)
 */
public record Sent(String id, URI address, Map<String, String> marks) {}
