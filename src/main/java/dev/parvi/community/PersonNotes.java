package dev.parvi.community;

import dev.parvi.shared.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members noted about people, in the brand whose scope it is. */
@Repository
class PersonNotes {

    private final JdbcClient jdbc;

    PersonNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long profile, MemberId by, String text, boolean promise, @Nullable LocalDate due, Instant now) {
        jdbc.sql("""
                insert into person_note (brand_id, profile_id, member_id, text, at, promise, due_on)
                values (current_brand(), :profile, :by, :text, :now, :promise, :due::date)
                """)
                .param("profile", profile)
                .param("by", by.value())
                .param("text", text)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("promise", promise)
                .param("due", due == null ? null : due.toString())
                .update();
    }

    /** Promises that are open first, then all others, the latest first. */
    List<PersonNote> on(Collection<Long> profiles) {
        return jdbc.sql("""
                select * from person_note where brand_id = current_brand() and profile_id = any(:profiles)
                order by not (promise and kept_at is null), case when promise and kept_at is null then due_on end, id desc
                """)
                .param("profiles", profiles.toArray(Long[]::new))
                .query((row, n) -> note(row))
                .list();
    }

    /** @param kept null to open it again */
    boolean keep(Collection<Long> profiles, long id, MemberId by, @Nullable Instant kept) {
        return jdbc.sql("""
                update person_note set kept_at = :kept::timestamptz, kept_by = :by
                where brand_id = current_brand() and id = :id and profile_id = any(:profiles) and promise
                """)
                        .param("kept", kept == null ? null : kept.toString())
                        .param("by", by.value())
                        .param("id", id)
                        .param("profiles", profiles.toArray(Long[]::new))
                        .update()
                == 1;
    }

    boolean drop(Collection<Long> profiles, long id) {
        return jdbc.sql("""
                delete from person_note where brand_id = current_brand() and id = :id and profile_id = any(:profiles)
                """)
                        .param("id", id)
                        .param("profiles", profiles.toArray(Long[]::new))
                        .update()
                == 1;
    }

    private static PersonNote note(ResultSet row) throws SQLException {
        var due = row.getDate("due_on");
        return new PersonNote(
                row.getLong("id"),
                new MemberId(row.getLong("member_id")),
                row.getString("text"),
                row.getTimestamp("at").toInstant(),
                row.getBoolean("promise"),
                due == null ? null : due.toLocalDate(),
                Listings.instant(row.getTimestamp("kept_at")));
    }
}
