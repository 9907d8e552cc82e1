package dev.parvi.community;

import dev.parvi.shared.CommentId;
import dev.parvi.text.Mark;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What somebody said to us, and what we said to them before, in the brand whose scope it is. */
@Repository
class VoiceEncounters {

    private static final int MOST = 50;

    private final JdbcClient jdbc;

    VoiceEncounters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param corrected what a moderator says of it; null where nobody has */
    record Said(String text, @Nullable VoiceOccasion corrected, List<String> before) {}

    /** Empty where it's no comment, or ours. */
    Optional<Said> get(CommentId comment) {
        return jdbc.sql("""
                select c.text, v.mood, coalesce(v.mood_basis = 'LEARNED', false) mood_corrected, coalesce(v.learned & v.marks, 0) corrected,
                    array(select a.text from comment q
                        join comment a on a.brand_id = q.brand_id and a.account_id = q.account_id and a.parent_key = q.key and a.us
                        where q.brand_id = c.brand_id and not q.us and q.profile_id in (
                            select c.profile_id union
                            select o.id from profile p join profile o on o.brand_id = p.brand_id and o.person_id = p.person_id
                            where p.brand_id = c.brand_id and p.id = c.profile_id)
                        order by a.at desc limit :most) before
                from comment c left join verdict v on v.brand_id = c.brand_id and v.comment_id = c.id
                where c.brand_id = current_brand() and c.id = :id and not c.us
                """)
                .param("id", comment.value())
                .param("most", MOST)
                .query((row, n) -> said(row))
                .optional();
    }

    private static Said said(ResultSet row) throws SQLException {
        return new Said(row.getString("text"), corrected(row), List.of((String[])
                row.getArray("before").getArray()));
    }

    private static @Nullable VoiceOccasion corrected(ResultSet row) throws SQLException {
        if ((row.getInt("corrected") & Marks.bit(Mark.COMPLAINT)) != 0) {
            return VoiceOccasion.TROUBLE;
        }
        if (!row.getBoolean("mood_corrected")) {
            return null;
        }
        return switch (row.getInt("mood")) {
            case -1 -> VoiceOccasion.TROUBLE;
            case 1 -> VoiceOccasion.GLADNESS;
            default -> VoiceOccasion.PLAIN;
        };
    }
}
