package dev.parvi.page;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How comments stand on the page of the brand whose scope it is. Hiding, marking and deleting remember how it stood, so each
 * can be taken back; letting in and holding settle it anew.
 */
@Repository
class Order {

    private final JdbcClient jdbc;

    Order(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether anything changed */
    boolean put(long comment, Deed deed, Instant now) {
        return switch (deed) {
            case APPROVE -> settle(comment, Comment.State.SHOWN);
            case HOLD -> settle(comment, Comment.State.HELD);
            case HIDE -> cover(comment, Comment.State.HIDDEN, now);
            case SPAM -> cover(comment, Comment.State.SPAM, now);
            case DELETE -> cover(comment, Comment.State.DELETED, now);
            case UNHIDE -> uncover(comment, Comment.State.HIDDEN);
            case NOT_SPAM -> uncover(comment, Comment.State.SPAM);
            case RESTORE -> uncover(comment, Comment.State.DELETED);
        };
    }

    private boolean settle(long comment, Comment.State state) {
        return done(comment, state, """
                update page_comment set state = :state, before = '{}', change = (select n from tick)
                where id = :id and state not in (:state, 'DELETED')
                """, null);
    }

    private boolean cover(long comment, Comment.State state, Instant now) {
        return done(comment, state, """
                update page_comment set before = before || state, state = :state, change = (select n from tick),
                    deleted_at = case when :state = 'DELETED' then :now::timestamptz end
                where id = :id and state not in (:state, 'DELETED')
                """, now);
    }

    private boolean uncover(long comment, Comment.State state) {
        return done(comment, state, """
                update page_comment set state = coalesce(before[array_upper(before, 1)], 'SHOWN'), deleted_at = null,
                    before = case when before = '{}' then before else trim_array(before, 1) end, change = (select n from tick)
                where id = :id and state = :state and erased_at is null
                """, null);
    }

    private boolean done(long comment, Comment.State state, String sql, @Nullable Instant now) {
        return jdbc.sql(Comments.TICK + sql)
                        .param("id", comment)
                        .param("state", state.name())
                        .param("now", now == null ? null : now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Takes the words of what was deleted before then for good. @return how many */
    int erase(Instant deletedBefore, Instant now) {
        return jdbc.sql(Comments.TICK + """
                update page_comment set name = '', email = '', text = '', erased_at = :now, change = (select n from tick)
                where state = 'DELETED' and erased_at is null and deleted_at < :before
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("before", deletedBefore.atOffset(ZoneOffset.UTC))
                .update();
    }
}
