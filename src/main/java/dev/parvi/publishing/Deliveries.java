package dev.parvi.publishing;

import dev.parvi.planning.VersionScheduled;
import dev.parvi.publishing.Ledger.Mark;
import dev.parvi.publishing.Ledger.Show;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.VersionId;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The deliveries of the brand whose scope it is. */
@Repository
class Deliveries {

    private static final String SHOWN = """
            select d.*, coalesce(d.content ->> 'text', v.content -> 'parts' -> d.part ->> 'text', '') as text, h.until
            from delivery d
            left join version v on v.brand_id = d.brand_id and v.id = d.version_id
            left join account_hold h on h.brand_id = d.brand_id and h.account_id = d.account_id and h.until > d.next_at
            """;

    private static final String ORDERED = """
             where d.state = any(:states) and (d.due_at, d.id) < (:at, :id)
            order by d.due_at desc, d.id desc limit :most
            """;

    /** Before and after everything that anybody plans. */
    private static final Instant FIRST = Instant.EPOCH;

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the deliveries of a version, or moves those that aren't out yet to their new instant. */
    void schedule(VersionScheduled said, Instant now) {
        jdbc.sql("""
                insert into delivery (brand_id, version_id, post_id, account_id, network, part, comment, state, due_at, next_at, planned_by, planned_on)
                select :brand, :version, :post, :account, :network, part, part >= :parts,
                       case when part = 0 then 'DUE' else 'WAITING' end, :at, :at, :by, :now
                from generate_series(0, :parts + :comments - 1) part
                on conflict (brand_id, version_id, part) do update
                set due_at = excluded.due_at, next_at = excluded.next_at, planned_by = excluded.planned_by, planned_on = excluded.planned_on,
                    state = excluded.state, comment = excluded.comment, released_at = null, content = null, made_at = null,
                    look_first = delivery.look_first, fault_code = null, fault_detail = null
                where delivery.state in ('DUE', 'WAITING', 'LATE', 'FAILED')
                """)
                .param("brand", said.brand().value())
                .param("version", said.version().value())
                .param("post", said.post().value())
                .param("account", said.account().value())
                .param("network", said.network())
                .param("parts", said.parts())
                .param("comments", said.comments())
                .param("at", Claims.at(said.at()))
                .param("by", said.by().value())
                .param("now", Claims.at(now))
                .update();
        jdbc.sql("delete from delivery where version_id = :version and part >= :all and state <> 'PUBLISHED'")
                .param("version", said.version().value())
                .param("all", said.parts() + said.comments())
                .update();
    }

    /** Whether any delivery of the version was claimed or is out. Locks them, so that no claim comes between. */
    boolean underWay(VersionId version) {
        return jdbc
                .sql("select state from delivery where version_id = :version order by part for update")
                .param("version", version.value())
                .query(String.class)
                .list()
                .stream()
                .map(DeliveryState::valueOf)
                .anyMatch(state -> state == DeliveryState.CLAIMED
                        || state == DeliveryState.PENDING
                        || state == DeliveryState.PUBLISHED
                        || state == DeliveryState.UNKNOWN);
    }

    void withdraw(VersionId version) {
        jdbc.sql("delete from delivery where version_id = :version and state <> 'PUBLISHED'")
                .param("version", version.value())
                .update();
    }

    Optional<Delivery> get(DeliveryId id) {
        return jdbc.sql(SHOWN + " where d.id = :id")
                .param("id", id.value())
                .query((row, n) -> DeliveryRows.delivery(row))
                .optional();
    }

    /** All parts of the same thread, in order. */
    List<Delivery> together(VersionId version) {
        return jdbc.sql(SHOWN + " where d.version_id = :version order by d.part")
                .param("version", version.value())
                .query((row, n) -> DeliveryRows.delivery(row))
                .list();
    }

    /** How far each part of these versions is, in order. */
    List<Progress> progress(Collection<VersionId> versions) {
        return jdbc.sql("""
                select version_id, id, state, address, published_at from delivery
                where brand_id = current_brand() and version_id = any(:versions) order by version_id, part
                """)
                .param("versions", versions.stream().map(VersionId::value).toArray(Long[]::new))
                .query((row, n) -> new Progress(
                        new VersionId(row.getLong(1)),
                        new DeliveryId(row.getLong(2)),
                        DeliveryState.valueOf(row.getString(3)),
                        DeliveryRows.address(row.getString(4)),
                        DeliveryRows.instant(row, "published_at")))
                .list();
    }

    /** @param address null where it isn't out, or the network gave none */
    record Progress(
            VersionId version,
            DeliveryId id,
            DeliveryState state,
            @Nullable URI address,
            @Nullable Instant publishedAt) {}

    List<Delivery> inStates(Collection<DeliveryState> states, int most) {
        return jdbc.sql(SHOWN + " where d.state = any(:states) order by d.due_at, d.id limit :most")
                .param("states", names(states))
                .param("most", most)
                .query((row, n) -> DeliveryRows.delivery(row))
                .list();
    }

    List<Delivery> between(Instant from, Instant to, int most) {
        return jdbc.sql(
                        SHOWN
                                + " where d.due_at >= :from and d.due_at < :to and d.part = 0 and d.answered is null order by d.due_at, d.id limit :most")
                .param("from", Claims.at(from))
                .param("to", Claims.at(to))
                .param("most", most)
                .query((row, n) -> DeliveryRows.delivery(row))
                .list();
    }

    /** A page of the ledger, from its beginning where no mark is given. */
    List<Delivery> page(Show show, Optional<Mark> after, int most) {
        var soonest = show.soonestFirst();
        var from = after.orElseGet(() -> new Mark(soonest ? FIRST : LAST, soonest ? 0 : Long.MAX_VALUE));
        var order = soonest ? ORDERED.replace("<", ">").replace(" desc", "") : ORDERED;
        return jdbc.sql(SHOWN + order)
                .param("states", names(show.states()))
                .param("at", Claims.at(from.dueAt()))
                .param("id", from.id())
                .param("most", most)
                .query((row, n) -> DeliveryRows.delivery(row))
                .list();
    }

    /** Those of the given numbers, by time. */
    List<Delivery> some(Collection<Long> ids) {
        return jdbc.sql(SHOWN + " where d.id = any(:ids) order by d.due_at, d.id")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, n) -> DeliveryRows.delivery(row))
                .list();
    }

    int count(Collection<DeliveryState> states) {
        return jdbc.sql("select count(*) from delivery where state = any(:states)")
                .param("states", names(states))
                .query(Integer.class)
                .single();
    }

    /** What a story tells of a delivery beyond what lists show. */
    Origin origin(DeliveryId id) {
        return jdbc.sql("""
                select d.content, d.answered, d.made_at, v.content as planned, m.name, h.reason
                from delivery d
                left join version v on v.brand_id = d.brand_id and v.id = d.version_id
                left join member m on m.id = d.planned_by
                left join account_hold h on h.brand_id = d.brand_id and h.account_id = d.account_id and h.until > d.next_at
                where d.id = :id
                """)
                .param("id", id.value())
                .query((row, n) -> new Origin(
                        row.getString("content"),
                        row.getString("answered"),
                        DeliveryRows.instant(row, "made_at"),
                        row.getString("planned"),
                        DeliveryRows.word(row, "name"),
                        DeliveryRows.word(row, "reason")))
                .single();
    }

    /**
     * @param content the JSON of what was sealed for this part, or handed in; null before the claim of a post
     * @param answered the JSON of what it answers; null where it answers nobody
     * @param planned the JSON of the whole version as it stands now; null where there is none
     */
    record Origin(
            @Nullable String content,
            @Nullable String answered,
            @Nullable Instant madeAt,
            @Nullable String planned,
            String plannedBy,
            String holdReason) {}

    /** How many posts and answers wait to go to an account; a thread counts once. */
    int waiting(AccountId account) {
        return jdbc.sql("""
                select count(distinct coalesce(version_id, -id)) from delivery
                where account_id = :account and state in ('DUE', 'WAITING')
                """)
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    int count(DeliveryState state, Instant until) {
        return jdbc.sql("select count(*) from delivery where state = :state and next_at <= :until")
                .param("state", state.name())
                .param("until", Claims.at(until))
                .query(Integer.class)
                .single();
    }

    /** A person lets it go: at once, however late it is. */
    boolean release(DeliveryId id, Instant now, boolean lookFirst) {
        return jdbc.sql("""
                update delivery set state = 'DUE', next_at = :now, released_at = :now, look_first = look_first or :look
                where id = :id and state in ('FAILED', 'UNKNOWN', 'LATE')
                """)
                        .param("id", id.value())
                        .param("now", Claims.at(now))
                        .param("look", lookFirst)
                        .update()
                == 1;
    }

    /** A person says that it isn't there: it's sent without looking again. */
    boolean releaseUnseen(DeliveryId id, Instant now) {
        return jdbc.sql("""
                update delivery set state = 'DUE', next_at = :now, released_at = :now, look_first = false
                where id = :id and state = 'UNKNOWN'
                """)
                        .param("id", id.value())
                        .param("now", Claims.at(now))
                        .update()
                == 1;
    }

    /** A person says that it's there, or has posted it by hand. */
    boolean published(DeliveryId id, String address, Instant now) {
        return jdbc.sql("""
                update delivery set state = 'PUBLISHED', published_at = :now, address = :address, sent_id = :address, marks = '{}'
                where id = :id and state in ('UNKNOWN', 'PENDING', 'FAILED', 'LATE')
                """)
                        .param("id", id.value())
                        .param("address", address)
                        .param("now", Claims.at(now))
                        .update()
                == 1;
    }

    void startNext(DeliveryId done, Instant now) {
        jdbc.sql("""
                update delivery d set state = 'DUE', due_at = :now, next_at = :now from delivery p
                where p.id = :id and d.brand_id = p.brand_id and d.version_id = p.version_id and d.part = p.part + 1 and d.state = 'WAITING'
                """).param("id", done.value()).param("now", Claims.at(now)).update();
    }

    void removed(DeliveryId id, Instant now) {
        jdbc.sql("update delivery set removed_at = :now where id = :id and state = 'PUBLISHED'")
                .param("id", id.value())
                .param("now", Claims.at(now))
                .update();
    }

    /** What the network called it, as it was kept: id, address, marks. */
    Optional<String[]> sent(DeliveryId id) {
        return jdbc.sql("select sent_id, address, marks from delivery where id = :id and state = 'PUBLISHED'")
                .param("id", id.value())
                .query((row, n) -> new String[] {row.getString(1), row.getString(2), row.getString(3)})
                .optional();
    }

    private static String[] names(Collection<DeliveryState> states) {
        return states.stream().map(DeliveryState::name).toArray(String[]::new);
    }
}
