package dev.parvi.audience;

import dev.parvi.connector.Gathers.Follower;
import dev.parvi.platform.Columns;
import dev.parvi.shared.AccountId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who followed which account from when till when, in the brand whose scope it is. */
@Repository
class Follows {

    private final JdbcClient jdbc;

    Follows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * These were shown by a reading.
     *
     * @param joined when who is new joined where the network doesn't say; null where nobody knows
     */
    void shown(
            AccountId account,
            List<Follower> followers,
            Map<String, Long> ids,
            long reading,
            @Nullable Instant joined,
            Instant now) {
        Columns.of(
                        jdbc.sql("""
                        insert into follow (brand_id, account_id, onlooker_id, seen_at, joined_at, reading)
                        select distinct on (s.id) current_brand(), :account, s.id, :now::timestamptz, coalesce(s.since::timestamptz, :joined::timestamptz), :reading
                        from unnest(:ids::bigint[], :sinces::text[]) s (id, since)
                        on conflict (brand_id, account_id, onlooker_id) where left_at is null do update set reading = excluded.reading
                        """)
                                .param("account", account.value())
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .param("joined", joined == null ? null : joined.toString())
                                .param("reading", reading),
                        followers)
                .number("ids", each -> ids.get(each.id()))
                .time("sinces", each -> each.since() == null || each.since().isAfter(now) ? joined : each.since())
                .done()
                .update();
    }

    /** @param missing how many of those who stood before the reading began it didn't show */
    record Counted(long standing, long missing) {}

    Counted counted(AccountId account, long reading, Instant begun) {
        return jdbc.sql("""
                select count(*) standing, count(*) filter (where reading < :reading and seen_at < :begun) missing
                from follow where brand_id = current_brand() and account_id = :account and left_at is null
                """)
                .param("account", account.value())
                .param("reading", reading)
                .param("begun", begun.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Counted(row.getLong("standing"), row.getLong("missing")))
                .single();
    }

    /** Those that a whole reading didn't show have left. */
    int left(AccountId account, long reading, Instant begun, Instant now) {
        return jdbc.sql("""
                update follow set left_at = :now where brand_id = current_brand() and account_id = :account and left_at is null
                    and reading < :reading and seen_at < :begun
                """)
                .param("account", account.value())
                .param("reading", reading)
                .param("begun", begun.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Somebody who joined, whose way here isn't known yet.
     *
     * @param profile their number in the inbox; null where they never spoke
     * @param told whether the network says since when; else it's when they were first seen
     */
    record Joined(long id, @Nullable Long profile, long account, Instant joined, boolean told) {}

    /** In the order in which they joined. */
    List<Joined> joined(List<Long> onlookers, Instant since) {
        return jdbc.sql("""
                select f.id, o.profile_id, f.account_id, f.joined_at, f.joined_at <> f.seen_at told
                from follow f join onlooker o on o.brand_id = f.brand_id and o.id = f.onlooker_id
                where f.brand_id = current_brand() and f.onlooker_id = any(:ids) and f.came = 'UNKNOWN' and f.joined_at > :since
                order by f.joined_at, f.id
                """)
                .param("ids", onlookers.toArray(Long[]::new))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Joined(
                        row.getLong("id"),
                        row.getObject("profile_id", Long.class),
                        row.getLong("account_id"),
                        row.getTimestamp("joined_at").toInstant(),
                        row.getBoolean("told")))
                .list();
    }

    /** How many of those who joined an account in a time are known to have come by a link. */
    int traced(long account, Instant from, Instant until) {
        return jdbc.sql("""
                select count(*) from follow where brand_id = current_brand() and account_id = :account and came in ('LINK', 'CAMPAIGN')
                    and joined_at >= :from and joined_at <= :until
                """)
                .param("account", account)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getInt(1))
                .single();
    }

    /** @param came POST, CAMPAIGN or LINK; what is known already stays */
    void came(long id, String came, long of) {
        jdbc.sql(
                        "update follow set came = :came, came_id = :of where brand_id = current_brand() and id = :id and came = 'UNKNOWN'")
                .param("id", id)
                .param("came", came)
                .param("of", of)
                .update();
    }
}
