package dev.parvi.page;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often visitors of one network address did something; the same over all nodes. */
@Repository
class Paces {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Paces(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is paced: so many of a kind in so long. */
    enum Kind {
        COMMENT(6, Duration.ofMinutes(10)),
        LIKE(60, Duration.ofMinutes(10)),
        FOLLOW(5, Duration.ofHours(1));

        private final int most;
        private final Duration window;

        Kind(int most, Duration window) {
            this.most = most;
            this.window = window;
        }
    }

    /** Counts one more. @return whether it's still within the pace */
    boolean allow(Kind kind, byte[] who) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("delete from page_pace where since < :old")
                .param("old", now.minus(KEPT))
                .update();
        return jdbc.sql("""
                insert into page_pace (brand_id, kind, who, spent, since) values (current_brand(), :kind, :who, 1, :now)
                on conflict (brand_id, kind, who) do update set
                    spent = case when page_pace.since <= :past then 1 else page_pace.spent + 1 end,
                    since = case when page_pace.since <= :past then :now else page_pace.since end
                returning spent
                """)
                        .param("kind", kind.name())
                        .param("who", who)
                        .param("now", now)
                        .param("past", now.minus(kind.window))
                        .query(Integer.class)
                        .single()
                <= kind.most;
    }
}
