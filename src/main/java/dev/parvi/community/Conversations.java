package dev.parvi.community;

import dev.parvi.platform.Columns;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.ConversationId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Conversations and what is derived from their comments, in the brand whose scope it is. */
@Repository
class Conversations {

    private final JdbcClient jdbc;

    Conversations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Their ids by the root's key; those that are new are begun, open where something recent was said to us.
     *
     * @param first the earliest utterance under each root
     * @param open the roots under which something was said that wants attention
     */
    Map<UUID, Long> of(AccountId account, String network, Collection<Arrived> first, Collection<UUID> open) {
        var found = new HashMap<UUID, Long>();
        Columns.of(jdbc.sql("""
                        with s as (
                            select * from unnest(:keys::uuid[], :roots::text[], :kinds::text[], :ats::timestamptz[], :open::boolean[])
                            as s (key, root, kind, at, open)),
                        known as (
                            select c.id, c.root_key from s
                            join conversation c on c.brand_id = current_brand() and c.account_id = :account and c.root_key = s.key),
                        new as materialized (select s.* from s left join known k on k.root_key = s.key where k.id is null),
                        added as (
                            insert into conversation (brand_id, account_id, network, kind, root, root_key, delivery_id, state, opened_at, last_at)
                            select current_brand(), :account, :network, s.kind, s.root, s.key, t.delivery_id,
                                case when s.open then 'OPEN' else 'DONE' end, s.at, s.at
                            from new s left join talk t on t.brand_id = current_brand() and t.account_id = :account and t.root_key = s.key
                            on conflict (brand_id, account_id, root_key) do update set root = excluded.root
                            returning id, root_key)
                        select id, root_key from known union all select id, root_key from added
                        """).param("account", account.value()).param("network", network), first)
                .key("keys", Arrived::rootKey)
                .text("roots", Arrived::root)
                .text("kinds", each -> each.kind().name())
                .time("ats", Arrived::at)
                .flag("open", each -> open.contains(each.rootKey()))
                .done()
                .query(row -> {
                    found.put(row.getObject("root_key", UUID.class), row.getLong("id"));
                });
        return found;
    }

    Optional<Long> under(AccountId account, UUID root) {
        return jdbc.sql("select id from conversation where account_id = :account and root_key = :root")
                .param("account", account.value())
                .param("root", root, java.sql.Types.OTHER)
                .query(Long.class)
                .optional();
    }

    /** The network's name of the thing it stands under; empty where that was a person's words and they were erased. */
    String root(ConversationId id) {
        return jdbc.sql("select root from conversation where brand_id = current_brand() and id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    /** @param fresh how much came in that nobody has seen, {@code open} whether that opens it again */
    record Wanted(long id, long fresh, boolean open) {}

    /** Works out all that is derived from the comments anew. */
    void rollUp(Collection<Wanted> wanted) {
        Columns.of(jdbc.sql(TakingSql.ROLL_UP), wanted)
                .number("ids", Wanted::id)
                .number("fresh", Wanted::fresh)
                .flag("open", Wanted::open)
                .done()
                .update();
    }

    /**
     * By when an answer is promised, and how urgent that makes them. The most exact promise holds: of the account before of all,
     * of a mark before of any, and the shortest of several.
     *
     * @param usual minutes, where nothing is promised
     */
    void rank(Collection<Long> ids, int usual, Instant now) {
        jdbc.sql("""
                with p as (
                    select c.id, case when c.waiting then c.waiting_since + make_interval(mins => coalesce(
                        (select p.minutes from promise p
                         where (p.account_id is null or p.account_id = c.account_id) and (p.mark is null or p.mark & c.open_marks <> 0)
                         order by p.account_id is null, p.mark is null, p.minutes limit 1), :usual)) end promised_by
                    from conversation c where c.brand_id = current_brand() and c.id = any(:ids)),
                r as (
                    select c.id, p.promised_by, conversation_priority(c.conflict, c.waiting, c.open_marks, p.promised_by, :now) priority
                    from p join conversation c on c.brand_id = current_brand() and c.id = p.id)
                update conversation c set promised_by = r.promised_by, priority = r.priority
                from r where c.brand_id = current_brand() and c.id = r.id
                  and (c.promised_by, c.priority) is distinct from (r.promised_by, r.priority)
                """)
                .param("ids", ids.toArray(Long[]::new))
                .param("usual", usual)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Opens what was snoozed until now. */
    List<Long> wake(Instant now, int most) {
        return jdbc.sql("""
                update conversation c set state = 'OPEN', snoozed_until = null
                where c.id in (
                    select id from conversation where state = 'SNOOZED' and snoozed_until <= :now
                    order by snoozed_until limit :most for update skip locked)
                returning c.id
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** Questions past their promise that don't stand where such belong. */
    List<Long> late(Instant now, int most) {
        return jdbc.sql("""
                select id from conversation
                where state = 'OPEN' and waiting and promised_by is not null and promised_by < :now
                  and priority < 2 and open_marks & 1 <> 0
                order by priority, last_at limit :most
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** Whether it's a conflict, or may be one: such stand before all others. What becomes one is open again. */
    void conflict(ConversationId id, boolean there, Instant now) {
        jdbc.sql("""
                update conversation set conflict = :there, state = case when :there then 'OPEN' else state end,
                    snoozed_until = case when :there then null else snoozed_until end
                where brand_id = current_brand() and id = :id
                """).param("there", there).param("id", id.value()).update();
        rank(List.of(id.value()), Promises.USUAL_MINUTES, now);
    }

    /** It stands among the open ones again, and among what wasn't read, wherever it rested. */
    void reopen(ConversationId id) {
        jdbc.sql("""
                update conversation set state = 'OPEN', snoozed_until = null, unread = greatest(unread, 1)
                where brand_id = current_brand() and id = :id
                """).param("id", id.value()).update();
    }
}
