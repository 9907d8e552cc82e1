package dev.parvi.community;

/** The long statements of taking in. */
final class TakingSql {

    private TakingSql() {}

    /**
     * Adds what isn't there and has its place: the conversation and whoever speaks are known, by the name they go by. What comes with
     * both their numbers has its place as well.
     */
    static final String ADD = """
            with s as materialized (
                select * from unnest(:keys::uuid[], :roots::uuid[], :conversations::bigint[], :parents::uuid[], :ids::text[],
                    :people::uuid[], :profiles::bigint[], :names::text[], :handles::text[], :homes::text[],
                    :speakers::text[], :kinds::text[], :standings::text[], :us::boolean[], :ats::timestamptz[], :edits::timestamptz[],
                    :stars::bigint[], :cuts::boolean[], :texts::text[], :addresses::text[], :languages::text[], :marks::text[])
                as s (key, root_key, conversation_id, parent_key, external_id, person, profile_id, name, handle, home,
                    speaker, kind, standing, us, at, edited_at, stars, cut, text, address, languages, marks)),
            t as materialized (
                select s.*, coalesce(s.conversation_id, k.id) talk, coalesce(s.profile_id, p.id) who
                from s
                left join lateral (
                    select k.id from conversation k
                    where s.conversation_id is null and k.brand_id = current_brand() and k.account_id = :account and k.root_key = s.root_key
                    limit 1) k on true
                left join lateral (
                    select p.id from profile p
                    where s.profile_id is null and p.brand_id = current_brand() and p.network = :network and p.key = s.person
                      and (p.erased_at is not null or (p.name, p.handle, p.address) = (s.name, s.handle, s.home))
                    limit 1) p on true),
            m as (
                insert into comment (brand_id, conversation_id, account_id, key, parent_key, external_id, profile_id, speaker, kind,
                    standing, us, at, heard_at, edited_at, stars, cut, text, address, languages, sent_marks)
                select current_brand(), talk, :account, key, parent_key, external_id, who,
                    case when who is null then speaker else '' end, kind,
                    standing, us, at, :now, edited_at, stars, cut, text, address, languages, marks::jsonb
                from t
                where talk is not null and (who is not null or person is null)
                on conflict (brand_id, account_id, key) do nothing
                returning id, key, conversation_id, at, us, standing),
            a as (
                select m.conversation_id, count(*) n, min(m.at) first, max(m.at) last, (array_agg(m.key order by m.at desc, m.id desc))[1] last_key
                from m group by 1
                having not bool_or(m.us) and bool_and(m.standing in ('SHOWN', 'HELD'))),
            u as (
                update conversation c set
                    comments = c.comments + a.n, inbound = c.inbound + a.n, unread = c.unread + a.n,
                    last_at = a.last, last_in_at = a.last, first_in_at = coalesce(c.first_in_at, a.first),
                    waiting = true, waiting_since = case when c.waiting then c.waiting_since else a.first end,
                    promised_by = case when c.waiting and c.promised_by is not null then c.promised_by
                        else case when c.waiting then c.waiting_since else a.first end + make_interval(mins => coalesce(
                            (select p.minutes from promise p where (p.account_id is null or p.account_id = :account) and p.mark is null
                             order by p.account_id is null, p.minutes limit 1), :usual)) end,
                    state = case when a.last > :since then 'OPEN' else c.state end,
                    snoozed_until = case when a.last > :since then null else c.snoozed_until end,
                    preview = left(l.text, 160), last_speaker = l.speaker
                from a join s l on l.key = a.last_key
                where c.brand_id = current_brand() and c.id = a.conversation_id and a.first >= c.last_at
                    and a.first > coalesce(c.last_out_at, '-infinity')
                returning c.id)
            select m.id, m.key, m.conversation_id, u.id is not null as rolled from m left join u on u.id = m.conversation_id
            """;

    static final String REVISE = """
            with s as (
                select * from unnest(:ids::bigint[], :texts::text[], :standings::text[], :edits::timestamptz[], :cuts::boolean[],
                    :stars::bigint[])
                as s (id, text, standing, edited_at, cut, stars)),
            kept as (
                insert into comment_version (brand_id, comment_id, number, text, until, stars)
                select c.brand_id, c.id, 1 + (select count(*) from comment_version v where v.brand_id = c.brand_id and v.comment_id = c.id),
                    c.text, coalesce(s.edited_at, :now), c.stars
                from s join comment c on c.brand_id = current_brand() and c.id = s.id
                where c.text <> s.text or c.stars <> s.stars)
            update comment c set text = s.text, standing = s.standing, gone_at = null, cut = s.cut, stars = coalesce(s.stars, c.stars),
                edited_at = case when c.text <> s.text or c.stars <> s.stars then coalesce(s.edited_at, :now) else c.edited_at end
            from s where c.brand_id = current_brand() and c.id = s.id
            """;

    static final String JOIN = """
            with s as (
                select * from unnest(:keys::uuid[], :parents::uuid[], :ats::timestamptz[]) as s (key, parent_key, at)),
            bound as (
                update comment c set delivery_id = w.delivery_id
                from s join our_word w on w.brand_id = current_brand() and w.account_id = :account and w.key = s.key
                where c.brand_id = current_brand() and c.account_id = :account and c.key = s.key),
            answered as (
                update comment p set answered_at = least(p.answered_at, s.at)
                from (select parent_key, min(at) at from s group by 1) s
                where p.brand_id = current_brand() and p.account_id = :account and p.key = s.parent_key and not p.us)
            select 1
            """;

    static final String ROLL_UP = """
            with said as (
                select c.conversation_id, c.id, c.at, c.us, c.text, coalesce(nullif(p.name, ''), p.handle, c.speaker) speaker, v.mood, v.language,
                    case when v.marks & 16 <> 0 then 16 else coalesce(v.marks, 0) end marks
                from conversation k
                join comment c on (c.brand_id, c.account_id, c.conversation_id) = (k.brand_id, k.account_id, k.id)
                left join verdict v on v.brand_id = c.brand_id and v.comment_id = c.id
                left join profile p on p.brand_id = c.brand_id and p.id = c.profile_id
                where k.brand_id = current_brand() and k.id = any(:ids)
                  and c.standing in ('SHOWN', 'HELD') and c.gone_at is null and (c.us or c.erased_at is null)),
            sums as (
                select conversation_id, count(*) n, count(*) filter (where not us) inbound, count(*) filter (where us) ours, max(at) last_at,
                    min(at) filter (where not us) first_in_at, max(at) filter (where not us) last_in_at, max(at) filter (where us) last_out_at,
                    bit_or(marks) filter (where not us) marks,
                    (array_agg(id order by us, at desc, id desc))[1] last_id
                from said group by 1),
            later as (
                select s.conversation_id, min(s.at) filter (where not s.us and s.at > coalesce(a.last_out_at, '-infinity')) waiting_since,
                    min(s.at) filter (where s.us and s.at > a.first_in_at) first_answer_at,
                    bit_or(s.marks) filter (where not s.us and s.at > coalesce(a.last_out_at, '-infinity')) open_marks
                from said s join sums a using (conversation_id) group by 1)
            update conversation c set
                comments = coalesce(a.n, 0), inbound = coalesce(a.inbound, 0), ours = coalesce(a.ours, 0),
                unread = least(coalesce(a.inbound, 0), c.unread + w.fresh),
                last_at = coalesce(a.last_at, c.opened_at), first_in_at = a.first_in_at, last_in_at = a.last_in_at, last_out_at = a.last_out_at,
                first_answer_at = l.first_answer_at,
                waiting = l.waiting_since is not null, waiting_since = l.waiting_since,
                marks = coalesce(a.marks, 0), open_marks = coalesce(l.open_marks, 0),
                mood = last.mood, language = coalesce(last.language, ''),
                preview = coalesce(left(last.text, 160), ''), last_speaker = coalesce(last.speaker, ''),
                state = case when w.open then 'OPEN' else c.state end,
                snoozed_until = case when w.open then null else c.snoozed_until end
            from unnest(:ids::bigint[], :fresh::bigint[], :open::boolean[]) w (id, fresh, open)
            left join sums a on a.conversation_id = w.id
            left join later l on l.conversation_id = w.id
            left join said last on last.id = a.last_id
            where c.brand_id = current_brand() and c.id = w.id
            """;
}
