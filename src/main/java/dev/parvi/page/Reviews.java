package dev.parvi.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What visitors think of the brand whose scope it is. */
@Repository
class Reviews {

    private static final byte[] NOBODY = new byte[0];

    private final JdbcClient jdbc;

    Reviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A visitor's first review, or what they changed it to; one that was deleted stays so, and a new one takes its place. */
    long put(Review review, byte[] visitor, Comment.State state, Instant now) {
        return jdbc.sql(Comments.TICK + """
                insert into page_comment (brand_id, name, email, text, visitor, state, stars, made_at, change)
                values (current_brand(), :name, :email, :text, :visitor, :state, :stars, :now, (select n from tick))
                on conflict (brand_id, visitor) where stars is not null and state <> 'DELETED' do update
                set name = excluded.name, email = excluded.email, text = excluded.text, stars = excluded.stars,
                    edited_at = excluded.made_at, change = excluded.change,
                    state = case when page_comment.state = 'SHOWN' then excluded.state else page_comment.state end
                returning id
                """)
                .param("name", review.words().name().strip())
                .param("email", review.words().email().strip())
                .param("text", review.words().text().strip())
                .param("visitor", visitor)
                .param("state", state.name())
                .param("stars", review.stars())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    Optional<Comment> of(byte[] visitor) {
        return jdbc.sql(
                        "select * from page_comment where visitor = :visitor and stars is not null and state <> 'DELETED'")
                .param("visitor", visitor)
                .query((row, n) -> Comments.comment(row))
                .optional();
    }

    /** The newest first: those that are shown, and the visitor's own that waits. */
    List<Comment> shown(@Nullable Long before, byte @Nullable [] visitor, int most) {
        return jdbc.sql("""
                select * from page_comment
                where stars is not null and id < :before and (state = 'SHOWN' or state = 'HELD' and visitor = :visitor)
                order by id desc limit :most
                """)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("visitor", visitor == null ? NOBODY : visitor)
                .param("most", most)
                .query((row, n) -> Comments.comment(row))
                .list();
    }

    /** Oldest first, what answers these reviews. */
    List<Comment> answers(List<Long> reviews) {
        return jdbc.sql("""
                select * from page_comment where post_id is null and parent_id = any(:reviews) and state = 'SHOWN' order by id
                """)
                .param("reviews", reviews.toArray(Long[]::new))
                .query((row, n) -> Comments.comment(row))
                .list();
    }

    Ratings ratings() {
        var each = new ArrayList<>(Collections.nCopies(Review.STARS_MOST, 0L));
        jdbc.sql("select stars, count(*) from page_comment where stars is not null and state = 'SHOWN' group by stars")
                .query((row, n) -> each.set(row.getInt(1) - 1, row.getLong(2)))
                .list();
        return new Ratings(List.copyOf(each));
    }
}
