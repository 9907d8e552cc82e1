package dev.parvi.listening;

import dev.parvi.account.Account;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.ItemId;
import dev.parvi.shared.SourceId;
import dev.parvi.support.TestPosts;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Items of networks for tests of other rooms. */
public class FoundOnNetworks {

    private final TuningIn tuningIn;
    private final Landing landing;
    private final NetworkSources sources;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FoundOnNetworks(
            TuningIn tuningIn,
            Landing landing,
            NetworkSources sources,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.tuningIn = tuningIn;
        this.landing = landing;
        this.sources = sources;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Somebody said this, and a search through the account has found it. */
    public ItemId item(Seat seat, Account account, String who, String text) throws Exception {
        var id = "found-" + UUID.randomUUID();
        return Tenant.in(seat.brand(), () -> {
            SourceId source =
                    tuningIn.follow(seat, account.id() + ":SEARCH", text).id();
            return Objects.requireNonNull(transaction.execute(status -> {
                var post = TestPosts.of(id, who, text, clock.instant());
                landing.land(List.of(new Landing.Arrival(sources.of(source).orElseThrow(), post, "")));
                return new ItemId(jdbc.sql("select id from item where brand_id = current_brand() and key = :key::uuid")
                        .param("key", Name.of(id).toString())
                        .query(Long.class)
                        .single());
            }));
        });
    }
}
