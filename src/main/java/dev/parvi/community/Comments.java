package dev.parvi.community;

import dev.parvi.connector.Heard.Standing;
import dev.parvi.platform.Columns;
import dev.parvi.publishing.Recalling.Out;
import dev.parvi.shared.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said, in the brand whose scope it is. */
@Repository
class Comments {

    private final JdbcClient jdbc;

    Comments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An utterance that was taken in before, as far as it's needed to see what became of it. */
    record Known(
            long id,
            long conversation,
            String text,
            Standing standing,
            boolean gone,
            boolean erased,
            @Nullable Integer stars) {

        /** Whether it's given other stars now; who tells none changes none. */
        boolean starred(@Nullable Integer now) {
            return now != null && !now.equals(stars);
        }
    }

    /** @param rolled whether its conversation's figures were brought up to date on the way */
    record Added(long id, UUID key, long conversation, boolean rolled) {}

    /**
     * For this transaction: plans are made for the very batch and look rows up by their keys. What PostgreSQL plans for a batch of
     * unknown size reads whole tables, which took three times as long.
     */
    void plan() {
        jdbc.sql(
                        "select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true)")
                .query((row, n) -> 1)
                .list();
    }

    /**
     * This transaction's commit waits for no disk. Only for what is done again when a crash of the machine takes back the last
     * moments, because what says that it was done goes with it.
     *
     * @see <a href="https://www.postgresql.org/docs/18/wal-async-commit.html">Asynchronous commit</a>
     */
    void lazily() {
        jdbc.sql("select set_config('synchronous_commit', 'off', true)")
                .query((row, n) -> 1)
                .list();
    }

    Map<UUID, Known> known(AccountId account, Collection<UUID> keys) {
        var known = new HashMap<UUID, Known>();
        jdbc.sql("""
                select c.key, c.id, c.conversation_id, c.text, c.standing, c.gone_at, c.erased_at, c.stars
                from unnest(:keys::uuid[]) k join comment c on c.brand_id = current_brand() and c.account_id = :account and c.key = k
                """)
                .param("keys", keys(keys))
                .param("account", account.value())
                .query(row -> {
                    known.put(row.getObject("key", UUID.class), known(row));
                });
        return known;
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getLong("id"),
                row.getLong("conversation_id"),
                row.getString("text"),
                Standing.valueOf(row.getString("standing")),
                row.getTimestamp("gone_at") != null,
                row.getTimestamp("erased_at") != null,
                row.getObject("stars", Integer.class));
    }

    /**
     * Where utterances have their place.
     *
     * @param speakers by key as whom they go by now
     * @param conversations by the root's key, as far as they were looked up; {@code profiles} by the speaker's
     */
    record Places(
            AccountId account,
            String network,
            Map<UUID, Arrived> speakers,
            Map<UUID, Long> conversations,
            Map<UUID, Long> profiles) {

        private @Nullable Arrived speaker(Arrived said) {
            return said.speaker() == null ? null : speakers.get(said.speaker());
        }

        private @Nullable Long profile(Arrived said) {
            return said.speaker() == null ? null : profiles.get(said.speaker());
        }

        private @Nullable String of(Arrived said, Function<Arrived, String> what) {
            var speaker = speaker(said);
            return speaker == null ? null : what.apply(speaker);
        }
    }

    /**
     * Adds what isn't there and has its place, and adds it up in its conversations where it's all later than what they hold, said to
     * us and to be read: that is nearly always so. The others' figures are to be worked out anew.
     *
     * @param since what was said before it opens no conversation again
     */
    List<Added> add(Places places, Collection<Arrived> said, Instant since, Instant now) {
        return Columns.of(
                        jdbc.sql(TakingSql.ADD)
                                .param("account", places.account().value())
                                .param("network", places.network())
                                .param("usual", Promises.USUAL_MINUTES)
                                .param("since", since.atOffset(ZoneOffset.UTC))
                                .param("now", now.atOffset(ZoneOffset.UTC)),
                        said)
                .key("keys", Arrived::key)
                .key("roots", Arrived::rootKey)
                .number("conversations", each -> places.conversations().get(each.rootKey()))
                .key("parents", Arrived::parent)
                .text("ids", Arrived::id)
                .key("people", Arrived::speaker)
                .number("profiles", places::profile)
                .text("names", each -> places.of(each, Arrived::name))
                .text("handles", each -> places.of(each, Arrived::handle))
                .text("homes", each -> places.of(each, Arrived::profile))
                .text("speakers", Arrived::speaking)
                .text("kinds", each -> each.kind().name())
                .text("standings", each -> each.standing().name())
                .flag("us", Arrived::us)
                .time("ats", Arrived::at)
                .time("edits", Arrived::editedAt)
                .number("stars", Comments::stars)
                .flag("cuts", Arrived::cut)
                .text("texts", Arrived::text)
                .text("addresses", Arrived::address)
                .text("languages", Arrived::languages)
                .text("marks", Arrived::marks)
                .done()
                .query((row, n) -> new Added(
                        row.getLong("id"),
                        row.getObject("key", UUID.class),
                        row.getLong("conversation_id"),
                        row.getBoolean("rolled")))
                .list();
    }

    private static @Nullable Long stars(Arrived said) {
        return said.stars() == null ? null : said.stars().longValue();
    }

    /** What became of utterances that are known: their former words are kept. */
    void revise(Map<Long, Arrived> now, Instant at) {
        Columns.of(jdbc.sql(TakingSql.REVISE).param("now", at.atOffset(ZoneOffset.UTC)), now.entrySet())
                .number("ids", Map.Entry::getKey)
                .text("texts", each -> each.getValue().text())
                .text("standings", each -> each.getValue().standing().name())
                .time("edits", each -> each.getValue().editedAt())
                .flag("cuts", each -> each.getValue().cut())
                .number("stars", each -> {
                    var stars = each.getValue().stars();
                    return stars == null ? null : stars.longValue();
                })
                .done()
                .update();
    }

    /** Binds our own words to the deliveries that sent them, and notes with what they answered that it was answered. */
    void join(AccountId account, List<Arrived> ours) {
        Columns.of(jdbc.sql(TakingSql.JOIN).param("account", account.value()), ours)
                .key("keys", Arrived::key)
                .key("parents", Arrived::parent)
                .time("ats", Arrived::at)
                .done()
                .query((row, n) -> 1)
                .list();
    }

    /** The desk sent these: what was heard of them already is known as those deliveries'. */
    void sent(List<Out> sent) {
        if (!sent.isEmpty()) {
            Talks.named(jdbc.sql("""
                            update comment c set delivery_id = s.delivery
                            from unnest(:accounts::bigint[], :keys::uuid[], :deliveries::bigint[]) s (account, key, delivery)
                            where c.brand_id = current_brand() and c.account_id = s.account and c.key = s.key
                            """), sent).done().update();
        }
    }

    /** The desk itself said what was taken in under this name. */
    void said(AccountId account, UUID key, long delivery) {
        jdbc.sql("update comment set delivery_id = :delivery where account_id = :account and key = :key")
                .param("delivery", delivery)
                .param("account", account.value())
                .param("key", key.toString(), java.sql.Types.OTHER)
                .update();
    }

    /**
     * What stands under a thing and is not among {@code there}; messages, which stand in no talk, aside.
     *
     * @param before what was heard later than this may not have come up yet at the network
     * @return names by keys
     */
    Map<UUID, String> missing(long conversation, Collection<UUID> there, Instant before, int most) {
        var missing = new LinkedHashMap<UUID, String>();
        jdbc.sql("""
                select c.key, c.external_id from comment c
                where c.brand_id = current_brand() and c.conversation_id = :conversation
                  and c.account_id = (select k.account_id from conversation k where k.brand_id = current_brand() and k.id = :conversation) and c.gone_at is null
                  and c.standing <> 'DELETED' and c.kind <> 'MESSAGE' and c.erased_at is null and c.heard_at < :before
                  and not exists (select from unnest(:there::uuid[]) t where t = c.key)
                order by c.at desc limit :most
                """)
                .param("conversation", conversation)
                .param("there", keys(there))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(row -> {
                    missing.put(row.getObject("key", UUID.class), row.getString("external_id"));
                });
        return missing;
    }

    /**
     * They aren't shown any more.
     *
     * @return the conversations it's about
     */
    List<Long> vanish(AccountId account, Collection<UUID> keys, Instant now) {
        return jdbc.sql("""
                with gone as (
                    update comment c set gone_at = :now
                    where c.brand_id = current_brand() and c.account_id = :account and c.key = any(:keys::uuid[]) and c.gone_at is null
                    returning c.conversation_id)
                select distinct conversation_id from gone
                """)
                .param("account", account.value())
                .param("keys", keys(keys))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    private static String[] keys(Collection<UUID> keys) {
        return keys.stream().map(UUID::toString).toArray(String[]::new);
    }
}
