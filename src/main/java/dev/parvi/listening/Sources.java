package dev.parvi.listening;

import dev.parvi.listening.Source.Figures;
import dev.parvi.listening.Source.Kind;
import dev.parvi.listening.Source.State;
import dev.parvi.platform.Columns;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.SourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where we read, in the brand whose scope it is. */
@Repository
class Sources {

    private static final String SELECT = """
            select s.id, s.kind, s.account_id, s.address, coalesce(nullif(s.name, ''), nullif(s.title, ''), s.address) as name, s.site, s.language,
                s.weight, s.topics, s.muted_at, s.state, s.reason, s.detail, s.since, s.spoke_at, f.read_at, f.next_at, s.items, s.told, s.firsts, s.used
            from source s left join fetching f on f.brand_id = s.brand_id and f.source_id = s.id
            where s.brand_id = current_brand()
            """;

    private final JdbcClient jdbc;

    Sources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name; not those that were taken out. */
    List<Source> all() {
        return jdbc.sql(
                        SELECT
                                + " and s.state <> 'REMOVED' order by lower(coalesce(nullif(s.name, ''), nullif(s.title, ''), s.address)), s.id")
                .query(Sources::source)
                .list();
    }

    /** Those that were taken out, too: their items stay. */
    List<Source> of(Collection<SourceId> ids) {
        return jdbc.sql(SELECT + " and s.id = any(:ids)")
                .param("ids", ids.stream().map(SourceId::value).toArray(Long[]::new))
                .query(Sources::source)
                .list();
    }

    /** Those that were found gone for good since then, the latest first. */
    List<Source> gone(Instant since, int most) {
        return jdbc.sql(SELECT
                        + " and s.state = 'RETIRED' and f.read_at >= :since order by f.read_at desc, s.id limit :most")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(Sources::source)
                .list();
    }

    /**
     * Who reads that address already. Whether it's encrypted, what a server is called besides and a slash at the end make no difference.
     *
     * @param selector of a page: where on it is looked
     */
    Optional<Source> reading(Kind kind, String address, String selector) {
        return jdbc.sql(SELECT + """
                         and s.state <> 'REMOVED' and s.kind = :kind and f.selector = :selector
                        and regexp_replace(:address, '^https?://(www\\.)?|/+$', '', 'gi') in (
                            regexp_replace(s.address, '^https?://(www\\.)?|/+$', '', 'gi'),
                            regexp_replace(f.address, '^https?://(www\\.)?|/+$', '', 'gi'))
                        order by s.id limit 1
                        """)
                .param("kind", kind.name())
                .param("address", address)
                .param("selector", selector)
                .query(Sources::source)
                .optional();
    }

    Optional<Source> of(SourceId id) {
        return of(List.of(id)).stream().findFirst();
    }

    /**
     * One source once: what was taken out comes back, what is there is only given the further topics.
     *
     * @return in no order
     */
    List<Added> add(Collection<NewSource> wanted, Instant now) {
        var distinct = new LinkedHashMap<String, NewSource>();
        wanted.forEach(each -> distinct.putIfAbsent(each.kind() + each.address(), each));
        return Columns.of(jdbc.sql("""
                        with r as (
                            select * from unnest(:kinds::text[], :accounts::bigint[], :addresses::text[], :keys::uuid[], :names::text[], :titles::text[],
                                :sites::text[], :languages::text[], :topics::text[])
                                as r (kind, account_id, address, key, name, title, site, language, topics)),
                        before as (
                            select s.kind, s.key, s.state from r join source s on s.brand_id = current_brand() and s.kind = r.kind and s.key = r.key),
                        there as (
                            insert into source as s (brand_id, kind, account_id, address, key, name, title, site, language, topics, since)
                            select current_brand(), kind, account_id, address, key, name, title, site, language,
                                string_to_array(topics, chr(10)), :now from r
                            on conflict (brand_id, kind, key) do update set
                                topics = array(select distinct unnest(s.topics || excluded.topics)),
                                state = case when s.state = 'REMOVED' then 'LIVE' else s.state end,
                                since = case when s.state = 'REMOVED' then excluded.since else s.since end
                            returning s.id, s.kind, s.key, s.address)
                        select t.id, t.address, coalesce(b.state, 'REMOVED') = 'REMOVED' as fresh
                        from there t left join before b on b.kind = t.kind and b.key = t.key
                        """), distinct.values())
                .text("kinds", each -> each.kind().name())
                .number(
                        "accounts",
                        each -> each.account() == null ? null : each.account().value())
                .text("addresses", NewSource::address)
                .key("keys", each -> Name.of(each.address()))
                .text("names", NewSource::name)
                .text("titles", NewSource::title)
                .text("sites", NewSource::site)
                .text("languages", NewSource::language)
                .text("topics", each -> String.join("\n", Tags.of(each.topics())))
                .done()
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) ->
                        new Added(new SourceId(row.getLong("id")), row.getString("address"), row.getBoolean("fresh")))
                .list();
    }

    record Added(SourceId id, String address, boolean fresh) {}

    boolean rename(SourceId id, String name) {
        return change(id, "name = :value", name);
    }

    boolean weigh(SourceId id, int weight) {
        return change(id, "weight = :value", weight);
    }

    boolean speaks(SourceId id, String language) {
        return change(id, "language = :value", language);
    }

    boolean about(SourceId id, List<String> topics) {
        return change(id, "topics = :value", topics.toArray(String[]::new));
    }

    boolean mute(SourceId id, @Nullable Instant at) {
        return change(id, "muted_at = :value::timestamptz", at == null ? null : at.toString());
    }

    /** @param reason a word of the bundle, or empty */
    boolean stands(SourceId id, State state, String reason, String detail) {
        return jdbc.sql("""
                        update source set state = :state, reason = :reason, detail = :detail where brand_id = current_brand() and id = :id
                        """)
                        .param("id", id.value())
                        .param("state", state.name())
                        .param("reason", reason)
                        .param("detail", detail)
                        .update()
                == 1;
    }

    /** It could not be read; what a member has decided meanwhile stands. */
    void failing(SourceId id, String reason, String detail) {
        jdbc.sql("""
                        update source set state = 'FAILING', reason = :reason, detail = :detail
                        where brand_id = current_brand() and id = :id and state in ('LIVE', 'FAILING')
                        """)
                .param("id", id.value())
                .param("reason", reason)
                .param("detail", detail)
                .update();
    }

    /** They can be read again. */
    void well(Collection<SourceId> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("""
                            update source set state = 'LIVE', reason = '', detail = ''
                            where brand_id = current_brand() and id = any(:ids) and state = 'FAILING'
                            """)
                    .param("ids", ids.stream().map(SourceId::value).toArray(Long[]::new))
                    .update();
        }
    }

    /** What they call themselves, where that has changed; what a member said of a language stands. */
    void described(List<Fetched.Read> reads) {
        if (reads.isEmpty()) {
            return;
        }
        Columns.of(jdbc.sql("""
                        update source s set title = coalesce(nullif(r.title, ''), s.title), site = coalesce(nullif(r.site, ''), s.site),
                            language = coalesce(nullif(s.language, ''), r.language)
                        from unnest(:ids::bigint[], :titles::text[], :sites::text[], :languages::text[]) as r (id, title, site, language)
                        where s.brand_id = current_brand() and s.id = r.id and (
                            r.title <> '' and r.title <> s.title or r.site <> '' and r.site <> s.site or r.language <> '' and s.language = '')
                        """), reads)
                .number("ids", read -> read.turn().source().value())
                .text("titles", read -> read.feed().title())
                .text("sites", read -> read.feed().site())
                .text("languages", read -> read.feed().language())
                .done()
                .update();
    }

    private boolean change(SourceId id, String what, @Nullable Object value) {
        return jdbc.sql("update source set " + what
                                + " where brand_id = current_brand() and id = :id and state <> 'REMOVED'")
                        .param("id", id.value())
                        .param("value", value)
                        .update()
                == 1;
    }

    /** Those that have brought nothing yet, so that nothing of theirs can be known. */
    Set<SourceId> silent(Collection<SourceId> ids) {
        return jdbc.sql("select id from source where brand_id = current_brand() and id = any(:ids) and items = 0")
                .param("ids", ids.stream().map(SourceId::value).toArray(Long[]::new))
                .query((row, n) -> new SourceId(row.getLong(1)))
                .set();
    }

    void spoke(Map<SourceId, Integer> counts, Instant now) {
        Columns.of(jdbc.sql("""
                        update source s set items = s.items + c.n, spoke_at = :now
                        from unnest(:ids::bigint[], :counts::bigint[]) as c (id, n)
                        where s.brand_id = current_brand() and s.id = c.id
                        """), counts.entrySet())
                .number("ids", each -> each.getKey().value())
                .number("counts", each -> each.getValue().longValue())
                .done()
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Adds to a source's record; what is taken back is negative. */
    void record(SourceId id, int told, int firsts, int used) {
        jdbc.sql("""
                        update source set told = told + :told, firsts = firsts + :firsts, used = used + :used
                        where brand_id = current_brand() and id = :id
                        """)
                .param("id", id.value())
                .param("told", told)
                .param("firsts", firsts)
                .param("used", used)
                .update();
    }

    private static Source source(ResultSet row, int n) throws SQLException {
        var account = row.getObject("account_id", Long.class);
        return new Source(
                new SourceId(row.getLong("id")),
                Kind.valueOf(row.getString("kind")),
                account == null ? null : new AccountId(account),
                row.getString("address"),
                row.getString("name"),
                row.getString("site"),
                row.getString("language"),
                row.getInt("weight"),
                List.of((String[]) row.getArray("topics").getArray()),
                row.getTimestamp("muted_at") != null,
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("detail"),
                row.getTimestamp("since").toInstant(),
                Items.instant(row.getTimestamp("spoke_at")),
                Items.instant(row.getTimestamp("read_at")),
                Items.instant(row.getTimestamp("next_at")),
                new Figures(row.getLong("items"), row.getLong("told"), row.getLong("firsts"), row.getLong("used")));
    }
}
