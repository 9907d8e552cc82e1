package dev.parvi.community;

import dev.parvi.shared.DeliveryId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What we ourselves wrote about somebody or to them, in the brand whose scope it is. A note on a conversation is about somebody
 * where nobody else of the audience speaks there, or where it says their name.
 */
@Repository
class Traces {

    private static final String NOTES_ABOUT = """
            select n.id from note n
            where n.brand_id = current_brand()
              and n.conversation_id in (
                  select conversation_id from comment where brand_id = current_brand() and profile_id = any(:profiles))
              and (not exists (
                      select from conversation k
                      join comment o on (o.brand_id, o.account_id, o.conversation_id) = (k.brand_id, k.account_id, k.id)
                      where k.brand_id = n.brand_id and k.id = n.conversation_id and not o.us and (o.profile_id is null or not o.profile_id = any(:profiles)))
                  or exists (
                      select from profile p cross join lateral (values (p.name), (ltrim(p.handle, '@')), (split_part(p.name, ' ', 1))) c (called)
                      where p.brand_id = n.brand_id and p.id = any(:profiles) and length(c.called) > 2
                        and position(lower(c.called) in lower(n.text)) > 0))
            """;

    private final JdbcClient jdbc;

    Traces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As one JSON document: what we said to them, what members noted about them, and what was done to what they said. */
    String export(Collection<Long> profiles) {
        return jdbc.sql("""
                with said as (select id, account_id, key from comment where brand_id = current_brand() and profile_id = any(:profiles))
                select jsonb_build_object(
                    'ourAnswers', (
                        select coalesce(jsonb_agg(jsonb_build_object('text', a.text, 'at', a.written_at, 'state', a.state) order by a.id), '[]')
                        from own_answer a join said on said.id = a.comment_id where a.brand_id = current_brand()),
                    'heardFromUs', (
                        select coalesce(jsonb_agg(jsonb_build_object('text', c.text, 'at', c.at, 'address', c.address) order by c.at), '[]')
                        from comment c join said on said.account_id = c.account_id and said.key = c.parent_key
                        where c.brand_id = current_brand() and c.us and c.erased_at is null),
                    'drafts', (
                        select coalesce(jsonb_agg(jsonb_build_object('text', d.text, 'at', d.saved_at)), '[]')
                        from answer_draft d join said on said.id = d.comment_id where d.brand_id = current_brand() and d.text <> ''),
                    'notes', (
                        select coalesce(jsonb_agg(jsonb_build_object('text', n.text, 'at', n.at, 'promise', n.promise, 'due', n.due_on,
                            'keptAt', n.kept_at) order by n.id), '[]')
                        from person_note n where n.brand_id = current_brand() and n.profile_id = any(:profiles)),
                    'notesOnTalks', (
                        select coalesce(jsonb_agg(jsonb_build_object('text', n.text, 'at', n.at) order by n.id), '[]')
                        from note n where n.brand_id = current_brand() and n.id in (""" + NOTES_ABOUT + """
                        )),
                    'moderated', (
                        select coalesce(jsonb_agg(jsonb_build_object('act', m.act, 'at', m.at) order by m.id), '[]')
                        from moderation m where m.brand_id = current_brand()
                          and (m.profile_id = any(:profiles) or m.comment_id in (select id from said))))
                """)
                .param("profiles", profiles.toArray(Long[]::new))
                .query(String.class)
                .single();
    }

    /** By which names they go, as the audit log and hand-offs may have them. */
    List<String> names(Collection<Long> profiles) {
        return jdbc.sql("""
                select distinct c.called from profile p cross join lateral (values (p.name), (p.handle)) c (called)
                where p.brand_id = current_brand() and p.id = any(:profiles) and c.called <> ''
                """)
                .param("profiles", profiles.toArray(Long[]::new))
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** A conversation they spoke in, and whether nobody else of the audience did. */
    record Talk(long conversation, boolean alone) {}

    List<Talk> talks(Collection<Long> profiles) {
        return jdbc.sql("""
                select t.id, not exists (
                    select from comment o
                    where o.brand_id = current_brand() and o.account_id = t.account_id and o.conversation_id = t.id and not o.us and (o.profile_id is null or not o.profile_id = any(:profiles))) alone
                from (select distinct account_id, conversation_id id from comment
                      where brand_id = current_brand() and profile_id = any(:profiles)) t
                """)
                .param("profiles", profiles.toArray(Long[]::new))
                .query((row, n) -> new Talk(row.getLong("id"), row.getBoolean("alone")))
                .list();
    }

    /** Our answers to them as the ledger has them. */
    List<DeliveryId> deliveries(Collection<Long> profiles) {
        return jdbc.sql("""
                select a.delivery_id from own_answer a
                join comment c on c.brand_id = a.brand_id and c.id = a.comment_id
                where a.brand_id = current_brand() and c.profile_id = any(:profiles) and a.delivery_id is not null
                """)
                .param("profiles", profiles.toArray(Long[]::new))
                .query((row, n) -> new DeliveryId(row.getLong(1)))
                .list();
    }

    /**
     * Takes the words away. That we answered, and when, stays.
     *
     * @param out the deliveries that are still in the ledger; answers that aren't never go
     */
    void erase(Collection<Long> profiles, Collection<DeliveryId> out, Instant now) {
        var ids = profiles.toArray(Long[]::new);
        jdbc.sql("delete from note where brand_id = current_brand() and id in (" + NOTES_ABOUT + ")")
                .param("profiles", ids)
                .update();
        jdbc.sql("""
                with said as (select id from comment where brand_id = current_brand() and profile_id = any(:profiles)),
                drafts as (
                    delete from answer_draft d using said where d.brand_id = current_brand() and d.comment_id = said.id),
                notes as (
                    delete from person_note where brand_id = current_brand() and profile_id = any(:profiles))
                update own_answer a set text = '', reason = '',
                    state = case when a.delivery_id is null or not a.delivery_id = any(:out) then 'WITHDRAWN' else a.state end
                from said where a.brand_id = current_brand() and a.comment_id = said.id
                """)
                .param("profiles", ids)
                .param("out", out.stream().map(DeliveryId::value).toArray(Long[]::new))
                .update();
        jdbc.sql("""
                with ours as (
                    update comment c set text = '', address = '', languages = '', cut = false, erased_at = :now
                    from comment said
                    where said.brand_id = current_brand() and said.profile_id = any(:profiles)
                      and c.brand_id = said.brand_id and c.account_id = said.account_id and c.parent_key = said.key and c.us
                    returning c.id),
                versions as (
                    delete from comment_version v using ours where v.brand_id = current_brand() and v.comment_id = ours.id)
                delete from verdict v using ours where v.brand_id = current_brand() and v.comment_id = ours.id
                """)
                .param("profiles", ids)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
