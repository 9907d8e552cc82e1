package dev.parvi.connector.wordpress;

import dev.parvi.connector.Access;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Gathers.Crowd;
import dev.parvi.connector.Gathers.Follower;
import dev.parvi.connector.Unfulfilled;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads who has registered on the blog, without those who write there. Only an Administrator may see them all. Pages overlap, since whoever is
 * deleted meanwhile moves the rest by a place.
 */
@Component
final class Users {

    private static final int PAGE = 100;
    private static final int OVERLAP = 10;
    private static final Duration MOST = Duration.ofSeconds(60);
    private static final Set<String> WRITERS = Set.of("administrator", "editor", "author", "contributor");
    private static final String FIELDS = "id,name,slug,description,url,link,roles,registered_date";

    private final Rest rest;

    Users(Rest rest) {
        this.rest = rest;
    }

    Crowd page(Access access, String cursor) throws ConnectorFailed {
        var offset = cursor.matches("\\d{1,9}") ? Long.parseLong(cursor) : 0;
        var session = new Session(access, rest, MOST);
        try {
            var asked = new LinkedHashMap<>(Map.of(
                    "context",
                    "edit",
                    "orderby",
                    "id",
                    "order",
                    "asc",
                    "per_page",
                    Integer.toString(PAGE),
                    "offset",
                    Long.toString(offset),
                    "_fields",
                    FIELDS));
            var said = session.get("wp/v2/users", asked);
            if (!said.body().isArray() || said.total() < 0) {
                throw Unfulfilled.garbage("users without a number of them");
            }
            return new Crowd(
                    said.body()
                            .valueStream()
                            .flatMap(each -> follower(session.names(), each).stream())
                            .toList(),
                    offset + PAGE >= said.total() ? "" : Long.toString(offset + PAGE - OVERLAP),
                    null);
        } catch (Unfulfilled e) {
            throw e.failed();
        }
    }

    private static Optional<Follower> follower(Names names, JsonNode said) {
        var id = said.path("id").asLong(0);
        if (id == 0 || said.path("roles").valueStream().anyMatch(role -> WRITERS.contains(role.asString("")))) {
            return Optional.empty();
        }
        return Optional.of(new Follower(
                names.user(id),
                said.path("name").asString("").strip(),
                said.path("slug").asString(""),
                said.path("description").asString("").strip(),
                "",
                web(said.path("url").asString("")),
                registered(said.path("registered_date").asString(""))));
    }

    /** With an offset, unlike the times of posts. */
    private static @Nullable Instant registered(String date) {
        try {
            return OffsetDateTime.parse(date).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable URI web(String address) {
        try {
            var uri = URI.create(address.strip());
            return uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?") ? uri : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
