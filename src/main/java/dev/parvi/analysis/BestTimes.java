package dev.parvi.analysis;

import dev.parvi.planning.Advice.Best;
import dev.parvi.planning.Advice.Times;
import dev.parvi.shared.AccountId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** When posts of accounts were best heard, as it was worked out last; in the brand whose scope it is. */
@Repository
class BestTimes {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    BestTimes(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Map<AccountId, Times> all(int enough) {
        var found = new LinkedHashMap<AccountId, Times>();
        jdbc.sql(
                        "select account_id, posts, best::text from best_time where brand_id = current_brand() order by account_id")
                .query(row -> {
                    found.put(
                            new AccountId(row.getLong(1)),
                            new Times(
                                    row.getInt(2),
                                    enough,
                                    json.readValue(row.getString(3), new TypeReference<List<Best>>() {})));
                });
        return found;
    }

    void put(AccountId account, Times times, Instant now) {
        jdbc.sql("""
                insert into best_time (brand_id, account_id, posts, best, made_at)
                values (current_brand(), :account, :posts, :best::jsonb, :now)
                on conflict (brand_id, account_id) do update set posts = excluded.posts, best = excluded.best, made_at = excluded.made_at
                """)
                .param("account", account.value())
                .param("posts", times.posts())
                .param("best", json.writeValueAsString(times.best()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
