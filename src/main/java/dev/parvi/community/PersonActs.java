package dev.parvi.community;

import dev.parvi.shared.MemberId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members did about who is whom, in the brand whose scope it is. */
@Repository
class PersonActs {

    private final JdbcClient jdbc;

    PersonActs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps how these and those they are one person with stand; call it before that changes. */
    long add(MemberId by, String what, Collection<Long> profiles, Instant now) {
        return jdbc.sql("""
                insert into person_act (brand_id, member_id, what, at, before)
                select current_brand(), :by, :what, :now, jsonb_agg(jsonb_build_object('profile', o.id, 'person', o.person_id))
                from profile o
                where o.brand_id = current_brand() and (o.id = any(:profiles) or o.person_id in (
                    select person_id from profile where brand_id = current_brand() and id = any(:profiles)))
                returning id
                """)
                .param("by", by.value())
                .param("what", what)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("profiles", profiles.toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    /** False where it was undone, or a later act was about one of the same people. */
    boolean undo(long act, Instant now) {
        var undone = jdbc.sql("""
                update person_act a set undone_at = :now
                where a.brand_id = current_brand() and a.id = :act and a.undone_at is null and not exists (
                    select from person_act l, jsonb_to_recordset(l.before) o (profile bigint), jsonb_to_recordset(a.before) m (profile bigint)
                    where l.brand_id = a.brand_id and l.id > a.id and l.undone_at is null and o.profile = m.profile)
                """)
                .param("act", act)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        if (undone == 0) {
            return false;
        }
        jdbc.sql("""
                update profile p set person_id = b.person
                from person_act a cross join lateral jsonb_to_recordset(a.before) b (profile bigint, person bigint)
                where a.brand_id = current_brand() and a.id = :act and p.brand_id = a.brand_id and p.id = b.profile and p.erased_at is null
                """).param("act", act).update();
        return true;
    }
}
