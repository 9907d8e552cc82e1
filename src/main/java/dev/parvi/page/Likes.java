package dev.parvi.page;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who likes which post of the brand whose scope it is: one row a visitor, counted when it's read. */
@Repository
class Likes {

    private final JdbcClient jdbc;

    Likes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether they did not like it before */
    boolean add(long post, byte[] visitor, Instant now) {
        return jdbc.sql("""
                insert into page_like (brand_id, post_id, visitor, made_at) values (current_brand(), :post, :visitor, :now)
                on conflict do nothing
                """)
                        .param("post", post)
                        .param("visitor", visitor)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** @return whether they liked it before */
    boolean remove(long post, byte[] visitor) {
        return jdbc.sql("delete from page_like where post_id = :post and visitor = :visitor")
                        .param("post", post)
                        .param("visitor", visitor)
                        .update()
                == 1;
    }
}
