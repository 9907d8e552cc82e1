package dev.parvi.community.web;

import dev.parvi.connector.ConnectorFailed;

/** What a person is told of an act that came to nothing at the network. */
public final class Failure {

    private Failure() {}

    /** The message's key: what they do next depends on the class of failure, not on its wording. */
    public static String told(ConnectorFailed failed) {
        return "community.moderation." + (failed.reauth() ? "reauth" : kind(failed));
    }

    private static String kind(ConnectorFailed failed) {
        return switch (failed.fault().code()) {
            case "unreachable", "timeout", "cut", "garbage", "rate-limited" -> "later";
            default -> "refused";
        };
    }
}
