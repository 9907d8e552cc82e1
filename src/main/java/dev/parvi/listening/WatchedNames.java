package dev.parvi.listening;

import dev.parvi.listening.WatchedName.Whose;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The names that the brand whose scope it is looks for. */
@Repository
class WatchedNames {

    private final JdbcClient jdbc;

    WatchedNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty where it's there already. */
    Optional<Long> add(Whose whose, String name, Instant now) {
        return jdbc.sql("""
                insert into watched_name (brand_id, whose, name, key, since) values (current_brand(), :whose, :name, :key::uuid, :now)
                on conflict (brand_id, key) do nothing returning id
                """)
                .param("whose", whose.name())
                .param("name", name)
                .param("key", Name.of(name.toLowerCase(Locale.ROOT)).toString())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    boolean remove(long id) {
        return jdbc.sql("delete from watched_name where brand_id = current_brand() and id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    int count() {
        return jdbc.sql("select count(*) from watched_name where brand_id = current_brand()")
                .query(Integer.class)
                .single();
    }

    /** Ours first, then in the order in which they came. */
    List<WatchedName> all(Instant since) {
        return jdbc.sql("""
                select w.id, w.whose, w.name, count(distinct s.key) found,
                    count(distinct s.key) filter (where s.mood = 1) good, count(distinct s.key) filter (where s.mood = -1) bad
                from watched_name w
                left join network_source n on n.brand_id = w.brand_id and n.name_id = w.id
                left join sighting s on s.brand_id = n.brand_id and s.source_id = n.source_id and s.said_at > :since and s.gone_at is null
                where w.brand_id = current_brand()
                group by w.id, w.whose, w.name order by w.whose, w.id
                """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new WatchedName(
                        row.getLong("id"),
                        Whose.valueOf(row.getString("whose")),
                        row.getString("name"),
                        row.getLong("found"),
                        row.getLong("good"),
                        row.getLong("bad")))
                .list();
    }
}
