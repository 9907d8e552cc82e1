package dev.parvi.listening;

import dev.parvi.shared.ItemId;
import dev.parvi.shared.SourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Items as topics look at them, in the brand whose scope it is. */
@Repository
class TopicItems {

    private static final String SELECT = """
            select i.id, i.title, i.words, coalesce(nullif(i.language, ''), s.language, '') as language, i.address, i.seen_at,
                coalesce(nullif(s.name, ''), nullif(s.title, ''), s.address, '') as source,
                case when s.kind = 'NETWORK' then 0 else coalesce(s.id, 0) end as mouth
            from item i left join source s on s.brand_id = i.brand_id and s.id = i.source_id
            where i.brand_id = current_brand() and
            """;

    private final JdbcClient jdbc;

    TopicItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An item with where it's to be read and when we saw it. */
    record Seen(Matchable item, String address, Instant at) {}

    List<Seen> of(Collection<ItemId> ids) {
        return told(jdbc.sql(SELECT + " i.id = any(:ids) order by i.id")
                .param("ids", ids.stream().map(ItemId::value).toArray(Long[]::new))
                .query(TopicItems::row)
                .list());
    }

    /** What has just come in, with what's kept of its sources. */
    List<Seen> arrived(List<Item> items) {
        var sources = new HashMap<SourceId, Mouth>();
        jdbc.sql("""
                        select id, kind, language, coalesce(nullif(name, ''), nullif(title, ''), address) as name from source
                        where brand_id = current_brand() and id = any(:ids)
                        """)
                .param(
                        "ids",
                        items.stream()
                                .map(item -> item.source().value())
                                .distinct()
                                .toArray(Long[]::new))
                .query(row -> {
                    var alone = row.getString("kind").equals("NETWORK");
                    sources.put(
                            new SourceId(row.getLong("id")),
                            new Mouth(alone ? 0 : row.getLong("id"), row.getString("language"), row.getString("name")));
                });
        return told(items.stream()
                .map(item -> row(item, sources.getOrDefault(item.source(), Mouth.UNKNOWN)))
                .toList());
    }

    /** @param id 0 where items aren't all of one mouth */
    private record Mouth(long id, String language, String name) {

        static final Mouth UNKNOWN = new Mouth(0, "", "");
    }

    private static Row row(Item item, Mouth mouth) {
        return new Row(
                item.id().value(),
                mouth.id(),
                item.title(),
                item.words(),
                item.language().isEmpty() ? mouth.language() : item.language(),
                item.address(),
                mouth.name(),
                item.seen());
    }

    /** The latest with lower numbers, the latest first. */
    List<Seen> before(long below, Instant since, int most) {
        return told(jdbc.sql(SELECT + " i.id < :below and i.seen_at >= :since order by i.id desc limit :most")
                .param("below", below)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(TopicItems::row)
                .list());
    }

    private static List<Seen> told(List<Row> rows) {
        var tongues = new ItemTongues();
        rows.forEach(row -> tongues.add(row.source(), row.claimed(), row.text()));
        return rows.stream()
                .map(row -> new Seen(
                        row.item(tongues.of(row.source(), row.claimed(), row.text())), row.address(), row.at()))
                .toList();
    }

    /** As it's kept. @param source 0 where items aren't all of one mouth */
    private record Row(
            long id, long source, String title, String words, String claimed, String address, String name, Instant at) {

        String text() {
            return title + " " + words;
        }

        Matchable item(String language) {
            return new Matchable(id, title, words, language, host(address), name);
        }
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getLong("mouth"),
                row.getString("title"),
                row.getString("words"),
                row.getString("language"),
                row.getString("address"),
                row.getString("source"),
                row.getTimestamp("seen_at").toInstant());
    }

    static String host(String address) {
        var from = address.indexOf("://");
        if (from < 0) {
            return "";
        }
        var to = from + 3;
        while (to < address.length() && ":/?#".indexOf(address.charAt(to)) < 0) {
            to++;
        }
        var host = address.substring(from + 3, to).toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }
}
