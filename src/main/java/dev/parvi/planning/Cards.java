package dev.parvi.planning;

import dev.parvi.connector.LinkCards;
import dev.parvi.connector.Previews.Card;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What pages behind links said of themselves when they were last read. */
@Repository
class Cards {

    private final JdbcClient jdbc;

    Cards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those read since; the others are to be read again. */
    Map<String, Card> since(Instant since, Collection<URI> links) {
        return jdbc
                .sql("select * from link_card where address = any(:links) and read_at > :since")
                .param("links", links.stream().map(URI::toString).toArray(String[]::new))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> card(row))
                .stream()
                .collect(Collectors.toMap(Card::address, Function.identity()));
    }

    void put(Card card, Instant now) {
        jdbc.sql("""
                insert into link_card (brand_id, address, title, description, picture_hash, read_at)
                values (current_brand(), :address, :title, :description, :picture, :now)
                on conflict (brand_id, address) do update
                set title = excluded.title, description = excluded.description, picture_hash = excluded.picture_hash,
                    read_at = excluded.read_at
                """)
                .param("address", card.address())
                .param("title", card.title())
                .param("description", card.description())
                .param("picture", card.pictureHash())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Card card(ResultSet row) throws SQLException {
        var address = row.getString("address");
        return new Card(
                address,
                LinkCards.bare(URI.create(address)).host(),
                row.getString("title"),
                row.getString("description"),
                row.getString("picture_hash"));
    }
}
