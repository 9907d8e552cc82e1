package dev.parvi.community;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All that is kept of somebody, in the brand whose scope it is. */
@Repository
class Dossiers {

    private final JdbcClient jdbc;

    Dossiers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The profile, and those that were joined with it into one person. */
    List<Long> profiles(long profile) {
        return jdbc.sql("""
                select o.id from profile p
                join profile o on o.brand_id = p.brand_id and (o.id = p.id or o.person_id = p.person_id)
                where p.id = :profile order by o.id
                """)
                .param("profile", profile)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** Whether there is such a profile that wasn't erased. */
    boolean known(long profile) {
        return jdbc.sql(
                        "select exists (select from profile where brand_id = current_brand() and id = :id and erased_at is null)")
                .param("id", profile)
                .query(Boolean.class)
                .single();
    }

    /**
     * As one JSON document: who they are, what they said and when, what it said before, and what was made of it.
     *
     * @param traces a JSON document of what else is to stand in it
     */
    String export(Collection<Long> profiles, String traces) {
        return jdbc.sql("""
                select jsonb_pretty(:traces::jsonb || jsonb_build_object(
                    'profiles', (
                        select coalesce(jsonb_agg(jsonb_build_object('network', network, 'id', external_id, 'name', name, 'handle', handle,
                            'address', address, 'firstHeard', first_at) order by id), '[]')
                        from profile where brand_id = current_brand() and id = any(:profiles)),
                    'comments', (
                        select coalesce(jsonb_agg(jsonb_build_object('network', k.network, 'id', c.external_id, 'under', k.root, 'kind', c.kind,
                            'at', c.at, 'editedAt', c.edited_at, 'stars', c.stars, 'standing', c.standing, 'notShownSince', c.gone_at,
                            'text', c.text, 'address', c.address, 'languages', c.languages,
                            'before', (select coalesce(jsonb_agg(jsonb_build_object('text', v.text, 'until', v.until) order by v.number), '[]')
                                from comment_version v where v.brand_id = c.brand_id and v.comment_id = c.id),
                            'understood', (select jsonb_build_object('language', v.language, 'mood', v.mood, 'confidence', v.mood_confidence,
                                'basis', v.mood_basis, 'marks', v.marks)
                                from verdict v where v.brand_id = c.brand_id and v.comment_id = c.id)) order by c.at, c.id), '[]')
                        from comment c join conversation k on k.brand_id = c.brand_id and k.id = c.conversation_id
                        where c.brand_id = current_brand() and c.profile_id = any(:profiles)),
                    'conflicts', (
                        select coalesce(jsonb_agg(jsonb_build_object('state', f.state, 'severity', f.severity, 'about', f.about, 'since', f.made_at,
                            'promised', f.pledge, 'promisedBy', f.pledge_by, 'promiseKept', f.pledge_kept_at, 'outcome', f.outcome,
                            'words', f.words, 'ended', f.ended_at,
                            'facts', (select coalesce(jsonb_agg(jsonb_build_object('text', a.text, 'at', a.at) order by a.id), '[]')
                                from conflict_fact a where a.brand_id = f.brand_id and a.case_id = f.id
                                  and (a.profile_id = 0 or a.profile_id = any(:profiles)))) order by f.id), '[]')
                        from conflict_case f where f.brand_id = current_brand() and f.id in (
                            select case_id from conflict_person where brand_id = current_brand() and profile_id = any(:profiles)))))
                """)
                .param("profiles", profiles.toArray(Long[]::new))
                .param("traces", traces)
                .query(String.class)
                .single();
    }

    /**
     * Takes away who they are and what they said. Their places in the talks stay, and so does what tells that these were heard:
     * what the network still shows doesn't come back.
     *
     * @return the conversations it's about
     */
    List<Long> erase(Collection<Long> profiles, Instant now) {
        var ids = profiles.toArray(Long[]::new);
        jdbc.sql("""
                with said as (select id from comment where brand_id = current_brand() and profile_id = any(:profiles)),
                versions as (delete from comment_version v using said where v.brand_id = current_brand() and v.comment_id = said.id)
                delete from verdict v using said where v.brand_id = current_brand() and v.comment_id = said.id
                """).param("profiles", ids).update();
        // What stood alone was the thing itself that others spoke under: it names its writer.
        jdbc.sql("""
                with named as (
                    update conversation k set root = '', head_text = '', head_address = ''
                    from comment c
                    where c.brand_id = current_brand() and c.profile_id = any(:profiles)
                      and k.brand_id = c.brand_id and k.account_id = c.account_id and k.root_key = c.key
                    returning k.account_id, k.root_key)
                delete from talk t using named n where t.brand_id = current_brand() and t.account_id = n.account_id and t.root_key = n.root_key
                """).param("profiles", ids).update();
        // Whom the network finds again is somebody new to us.
        jdbc.sql("""
                with gone as (
                    delete from person where brand_id = current_brand() and id in (
                        select person_id from profile where brand_id = current_brand() and id = any(:profiles)))
                update profile set key = gen_random_uuid(), external_id = '', name = '', handle = '', address = '', erased_at = :now, person_id = null
                where id = any(:profiles)
                """)
                .param("profiles", ids)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return emptied(ids, now);
    }

    private List<Long> emptied(Long[] ids, Instant now) {
        return jdbc.sql("""
                with erased as (
                    update comment set text = '', speaker = '', external_id = '', address = '', languages = '', sent_marks = '{}', cut = false,
                        erased_at = :now
                    where profile_id = any(:profiles) and erased_at is null
                    returning conversation_id)
                select distinct conversation_id from erased
                """)
                .param("profiles", ids)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** Joins two profiles, and whoever either was joined with, into one person. */
    void join(long one, long other, Instant now) {
        jdbc.sql("""
                with known as (select min(person_id) id from profile where brand_id = current_brand() and id in (:one, :other)),
                made as (
                    insert into person (brand_id, name, made_at)
                    select current_brand(), name, :now from profile where brand_id = current_brand() and id = :one
                      and (select id from known) is null
                    returning id),
                person as (select coalesce((select id from known), (select id from made)) id)
                update profile p set person_id = person.id from person
                where p.brand_id = current_brand() and (p.id in (:one, :other)
                   or p.person_id in (select person_id from profile where brand_id = current_brand() and id in (:one, :other)))
                """)
                .param("one", one)
                .param("other", other)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void part(long profile) {
        jdbc.sql("update profile set person_id = null where id = :profile")
                .param("profile", profile)
                .update();
    }
}
