package dev.parvi.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who wants a mail for each new post of the brand whose scope it is. */
@Repository
class Followers {

    private final JdbcClient jdbc;

    Followers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param wayOut what stands in each mail, so that one can leave */
    record Follower(long id, String email, Locale language, String wayOut) {}

    /**
     * Writes down that somebody asked, with a new token; not where they follow already, nor where they were asked to
     * confirm after {@code lately}.
     */
    boolean ask(String email, Locale language, byte[] confirm, String wayOut, Instant lately, Instant now) {
        return jdbc.sql("""
                insert into follower (brand_id, email, language, confirm, asked_at, way_out)
                values (current_brand(), :email, :language, :confirm, :now, :out)
                on conflict (brand_id, lower(email)) do update
                set confirm = excluded.confirm, asked_at = excluded.asked_at, language = excluded.language
                where follower.confirmed_at is null and follower.asked_at < :lately
                """)
                        .param("email", email)
                        .param("language", language.getLanguage())
                        .param("confirm", confirm)
                        .param("out", wayOut)
                        .param("lately", lately.atOffset(ZoneOffset.UTC))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** @param since tokens mailed before are worth nothing any more */
    Optional<Long> confirm(byte[] token, Instant since, Instant now) {
        return jdbc.sql("""
                update follower set confirmed_at = :now, confirm = null
                where confirm = :token and confirmed_at is null and asked_at >= :since returning id
                """)
                .param("token", token)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    boolean leave(String wayOut) {
        return jdbc.sql("delete from follower where way_out = :out")
                        .param("out", wayOut)
                        .update()
                == 1;
    }

    List<Follower> after(long id, int most) {
        return jdbc.sql("""
                select id, email, language, way_out from follower
                where confirmed_at is not null and id > :id order by id limit :most
                """)
                .param("id", id)
                .param("most", most)
                .query((row, n) -> new Follower(
                        row.getLong("id"),
                        row.getString("email"),
                        Locale.of(row.getString("language")),
                        row.getString("way_out")))
                .list();
    }

    /** One who confirmed, and when. */
    record Confirmed(long id, String email, Instant at) {}

    List<Confirmed> confirmed(long after, int most) {
        return jdbc.sql("""
                select id, email, confirmed_at from follower
                where brand_id = current_brand() and confirmed_at is not null and id > :after order by id limit :most
                """)
                .param("after", after)
                .param("most", most)
                .query((row, n) -> new Confirmed(
                        row.getLong("id"),
                        row.getString("email"),
                        row.getTimestamp("confirmed_at").toInstant()))
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from follower where confirmed_at is not null")
                .query(Long.class)
                .single();
    }

    /** Who never confirmed is forgotten. */
    void forget(Instant askedBefore) {
        jdbc.sql("delete from follower where confirmed_at is null and asked_at < :before")
                .param("before", askedBefore.atOffset(ZoneOffset.UTC))
                .update();
    }
}
