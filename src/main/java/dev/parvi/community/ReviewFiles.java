package dev.parvi.community;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.MemberId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables of reviews that wait for a yes, in the brand whose scope it is. */
@Repository
class ReviewFiles {

    private final JdbcClient jdbc;

    ReviewFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param usual where lines that name no place belong; null where nothing was chosen */
    record Waiting(String content, @Nullable AccountId usual) {}

    long add(Waiting waiting, MemberId by, Instant now) {
        return jdbc.sql("""
                insert into review_file (brand_id, content, account_id, member_id, made_at)
                values (current_brand(), :content, :account, :by, :now) returning id
                """)
                .param("content", waiting.content())
                .param(
                        "account",
                        waiting.usual() == null ? null : waiting.usual().value())
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Takes it out: it's taken in once. */
    Optional<Waiting> take(long id, MemberId by) {
        return jdbc.sql("""
                delete from review_file where brand_id = current_brand() and id = :id and member_id = :by
                returning content, account_id
                """)
                .param("id", id)
                .param("by", by.value())
                .query((row, n) -> {
                    var account = row.getObject("account_id", Long.class);
                    return new Waiting(row.getString("content"), account == null ? null : new AccountId(account));
                })
                .optional();
    }

    void dropBefore(Instant time) {
        jdbc.sql("delete from review_file where brand_id = current_brand() and made_at < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }
}
