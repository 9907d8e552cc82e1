package dev.parvi.community;

/** The long statements of understanding. */
final class UnderstandingSql {

    private UnderstandingSql() {}

    /** A text of 20,000 characters has words enough to be found by, and never more than PostgreSQL's megabyte of them. */
    static final String PUT = """
            with s as (
                select * from unnest(:ids::bigint[], :languages::text[], :moods::bigint[], :confidences::real[], :bases::text[],
                    :marks::bigint[], :unsure::bigint[], :ruled::bigint[], :learned::bigint[])
                as s (id, language, mood, confidence, basis, marks, unsure, ruled, learned))
            insert into verdict (brand_id, comment_id, conversation_id, at, language, mood, mood_confidence, mood_basis, marks, unsure, ruled, learned, words)
            select current_brand(), c.id, c.conversation_id, c.at, s.language, s.mood, s.confidence, s.basis, s.marks, s.unsure, s.ruled, s.learned,
                to_tsvector(stemming(s.language), left(c.text, 20000))
            from s join comment c on c.brand_id = current_brand() and c.id = s.id
            on conflict (brand_id, comment_id) do update
            set language = excluded.language, mood = excluded.mood, mood_confidence = excluded.mood_confidence, mood_basis = excluded.mood_basis,
                marks = excluded.marks, unsure = excluded.unsure, ruled = excluded.ruled, learned = excluded.learned, words = excluded.words
            returning conversation_id, old.comment_id is not null as again
            """;

    /** Spam that asks or complains is spam. */
    static final String HAND_ON = """
            with s as (
                select v.conversation_id, v.comment_id, v.at, v.mood, v.language,
                    case when v.marks & 16 <> 0 then 16 else v.marks end marks, k.last_out_at
                from verdict v
                join comment c on c.brand_id = v.brand_id and c.id = v.comment_id
                join conversation k on k.brand_id = v.brand_id and k.id = v.conversation_id
                where v.brand_id = current_brand() and v.comment_id = any(:ids)
                  and not c.us and c.standing in ('SHOWN', 'HELD') and c.gone_at is null),
            a as (
                select conversation_id, bit_or(marks) marks,
                    coalesce(bit_or(marks) filter (where at > coalesce(last_out_at, '-infinity')), 0) open_marks, max(at) at,
                    (array_agg(mood order by at desc, comment_id desc))[1] mood, (array_agg(language order by at desc, comment_id desc))[1] language
                from s group by 1)
            update conversation c set
                marks = c.marks | a.marks, open_marks = c.open_marks | a.open_marks,
                mood = case when a.at >= c.last_in_at then a.mood else c.mood end,
                language = case when a.at >= c.last_in_at then a.language else c.language end,
                (promised_by, priority) = (
                    select p.by, conversation_priority(c.conflict, c.waiting, c.open_marks | a.open_marks, p.by, :now)
                    from (select case when c.waiting then c.waiting_since + make_interval(mins => coalesce(
                        (select p.minutes from promise p
                         where (p.account_id is null or p.account_id = c.account_id)
                           and (p.mark is null or p.mark & (c.open_marks | a.open_marks) <> 0)
                         order by p.account_id is null, p.mark is null, p.minutes limit 1), :usual)) end as by) p)
            from a where c.brand_id = current_brand() and c.id = a.conversation_id
            returning c.id
            """;
}
