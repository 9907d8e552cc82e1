package dev.parvi.community;

import dev.parvi.shared.MemberId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known about cases, in the brand whose scope it is. */
@Repository
class ConflictFacts {

    private final JdbcClient jdbc;

    ConflictFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long conflict, long profile, String text, MemberId by, Instant now) {
        jdbc.sql("""
                insert into conflict_fact (brand_id, case_id, profile_id, text, member_id, at)
                values (current_brand(), :case, :profile, :text, :by, :now)
                """)
                .param("case", conflict)
                .param("profile", profile)
                .param("text", text)
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void drop(long conflict, long id) {
        jdbc.sql("delete from conflict_fact where brand_id = current_brand() and case_id = :case and id = :id")
                .param("case", conflict)
                .param("id", id)
                .update();
    }

    /** The earliest first. */
    List<ConflictFact> of(long conflict) {
        return jdbc.sql("select * from conflict_fact where brand_id = current_brand() and case_id = :case order by id")
                .param("case", conflict)
                .query((row, n) -> new ConflictFact(
                        row.getLong("id"),
                        row.getLong("profile_id"),
                        row.getString("text"),
                        new MemberId(row.getLong("member_id")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** Those about these people, and in these cases those that don't say whom they are about: they may be about them. */
    void forget(Collection<Long> conflicts, Collection<Long> profiles) {
        jdbc.sql("""
                delete from conflict_fact where brand_id = current_brand()
                  and (profile_id = any(:profiles) or profile_id = 0 and case_id = any(:cases))
                """)
                .param("cases", conflicts.toArray(Long[]::new))
                .param("profiles", profiles.toArray(Long[]::new))
                .update();
    }
}
