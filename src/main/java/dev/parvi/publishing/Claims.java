package dev.parvi.publishing;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.VersionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queue over all brands, as the worker sees it. Every statement is for many deliveries at once. */
@Repository
class Claims {

    private final JdbcClient worker;

    Claims(@Qualifier("worker") JdbcClient worker) {
        this.worker = worker;
    }

    /** A delivery that may be taken, locked until the transaction ends. */
    record Candidate(
            DeliveryId id,
            BrandId brand,
            AccountId account,
            String network,
            @Nullable VersionId version,
            int part,
            int tries,
            Instant dueAt,
            Instant nextAt,
            boolean released,
            boolean lookFirst,
            String key,
            @Nullable Instant madeAt,
            @Nullable String content,
            int lateSeconds,
            boolean comment,
            @Nullable String answered) {}

    /**
     * The brands that have something due by then and aren't paused. Their row is held until the transaction ends: a pause
     * waits for it, and so comes before the claim or sees what was claimed.
     */
    List<Long> brands(Instant horizon) {
        return worker.sql("""
                select s.brand_id from sending s
                where s.paused_at is null
                  and exists (select from delivery d
                              where d.brand_id = s.brand_id and d.state = 'DUE' and d.next_at <= :horizon)
                for share skip locked
                """)
                .param("horizon", at(horizon))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** What is due first of each brand, at most {@code each} a brand; what a hold keeps back or another node has is left. */
    List<Candidate> take(Collection<Long> brands, int each, Instant now, Instant horizon) {
        return worker.sql("""
                select d.*, s.late_seconds
                from unnest(:brands::bigint[]) b (brand)
                join sending s on s.brand_id = b.brand
                cross join lateral (
                    select * from delivery q
                    where q.brand_id = b.brand and q.state = 'DUE' and q.next_at <= :horizon
                      and not exists (select from account_hold h
                                      where h.brand_id = q.brand_id and h.account_id = q.account_id and h.until > :now)
                    order by q.next_at, q.id limit :each
                    for update skip locked) d
                order by d.next_at, d.id
                """)
                .param("brands", brands.toArray(Long[]::new))
                .param("horizon", at(horizon))
                .param("now", at(now))
                .param("each", each)
                .query((row, n) -> candidate(row))
                .list();
    }

    /** How many calls each of the accounts has begun or claimed since then. */
    Map<AccountId, Integer> calls(Collection<AccountId> accounts, Instant since) {
        var calls = new HashMap<AccountId, Integer>();
        worker.sql("""
                select account_id, count(*) from attempt
                where account_id = any(:accounts) and claimed_at > :since group by account_id
                """)
                .param(
                        "accounts",
                        accounts.stream().map(AccountId::value).distinct().toArray(Long[]::new))
                .param("since", at(since))
                .query((row, n) -> calls.put(new AccountId(row.getLong(1)), row.getInt(2)))
                .list();
        return calls;
    }

    /** The claim itself: the lease, the copied content, and an open attempt for each. */
    void claim(List<Claim> claims, Map<DeliveryId, String> contents, long node, Instant now) {
        worker.sql("""
                with c as (
                    select * from unnest(:brands::bigint[], :ids::bigint[], :contents::text[], :made::timestamptz[], :leases::timestamptz[], :deadlines::timestamptz[])
                        as c (brand, id, content, made, lease, deadline)),
                taken as (
                    update delivery d
                    set state = 'CLAIMED', tries = d.tries + 1, lease_until = c.lease, leased_by = :node,
                        content = c.content::jsonb, made_at = c.made
                    from c where d.brand_id = c.brand and d.id = c.id
                    returning d.brand_id, d.id, d.tries, d.account_id, c.deadline)
                insert into attempt (brand_id, delivery_id, number, account_id, node, claimed_at, deadline)
                select brand_id, id, tries, account_id, :node, :now, deadline from taken
                """)
                .param("brands", claims.stream().map(c -> c.brand().value()).toArray(Long[]::new))
                .param("ids", claims.stream().map(c -> c.delivery().value()).toArray(Long[]::new))
                .param(
                        "contents",
                        claims.stream().map(c -> contents.get(c.delivery())).toArray(String[]::new))
                .param(
                        "made",
                        times(claims.stream().map(c -> c.parcel().madeAt()).toList()))
                .param("leases", times(claims.stream().map(Claim::leaseUntil).toList()))
                .param("deadlines", times(claims.stream().map(Claim::deadline).toList()))
                .param("node", node)
                .param("now", at(now))
                .update();
    }

    /** Puts off what may not go yet. */
    void putOff(Map<Candidate, Instant> until) {
        var those = List.copyOf(until.keySet());
        worker.sql("""
                update delivery d set next_at = c.next_at
                from unnest(:brands::bigint[], :ids::bigint[], :times::timestamptz[]) as c (brand, id, next_at)
                where d.brand_id = c.brand and d.id = c.id
                """)
                .param("brands", brandsOf(those))
                .param("ids", idsOf(those))
                .param("times", times(those.stream().map(until::get).toList()))
                .update();
    }

    /** Leaves what is too late to a person. */
    void tooLate(Collection<Candidate> those) {
        worker.sql("""
                update delivery d set state = 'LATE' from unnest(:brands::bigint[], :ids::bigint[]) as c (brand, id)
                where d.brand_id = c.brand and d.id = c.id
                """)
                .param("brands", brandsOf(those))
                .param("ids", idsOf(those))
                .update();
    }

    /** When the next delivery of any brand may be taken; empty where none is due. */
    @Nullable
    Instant next() {
        return worker.sql("select min(next_at) from delivery where state = 'DUE'")
                .query((row, n) -> instant(row, 1))
                .optional()
                .orElse(null);
    }

    /** Parts of a thread that are out already, in order, as JSON of their marks. */
    List<SentPart> before(Collection<BrandId> brands, Collection<VersionId> versions) {
        return worker.sql("""
                select version_id, part, comment, sent_id, address, marks from delivery
                where brand_id = any(:brands) and version_id = any(:versions) and state = 'PUBLISHED' order by version_id, part
                """)
                .param("brands", brands.stream().map(BrandId::value).distinct().toArray(Long[]::new))
                .param("versions", versions.stream().map(VersionId::value).toArray(Long[]::new))
                .query((row, n) -> new SentPart(
                        new VersionId(row.getLong(1)),
                        row.getInt(2),
                        row.getBoolean(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .list();
    }

    /** A part that is out. */
    record SentPart(VersionId version, int part, boolean comment, String id, String address, String marks) {}

    private static Long[] brandsOf(Collection<Candidate> those) {
        return those.stream().map(each -> each.brand().value()).toArray(Long[]::new);
    }

    private static Long[] idsOf(Collection<Candidate> those) {
        return those.stream().map(each -> each.id().value()).toArray(Long[]::new);
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        var version = row.getLong("version_id");
        return new Candidate(
                new DeliveryId(row.getLong("id")),
                new BrandId(row.getLong("brand_id")),
                new AccountId(row.getLong("account_id")),
                row.getString("network"),
                version == 0 ? null : new VersionId(version),
                row.getInt("part"),
                row.getInt("tries"),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("next_at").toInstant(),
                row.getTimestamp("released_at") != null,
                row.getBoolean("look_first"),
                row.getString("key"),
                instant(row, "made_at"),
                row.getString("content"),
                row.getInt("late_seconds"),
                row.getBoolean("comment"),
                row.getString("answered"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** As text, since the driver takes no array of instants. */
    static String[] times(List<Instant> instants) {
        return instants.stream()
                .map(each -> each == null ? null : each.toString())
                .toArray(String[]::new);
    }
}
