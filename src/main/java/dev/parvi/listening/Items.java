package dev.parvi.listening;

import dev.parvi.platform.Columns;
import dev.parvi.shared.ItemId;
import dev.parvi.shared.SourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What sources said, in the brand whose scope it is. */
@Repository
class Items {

    private static final String COLUMNS =
            "i.id, i.source_id, i.address, i.title, i.words, i.author, i.language, i.said_at, i.seen_at";

    private final JdbcClient jdbc;

    Items(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What names an item within a brand. */
    record Place(SourceId source, UUID key) {}

    /**
     * An item that was taken in before, as far as it's needed to see whether it changed.
     *
     * @param digest null where it was let go of since: it's neither new nor ever changes
     */
    record Known(ItemId id, @Nullable UUID digest) {}

    /** An item on its way in. */
    record Row(
            Place place, UUID digest, Fresh fresh, @Nullable Instant said) {}

    /** For this transaction: plans are made for the very batch and look rows up by their keys. */
    void plan() {
        jdbc.sql(
                        "select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true)")
                .query((row, n) -> 1)
                .list();
    }

    void known(Collection<Place> places, Map<Place, Known> into) {
        Columns.of(jdbc.sql("""
                        with p as materialized (select * from unnest(:sources::bigint[], :keys::uuid[]) as p (source_id, key))
                        select i.source_id, i.key, i.id, i.digest from p
                        join item i on i.brand_id = current_brand() and i.source_id = p.source_id and i.key = p.key
                        union all
                        select o.source_id, o.key, 0, null from p
                        join item_past o on o.brand_id = current_brand() and o.source_id = p.source_id and o.key = p.key
                        """), places)
                .number("sources", place -> place.source().value())
                .key("keys", Place::key)
                .done()
                .query(row -> {
                    into.put(place(row), new Known(new ItemId(row.getLong("id")), row.getObject("digest", UUID.class)));
                });
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(new SourceId(row.getLong("source_id")), row.getObject("key", UUID.class));
    }

    /** Adds what isn't there. */
    List<Item> add(List<Row> rows, Instant now) {
        var added = new TreeMap<Long, Place>();
        columns(jdbc.sql("""
                        insert into item (brand_id, source_id, key, digest, address, title, words, markup, author, language, picture, said_at, seen_at)
                        select current_brand(), source_id, key, digest, address, title, words, markup, author, language, picture, said_at, :now
                        from unnest(:sources::bigint[], :keys::uuid[], :digests::uuid[], :addresses::text[], :titles::text[], :words::text[],
                            :markups::text[], :authors::text[], :languages::text[], :pictures::text[], :saids::timestamptz[])
                            as r (source_id, key, digest, address, title, words, markup, author, language, picture, said_at)
                        on conflict (brand_id, source_id, key) do nothing
                        returning id, source_id, key
                        """), rows).param("now", now.atOffset(ZoneOffset.UTC)).query(row -> {
            added.put(row.getLong("id"), place(row));
        });
        var byPlace = new HashMap<Place, Row>();
        rows.forEach(row -> byPlace.put(row.place(), row));
        return added.entrySet().stream()
                .map(each -> item(new ItemId(each.getKey()), Objects.requireNonNull(byPlace.get(each.getValue())), now))
                .toList();
    }

    private static Item item(ItemId id, Row row, Instant seen) {
        var fresh = row.fresh();
        return new Item(
                id,
                row.place().source(),
                fresh.address(),
                fresh.title(),
                fresh.words(),
                fresh.author(),
                fresh.language(),
                row.said(),
                seen);
    }

    private static JdbcClient.StatementSpec columns(JdbcClient.StatementSpec statement, List<Row> rows) {
        return Columns.of(statement, rows)
                .number("sources", row -> row.place().source().value())
                .key("keys", row -> row.place().key())
                .key("digests", Row::digest)
                .text("addresses", row -> row.fresh().address())
                .text("titles", row -> row.fresh().title())
                .text("words", row -> row.fresh().words())
                .text("markups", row -> row.fresh().markup())
                .text("authors", row -> row.fresh().author())
                .text("languages", row -> row.fresh().language())
                .text("pictures", row -> row.fresh().picture())
                .time("saids", Row::said)
                .done();
    }

    /** Gives items their new words and keeps the old ones. */
    void revise(Map<ItemId, Row> rows, Instant now) {
        var changed = List.copyOf(rows.entrySet());
        Columns.of(jdbc.sql("""
                        with s as (
                            select * from unnest(:ids::bigint[], :digests::uuid[], :addresses::text[], :titles::text[], :words::text[], :markups::text[])
                                as s (id, digest, address, title, words, markup)),
                        kept as (
                            insert into item_version (brand_id, item_id, number, title, words, until)
                            select i.brand_id, i.id,
                                1 + (select count(*) from item_version v where v.brand_id = i.brand_id and v.item_id = i.id), i.title, i.words, :now
                            from s join item i on i.brand_id = current_brand() and i.id = s.id)
                        update item i set digest = s.digest, title = s.title, words = s.words, markup = s.markup, edited_at = :now,
                            address = case when s.address = '' then i.address else s.address end
                        from s where i.brand_id = current_brand() and i.id = s.id
                        """), changed)
                .number("ids", each -> each.getKey().value())
                .key("digests", each -> each.getValue().digest())
                .text("addresses", each -> each.getValue().fresh().address())
                .text("titles", each -> each.getValue().fresh().title())
                .text("words", each -> each.getValue().fresh().words())
                .text("markups", each -> each.getValue().fresh().markup())
                .done()
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Item> of(Collection<ItemId> ids) {
        return jdbc.sql("select " + COLUMNS
                        + " from item i where i.brand_id = current_brand() and i.id = any(:ids) order by i.id")
                .param("ids", ids.stream().map(ItemId::value).toArray(Long[]::new))
                .query(Items::item)
                .list();
    }

    static Item item(ResultSet row, int n) throws SQLException {
        return new Item(
                new ItemId(row.getLong("id")),
                new SourceId(row.getLong("source_id")),
                row.getString("address"),
                row.getString("title"),
                row.getString("words"),
                row.getString("author"),
                row.getString("language"),
                instant(row.getTimestamp("said_at")),
                row.getTimestamp("seen_at").toInstant());
    }

    static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
