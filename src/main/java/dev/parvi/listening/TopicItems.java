package dev.parvi.listening;

import dev.parvi.shared.ItemId;
import dev.parvi.text.Understanding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Items as topics look at them, in the brand whose scope it is. */
@Repository
class TopicItems {

    private static final String SELECT = """
            select i.id, i.title, i.words, coalesce(nullif(i.language, ''), s.language, '') as language, i.address, i.seen_at,
                coalesce(nullif(s.name, ''), nullif(s.title, ''), s.address, '') as source
            from item i left join source s on s.brand_id = i.brand_id and s.id = i.source_id
            where i.brand_id = current_brand() and
            """;
    private static final int LOOKED_AT = 300;

    private final JdbcClient jdbc;

    TopicItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An item with where it's to be read and when we saw it. */
    record Seen(Matchable item, String address, Instant at) {}

    List<Seen> of(Collection<ItemId> ids) {
        return jdbc.sql(SELECT + " i.id = any(:ids) order by i.id")
                .param("ids", ids.stream().map(ItemId::value).toArray(Long[]::new))
                .query(TopicItems::seen)
                .list();
    }

    /** The latest with lower numbers, the latest first. */
    List<Seen> before(long below, Instant since, int most) {
        return jdbc.sql(SELECT + " i.id < :below and i.seen_at >= :since order by i.id desc limit :most")
                .param("below", below)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(TopicItems::seen)
                .list();
    }

    private static Seen seen(ResultSet row, int n) throws SQLException {
        var title = row.getString("title");
        var words = row.getString("words");
        return new Seen(
                new Matchable(
                        row.getLong("id"),
                        title,
                        words,
                        language(row.getString("language"), title, words),
                        host(row.getString("address")),
                        row.getString("source")),
                row.getString("address"),
                row.getTimestamp("seen_at").toInstant());
    }

    /** What a source claims is believed, save the English that so much software claims unasked. */
    private static String language(String claimed, String title, String words) {
        var code = claimed.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        if (code.isEmpty() || code.equals("en")) {
            var text = title + " " + words;
            var told = Understanding.language(text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text);
            return told.known() ? told.code() : code;
        }
        return code;
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
