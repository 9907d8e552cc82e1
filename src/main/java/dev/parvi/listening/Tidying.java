package dev.parvi.listening;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drops what grouping needs for some days only, in the brand whose scope it is. */
@Component
class Tidying {

    private static final Duration FOUND = Sorter.WINDOW.plusDays(1);
    private static final Duration SAID = Duration.ofDays(2);
    private static final Duration COUNTED = Duration.ofDays(Rising.DAYS + 2);
    private static final Duration KEPT = Duration.ofDays(30);

    /** When words were counted of so many items, the counts are halved: how rare a word is changes. */
    private static final long ITEMS = 400_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Tidying(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void tidy() {
        drop("delete from story_key where brand_id = current_brand() and at < :before", FOUND);
        drop("delete from word_said where brand_id = current_brand() and at < :before", SAID);
        drop("delete from word_hour where brand_id = current_brand() and hour < :before", COUNTED);
        drop("delete from trait where brand_id = current_brand() and at < :before", KEPT);
        var full = jdbc.sql(
                        "update story_book set items = items / 2 where brand_id = current_brand() and items > :most")
                .param("most", ITEMS)
                .update();
        if (full > 0) {
            jdbc.sql("delete from word_count where brand_id = current_brand() and n < 2")
                    .update();
            jdbc.sql("update word_count set n = n / 2 where brand_id = current_brand()")
                    .update();
        }
    }

    private void drop(String sql, Duration age) {
        jdbc.sql(sql)
                .param("before", clock.instant().minus(age).atOffset(ZoneOffset.UTC))
                .update();
    }
}
