package dev.parvi.team;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The audit log. */
@Repository
class Entries {

    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_DETAIL = 2_000;

    private final JdbcClient jdbc;

    Entries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Seat seat, String what, String subject, String detail, Instant at) {
        jdbc.sql("""
                insert into audit (brand_id, at, member_id, what, subject, detail)
                values (:brand, :at, :member, :what, :subject, :detail)
                """)
                .param("brand", seat.brand().value())
                .param("at", Timestamp.from(at))
                .param("member", seat.member().value())
                .param("what", what)
                .param("subject", cut(subject, LONGEST_SUBJECT))
                .param("detail", cut(detail, LONGEST_DETAIL))
                .update();
    }

    void forget(String room, Collection<String> subjects) {
        jdbc.sql(
                        "update audit set subject = '', detail = '' where starts_with(what, :room) and subject = any(:subjects)")
                .param("room", room)
                .param("subjects", subjects.toArray(String[]::new))
                .update();
    }

    /** The newest first, those older than the given one. */
    List<Entry> before(long id, int most) {
        return jdbc.sql("""
                select a.id, a.at, m.name, a.what, a.subject, a.detail
                from audit a join member m on m.id = a.member_id
                where a.id < :id order by a.id desc limit :most
                """)
                .param("id", id)
                .param("most", most)
                .query((row, n) -> new Entry(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("name"),
                        row.getString("what"),
                        row.getString("subject"),
                        row.getString("detail")))
                .list();
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
