package dev.parvi.listening;

import dev.parvi.listening.Sorter.Piece;
import dev.parvi.listening.Sorter.Placed;
import dev.parvi.platform.Columns;
import dev.parvi.shared.ItemId;
import dev.parvi.shared.StoryId;
import dev.parvi.text.Term;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes down which story items tell, and the words of their titles by the hour; in the brand whose scope it is. */
@Repository
class Placements {

    private static final int WORDS = 10;

    private final JdbcClient jdbc;

    Placements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of these items, those that tell a story already, with its number. */
    Map<Long, Long> known(Collection<ItemId> items) {
        var known = new LinkedHashMap<Long, Long>();
        jdbc.sql("select item_id, story_id from story_item where brand_id = current_brand() and item_id = any(:items)")
                .param("items", items.stream().map(ItemId::value).toArray(Long[]::new))
                .query(row -> {
                    known.put(row.getLong(1), row.getLong(2));
                });
        return known;
    }

    private record Row(Placed placed, Item item, String language, StoryId story) {}

    /** @return the new stories by their numbers below zero */
    Map<Long, StoryId> put(List<Placed> placed, Map<Long, Item> items, List<Piece> pieces) {
        var languages = new HashMap<Long, String>();
        pieces.forEach(
                each -> languages.put(each.item(), each.traits().language().code()));
        var begun = begin(placed, items, languages);
        var rows = placed.stream()
                .map(each -> new Row(
                        each,
                        of(items, each.item()),
                        of(languages, each.item()),
                        begun.getOrDefault(each.story(), new StoryId(each.story()))))
                .toList();
        Columns.of(jdbc.sql("""
                        insert into story_item (brand_id, item_id, story_id, source_id, at, seen_at, language, copy_of, likeness)
                        select current_brand(), item_id, story_id, source_id, at, seen_at, language, copy_of, likeness / 1000.0
                        from unnest(:items::bigint[], :stories::bigint[], :sources::bigint[], :ats::timestamptz[], :seens::timestamptz[],
                            :languages::text[], :copies::bigint[], :likes::bigint[])
                            as r (item_id, story_id, source_id, at, seen_at, language, copy_of, likeness)
                        on conflict do nothing
                        """), rows)
                .number("items", each -> each.placed().item())
                .number("stories", each -> each.story().value())
                .number("sources", each -> each.item().source().value())
                .time("ats", each -> each.item().at())
                .time("seens", each -> each.item().seen())
                .text("languages", Row::language)
                .number("copies", each -> each.placed().copyOf())
                .number("likes", each -> Math.round(each.placed().likeness() * 1000))
                .done()
                .update();
        return begun;
    }

    private Map<Long, StoryId> begin(List<Placed> placed, Map<Long, Item> items, Map<Long, String> languages) {
        var first = new LinkedHashMap<Long, Placed>();
        placed.stream().filter(each -> each.story() < 0).forEach(each -> first.putIfAbsent(each.story(), each));
        var ids = Columns.of(jdbc.sql("""
                        insert into story (brand_id, title, language, first_at, last_at, seen_at, first_source)
                        select current_brand(), '', language, at, at, at, source_id
                        from unnest(:languages::text[], :ats::timestamptz[], :sources::bigint[]) with ordinality as r (language, at, source_id, n)
                        order by n returning id
                        """), first.values())
                .text("languages", each -> of(languages, each.item()))
                .time("ats", each -> of(items, each.item()).at())
                .number("sources", each -> of(items, each.item()).source().value())
                .done()
                .query((row, n) -> new StoryId(row.getLong(1)))
                .list();
        var begun = new LinkedHashMap<Long, StoryId>();
        var sorted = new ArrayList<>(ids);
        sorted.sort((a, b) -> Long.compare(a.value(), b.value()));
        first.keySet().forEach(number -> begun.put(number, sorted.get(begun.size())));
        return begun;
    }

    private static <T> T of(Map<Long, T> all, long item) {
        return Objects.requireNonNull(all.get(item));
    }

    private record Said(String word, String shown, long item, long source, Instant at) {}

    /** Counts the words of titles. */
    void words(List<Piece> pieces, Map<Long, Item> items) {
        var said = new ArrayList<Said>();
        for (var piece : pieces) {
            piece.traits().terms().stream()
                    .filter(each -> each.title() && (each.kind() == Term.Kind.NAME || each.kind() == Term.Kind.WORD))
                    .limit(WORDS)
                    .forEach(each -> said.add(new Said(
                            each.stem(),
                            each.shown(),
                            piece.item(),
                            of(items, piece.item()).source().value(),
                            piece.at())));
        }
        Columns.of(jdbc.sql("""
                        with r as (
                            select * from unnest(:words::text[], :shown::text[], :items::bigint[], :sources::bigint[], :ats::timestamptz[],
                                :hours::timestamptz[]) as r (word, shown, item_id, source_id, at, hour)),
                        kept as (
                            insert into word_said (brand_id, word, item_id, source_id, at)
                            select current_brand(), word, item_id, source_id, at from r on conflict do nothing)
                        insert into word_hour as w (brand_id, hour, word, shown, n)
                        select current_brand(), hour, word, min(shown), count(*) from r group by hour, word order by word, hour
                        on conflict (brand_id, word, hour) do update set n = w.n + excluded.n
                        """), said)
                .text("words", Said::word)
                .text("shown", Said::shown)
                .number("items", Said::item)
                .number("sources", Said::source)
                .time("ats", Said::at)
                .time("hours", each -> each.at().truncatedTo(ChronoUnit.HOURS))
                .done()
                .update();
    }
}
