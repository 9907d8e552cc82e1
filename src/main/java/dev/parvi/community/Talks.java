package dev.parvi.community;

import dev.parvi.connector.Heard;
import dev.parvi.connector.Reads.Figure;
import dev.parvi.platform.Columns;
import dev.parvi.publishing.Recalling.Out;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.DeliveryId;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The things under which people talk, as they are read, in the brand whose scope it is. */
@Repository
class Talks {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    Talks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param heard when something was last said in it, or it went out */
    record Due(String root, Instant heard) {}

    /**
     * Posts of ours are out.
     *
     * @param next when one is read first; null where nobody would speak under it any more
     */
    void began(List<Out> posts, Function<Out, @Nullable Instant> next) {
        if (posts.isEmpty()) {
            return;
        }
        named(jdbc.sql("""
                        insert into talk (brand_id, account_id, root_key, root, delivery_id, began_at, heard_at, next_at)
                        select distinct on (account, key) current_brand(), account, key, root, delivery, at, at, next
                        from unnest(:accounts::bigint[], :keys::uuid[], :deliveries::bigint[], :roots::text[], :ats::timestamptz[],
                            :nexts::timestamptz[]) s (account, key, delivery, root, at, next)
                        order by account, key, delivery desc
                        on conflict (brand_id, account_id, root_key) do update set delivery_id = excluded.delivery_id
                        """), posts)
                .text("roots", each -> each.sent().id())
                .time("ats", Out::publishedAt)
                .time("nexts", next)
                .done()
                .update();
        named(jdbc.sql("""
                        update conversation c set delivery_id = s.delivery
                        from unnest(:accounts::bigint[], :keys::uuid[], :deliveries::bigint[]) s (account, key, delivery)
                        where c.brand_id = current_brand() and c.account_id = s.account and c.root_key = s.key
                        """), posts).done().update();
    }

    /** The desk itself sent something of these names. */
    void ours(List<Out> sent) {
        if (!sent.isEmpty()) {
            named(jdbc.sql("""
                            insert into our_word (brand_id, account_id, key, delivery_id)
                            select current_brand(), account, key, delivery
                            from unnest(:accounts::bigint[], :keys::uuid[], :deliveries::bigint[]) s (account, key, delivery)
                            order by account, key
                            on conflict do nothing
                            """), sent).done().update();
        }
    }

    /** As {@code accounts}, {@code keys} and {@code deliveries}. */
    static Columns<Out> named(StatementSpec statement, List<Out> sent) {
        return Columns.of(statement, sent)
                .number("accounts", each -> each.account().value())
                .key("keys", each -> Key.of(each.sent().id()))
                .number("deliveries", each -> each.delivery().value());
    }

    /** Those of the given ones that nobody has taken note of. */
    List<Out> unknown(List<Out> sent) {
        var known = new HashSet<>(Columns.of(jdbc.sql("""
                                select w.delivery_id from unnest(:accounts::bigint[], :keys::uuid[]) s (account_id, key)
                                join our_word w on w.brand_id = current_brand() and w.account_id = s.account_id and w.key = s.key
                                """), sent)
                .number("accounts", each -> each.account().value())
                .key("keys", each -> Key.of(each.sent().id()))
                .done()
                .query((row, n) -> row.getLong(1))
                .list());
        return sent.stream()
                .filter(each -> !known.contains(each.delivery().value()))
                .toList();
    }

    /** Somebody spoke: these are read again soon, and from then on as their liveliness wants. */
    void heard(AccountId account, Map<String, Instant> roots, Instant now, Instant next) {
        Columns.of(
                        jdbc.sql("""
                                insert into talk (brand_id, account_id, root_key, root, began_at, heard_at, next_at)
                                select current_brand(), :account, s.key, s.root, s.at, s.at, :next
                                from unnest(:keys::uuid[], :roots::text[], :ats::timestamptz[]) s (key, root, at)
                                where s.at > :since
                                on conflict (brand_id, account_id, root_key) do update
                                set heard_at = greatest(talk.heard_at, excluded.heard_at),
                                    next_at = least(coalesce(talk.next_at, excluded.next_at), excluded.next_at)
                                """)
                                .param("account", account.value())
                                .param("next", next.atOffset(ZoneOffset.UTC))
                                .param("since", now.minus(Rhythm.ASLEEP).atOffset(ZoneOffset.UTC)),
                        roots.entrySet())
                .key("keys", each -> Key.of(each.getKey()))
                .text("roots", Map.Entry::getKey)
                .time("ats", Map.Entry::getValue)
                .done()
                .update();
    }

    List<Due> due(AccountId account, Instant now, int most) {
        return jdbc.sql("""
                select root, heard_at from talk where account_id = :account and next_at <= :now order by next_at limit :most
                """)
                .param("account", account.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> new Due(
                        row.getString("root"), row.getTimestamp("heard_at").toInstant()))
                .list();
    }

    /** When the next of the account's talks wants to be read. */
    Optional<Instant> next(AccountId account) {
        return Optional.ofNullable(
                jdbc.sql("select min(next_at) from talk where account_id = :account and next_at is not null")
                        .param("account", account.value())
                        .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)))
                        .single()
                        .map(time -> time.toInstant())
                        .orElse(null));
    }

    void rest(AccountId account, String root, @Nullable Instant next, Instant now) {
        jdbc.sql("""
                update talk set read_at = :now, next_at = :next::timestamptz where account_id = :account and root_key = :key
                """)
                .param("account", account.value())
                .param("key", Key.of(root), Types.OTHER)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("next", next == null ? null : next.toString())
                .update();
    }

    /**
     * What the network shows at the head of the talk; its figures are kept even where nobody has spoken.
     *
     * @return the post of ours that it is, where its figures were shown
     */
    Optional<DeliveryId> head(
            AccountId account,
            String root,
            @Nullable Heard head,
            Map<Figure, Long> figures,
            boolean whole,
            Instant now) {
        var shown = figures.entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().name(), Map.Entry::getValue));
        var ours = shown.isEmpty()
                ? Optional.<DeliveryId>empty()
                : measured(account, root, JSON.writeValueAsString(shown), now);
        jdbc.sql("""
                update conversation set
                    head_text = coalesce(:text, head_text), head_address = coalesce(:address, head_address),
                    head_at = coalesce(:at::timestamptz, head_at),
                    head_gone_at = case when :text::text is not null then null when :whole then coalesce(head_gone_at, :now) else head_gone_at end,
                    figures = figures || :figures::jsonb, figures_at = case when :measured then :now else figures_at end
                where account_id = :account and root_key = :key and root <> ''
                """)
                .param("account", account.value())
                .param("key", Key.of(root), Types.OTHER)
                .param("text", head == null ? null : Clean.text(head.text(), Clean.TEXT), Types.VARCHAR)
                .param(
                        "address",
                        head == null ? null : Clean.text(Objects.toString(head.address()), Clean.ADDRESS),
                        Types.VARCHAR)
                .param("at", head == null ? null : Clean.time(head.at(), now).toString(), Types.VARCHAR)
                .param("whole", whole)
                .param("measured", !shown.isEmpty())
                .param("figures", JSON.writeValueAsString(shown))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return ours;
    }

    private Optional<DeliveryId> measured(AccountId account, String root, String figures, Instant now) {
        return jdbc
                .sql("""
                        update talk set figures = figures || :figures::jsonb, figures_at = :now where account_id = :account and root_key = :key
                        returning delivery_id
                        """)
                .param("account", account.value())
                .param("key", Key.of(root), Types.OTHER)
                .param("figures", figures)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getLong(1))
                .list()
                .stream()
                .filter(id -> id != 0)
                .map(DeliveryId::new)
                .findFirst();
    }
}
