package dev.parvi.account;

import dev.parvi.platform.Secrets;
import dev.parvi.platform.Token;
import dev.parvi.shared.AccountId;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Members of the brand whose scope it is who are away, signing in at a network, until they come back. */
@Repository
class Journeys {

    static final Duration LONGEST = Duration.ofHours(1);

    private static final TypeReference<Map<String, String>> NAMED = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();

    Journeys(JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * @param account that is signed in to again; null where a new one is connected
     * @param kept what the connector wants back
     */
    record Journey(String network, @Nullable AccountId account, Map<String, String> kept) {}

    @Transactional
    void begin(Seat seat, String state, Journey journey) {
        jdbc.sql("delete from journey where expires_at <= :now")
                .param("now", now())
                .update();
        jdbc.sql("""
                insert into journey (brand_id, state, member_id, network, account_id, kept, expires_at)
                values (current_brand(), :state, :member, :network, :account, :kept, :expires)
                """)
                .param("state", Token.hash(state))
                .param("member", seat.member().value())
                .param("network", journey.network())
                .param(
                        "account",
                        journey.account() == null ? null : journey.account().value())
                .param("kept", secrets.seal(json.writeValueAsBytes(journey.kept()), context(seat)))
                .param("expires", now().plus(LONGEST))
                .update();
    }

    /** Good once, and only for the member who left. */
    @Transactional
    Optional<Journey> end(Seat seat, String state) {
        return jdbc.sql("""
                delete from journey where state = :state and member_id = :member and expires_at > :now
                returning network, account_id, kept
                """)
                .param("state", Token.hash(state))
                .param("member", seat.member().value())
                .param("now", now())
                .query((row, n) -> new Journey(
                        row.getString("network"),
                        row.getObject("account_id") == null ? null : new AccountId(row.getLong("account_id")),
                        json.readValue(secrets.open(row.getBytes("kept"), context(seat)), NAMED)))
                .optional();
    }

    private java.time.OffsetDateTime now() {
        Instant now = clock.instant();
        return now.atOffset(ZoneOffset.UTC);
    }

    private static String context(Seat seat) {
        return "journey:" + seat.brand() + ":" + seat.member();
    }
}
