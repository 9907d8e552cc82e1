package dev.parvi.planning;

import dev.parvi.shared.MemberId;
import dev.parvi.shared.PostId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who asked for a yes, and who said what. */
@Repository
class Approvals {

    private final JdbcClient jdbc;

    Approvals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PostId post, MemberId member, ApprovalStep.Kind kind, String note, Instant now) {
        jdbc.sql("""
                insert into approval (brand_id, post_id, member_id, at, step, note)
                values (current_brand(), :post, :member, :now, :step, :note)
                """)
                .param("post", post.value())
                .param("member", member.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("step", kind.name())
                .param("note", note)
                .update();
    }

    /** The latest first. */
    List<ApprovalStep> of(PostId post) {
        return jdbc.sql("""
                select a.at, a.step, a.note, m.name from approval a join member m on m.id = a.member_id
                where a.post_id = :post order by a.id desc
                """)
                .param("post", post.value())
                .query((row, n) -> new ApprovalStep(
                        ApprovalStep.Kind.valueOf(row.getString("step")),
                        row.getString("name"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("note")))
                .list();
    }
}
