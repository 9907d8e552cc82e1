package dev.parvi.listening;

import dev.parvi.listening.Sorter.Piece;
import dev.parvi.platform.Columns;
import dev.parvi.shared.StoryId;
import dev.parvi.text.Rarity;
import dev.parvi.text.Traits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What items are recognised by, how they're found by it, and how rare their words are; in the brand whose scope it is. */
@Repository
class KnownTraits {

    /** Of each key the latest so many items are looked at. */
    private static final int EACH = 40;

    /** Of those found for an item so many that share most keys with it: this bounds what a batch holds in memory. */
    private static final int NEAREST = 25;

    /** Of each story the latest so many items. */
    private static final int OF_STORY = 30;

    private final JdbcClient jdbc;

    KnownTraits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An item with the story it tells. */
    record Known(Piece piece, long story) {}

    /**
     * Opens the brand's book: nobody else groups until this transaction ends.
     *
     * @return of how many items words were counted
     */
    long book() {
        return jdbc.sql("""
                insert into story_book as b (brand_id) values (current_brand())
                on conflict (brand_id) do update set items = b.items returning items
                """).query(Long.class).single();
    }

    Rarity rarity(Collection<Traits> all) {
        var rarity = new Rarity(book());
        var keys = new HashSet<Long>();
        all.forEach(each -> keys.addAll(each.counted()));
        know(rarity, keys);
        return rarity;
    }

    void know(Rarity rarity, Set<Long> keys) {
        jdbc.sql("select key, n from word_count where brand_id = current_brand() and key = any(:keys)")
                .param("keys", keys.toArray(Long[]::new))
                .query(row -> {
                    rarity.know(row.getLong(1), row.getInt(2));
                });
    }

    /** Stories with an item that has one of these links, or is what they lead to. */
    List<StoryId> linked(Collection<Long> links, Instant since) {
        return jdbc.sql("""
                select distinct i.story_id from story_key k join story_item i on i.brand_id = k.brand_id and i.item_id = k.item_id
                where k.brand_id = current_brand() and k.key = any(:links) and k.at >= :since order by 1
                """)
                .param("links", links.toArray(Long[]::new))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new StoryId(row.getLong(1)))
                .list();
    }

    /** A key by which something is looked for, and the number of what. */
    private record Sought(long what, long key) {}

    /** Of each thing sought the items that share most keys with it, with the others of their stories. */
    private List<Known> near(Collection<Sought> sought, Instant since) {
        return Columns.of(jdbc.sql("""
                        with found as (
                            select w.what, k.item_id, count(*) as n from unnest(:whats::bigint[], :keys::bigint[]) as w (what, key)
                            cross join lateral (
                                select s.item_id from story_key s where s.brand_id = current_brand() and s.key = w.key and s.at >= :since
                                order by s.item_id desc limit :each) k
                            group by 1, 2),
                        best as (
                            select item_id from (
                                select item_id, row_number() over (partition by what order by n desc, item_id desc) as place from found) placed
                            where place <= :nearest group by 1),
                        told as (
                            select distinct i.story_id from best b join story_item i on i.brand_id = current_brand() and i.item_id = b.item_id)
                        select i.item_id, i.at, i.story_id, x.packed from told t
                        cross join lateral (
                            select * from story_item s where s.brand_id = current_brand() and s.story_id = t.story_id
                            order by s.at desc, s.item_id desc limit :most) i
                        join trait x on x.brand_id = current_brand() and x.item_id = i.item_id
                        order by i.at, i.item_id
                        """), sought)
                .number("whats", Sought::what)
                .number("keys", Sought::key)
                .done()
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("each", EACH)
                .param("nearest", NEAREST)
                .param("most", OF_STORY)
                .query((row, n) -> known(row))
                .list();
    }

    /** Pairs of these stories that a member said are two. */
    void apart(Collection<Long> stories, BiConsumer<Long, Long> each) {
        jdbc.sql("""
                select story_id, other_id from story_apart
                where brand_id = current_brand() and story_id = any(:ids) and story_id < other_id
                union select story_id, other_id from story_apart where brand_id = current_brand() and other_id = any(:ids) and story_id < other_id
                """).param("ids", stories.toArray(Long[]::new)).query(row -> {
            each.accept(row.getLong(1), row.getLong(2));
        });
    }

    /**
     * What these are compared with, laid out.
     *
     * @param since what was said before isn't looked at
     */
    Sorter around(Collection<Traits> fresh, Instant since) {
        var rarity = rarity(fresh);
        var first = new Sorter(rarity);
        var sought = new ArrayList<Sought>();
        var what = 0L;
        for (var each : fresh) {
            what++;
            for (var key : first.keys(each)) {
                sought.add(new Sought(what, key));
            }
        }
        var near = near(sought, since);
        var more = new HashSet<Long>();
        near.forEach(each -> more.addAll(each.piece().traits().counted()));
        know(rarity, more);
        var sorter = new Sorter(rarity);
        near.forEach(each -> sorter.lay(each.piece(), each.story()));
        apart(near.stream().map(Known::story).distinct().toList(), sorter::apart);
        return sorter;
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                new Piece(
                        row.getLong("item_id"),
                        row.getTimestamp("at").toInstant(),
                        Traits.unpack(row.getBytes("packed"))),
                row.getLong("story_id"));
    }

    /** Of the first items of a story. */
    List<Traits> telling(StoryId story, int most) {
        return jdbc.sql("""
                select x.packed from story_item i join trait x on x.brand_id = i.brand_id and x.item_id = i.item_id
                where i.brand_id = current_brand() and i.story_id = :story order by i.at, i.item_id limit :most
                """)
                .param("story", story.value())
                .param("most", most)
                .query((row, n) -> Traits.unpack(row.getBytes(1)))
                .list();
    }

    /** Keeps them; again changes them. */
    void keep(Collection<Piece> pieces) {
        var statement = jdbc.sql("""
                insert into trait (brand_id, item_id, at, packed)
                select current_brand(), item_id, at, decode(packed, 'base64')
                from unnest(:items::bigint[], :ats::timestamptz[], :packs::text[]) as r (item_id, at, packed)
                on conflict (brand_id, item_id) do update set packed = excluded.packed
                """);
        Columns.of(statement, pieces)
                .number("items", Piece::item)
                .time("ats", Piece::at)
                .text(
                        "packs",
                        each -> Base64.getEncoder().encodeToString(each.traits().pack()))
                .done()
                .update();
    }

    /** A key of an item. */
    record Found(long key, long item, Instant at) {}

    void find(Collection<Found> keys) {
        Columns.of(jdbc.sql("""
                        insert into story_key (brand_id, key, item_id, at)
                        select current_brand(), key, item_id, at
                        from unnest(:keys::bigint[], :items::bigint[], :ats::timestamptz[]) as r (key, item_id, at)
                        on conflict do nothing
                        """), keys)
                .number("keys", Found::key)
                .number("items", Found::item)
                .time("ats", Found::at)
                .done()
                .update();
    }

    /** Counts the words of new items. */
    void count(Collection<Traits> all) {
        var keys = all.stream().flatMap(each -> each.counted().stream()).toArray(Long[]::new);
        jdbc.sql("""
                with counted as (
                    insert into word_count as w (brand_id, key, n)
                    select current_brand(), key, count(*) from unnest(:keys::bigint[]) as r (key) group by key order by key
                    on conflict (brand_id, key) do update set n = w.n + excluded.n)
                update story_book set items = items + :n where brand_id = current_brand()
                """).param("keys", keys).param("n", all.size()).update();
    }
}
