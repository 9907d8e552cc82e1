package dev.parvi.community;

import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Questions that somebody of the audience answered, by their stemmed words, in the brand whose scope it is. A look-up reads at
 * most the latest {@value #EACH} questions for each word of the new one, however many there are.
 */
@Repository
class AnsweredQuestions {

    static final int EACH = 100;

    private static final String LEARN = """
            with b as (
                select id, conversation_id, account_id, key, parent_key, us, profile_id, speaker, standing, erased_at, gone_at from comment
                where brand_id = current_brand() and id > :after and id < :before and heard_at < :settled
                order by id limit :most),
            pair as (
                select p.id question, b.id answer
                from b join comment p on p.brand_id = current_brand() and p.account_id = b.account_id and p.key = b.parent_key
                where not b.us and not p.us and b.standing = 'SHOWN' and b.gone_at is null and b.erased_at is null and p.erased_at is null
                  and (coalesce(b.profile_id, 0), b.speaker) <> (coalesce(p.profile_id, 0), p.speaker)),
            told as (
                select distinct on (p.question) p.question, p.answer, q.language, tsvector_to_array(q.words) stems
                from pair p
                join verdict q on q.brand_id = current_brand() and q.comment_id = p.question
                join verdict a on a.brand_id = current_brand() and a.comment_id = p.answer
                where q.marks & 17 = 1 and a.marks & 17 = 0 and length(q.words) >= 2
                order by p.question, p.answer),
            kept as (
                insert into answered_question (brand_id, question_id, answer_id, stems)
                select current_brand(), question, answer, cardinality(stems) from told
                on conflict do nothing returning question_id),
            stems as (
                insert into answered_stem (brand_id, language, stem, question_id)
                select current_brand(), t.language, s, t.question
                from told t join kept k on k.question_id = t.question cross join lateral unnest(t.stems) s
                where length(s) <= 100)
            select count(*) n, max(id) last from b
            """;

    private static final String ALIKE = """
            with asked as (
                select v.comment_id, v.language, tsvector_to_array(v.words) stems from verdict v
                where v.brand_id = current_brand() and v.comment_id = any(:ids)),
            hit as (
                select a.comment_id, cardinality(a.stems) n, h.question_id, count(*) shared
                from asked a cross join lateral unnest(a.stems) s cross join lateral (
                    select question_id from answered_stem e
                    where e.brand_id = current_brand() and e.language = a.language and e.stem = s
                    order by question_id desc limit :each) h
                where h.question_id <> a.comment_id
                group by 1, 2, 3),
            near as (
                select h.*, 2.0 * h.shared / (h.n + q.stems) alike, q.answer_id
                from hit h join answered_question q on q.brand_id = current_brand() and q.question_id = h.question_id
                where h.shared >= :shared and 2.0 * h.shared / (h.n + q.stems) >= :alike)
            select distinct on (n.comment_id) n.comment_id, n.shared, n.alike, q.conversation_id, q.id question, q.text question_text, q.at asked_at,
                c.id answer, c.text answer_text, c.at answered_at, coalesce(p.id, 0) profile, coalesce(nullif(p.name, ''), p.handle, c.speaker) who
            from near n
            join comment q on q.brand_id = current_brand() and q.id = n.question_id
            join comment c on c.brand_id = current_brand() and c.id = n.answer_id
            join comment mine on mine.brand_id = current_brand() and mine.id = n.comment_id
            left join profile p on p.brand_id = current_brand() and p.id = c.profile_id
            where c.standing = 'SHOWN' and c.gone_at is null and c.erased_at is null and q.standing = 'SHOWN' and q.gone_at is null
              and q.erased_at is null and (coalesce(c.profile_id, 0), c.speaker) <> (coalesce(mine.profile_id, 0), mine.speaker)
            order by n.comment_id, n.alike desc, n.question_id desc
            """;

    private final JdbcClient jdbc;

    AnsweredQuestions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of the first comment that isn't understood yet; what comes before it is. */
    Optional<Long> firstWaiting() {
        return jdbc.sql("""
                select min(x) from (
                    select comments from to_understand where brand_id = current_brand() order by id limit 1) w
                cross join lateral unnest(w.comments) x
                having min(x) is not null
                """).query(Long.class).optional();
    }

    /**
     * Looks through the next comments who answers whom.
     *
     * An answer that is looked at before what it answers was ever heard goes unnoticed.
     *
     * @param settled what was heard later may not all be there yet
     * @return the last that was looked at; empty where there was none
     */
    Optional<Long> learn(long after, long before, Instant settled, int most) {
        return jdbc.sql(LEARN)
                .param("after", after)
                .param("before", before)
                .param("settled", settled.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> Optional.ofNullable(row.getObject("last", Long.class)))
                .single();
    }

    /**
     * @param alike of the stems of both questions, the part that they share: 0 to 1
     * @param profile 0 where the network has no lasting name for who answered
     */
    record Alike(
            CommentId asked,
            int shared,
            double alike,
            ConversationId conversation,
            CommentId question,
            String questionText,
            CommentId answer,
            String answerText,
            Instant answeredAt,
            long profile,
            String who) {}

    /** The most alike of each, where one is alike enough. */
    List<Alike> alike(Collection<CommentId> asked, int shared, double alike) {
        return jdbc.sql(ALIKE)
                .param("ids", asked.stream().map(CommentId::value).toArray(Long[]::new))
                .param("each", EACH)
                .param("shared", shared)
                .param("alike", alike)
                .query((row, n) -> new Alike(
                        new CommentId(row.getLong("comment_id")),
                        row.getInt("shared"),
                        row.getDouble("alike"),
                        new ConversationId(row.getLong("conversation_id")),
                        new CommentId(row.getLong("question")),
                        row.getString("question_text"),
                        new CommentId(row.getLong("answer")),
                        row.getString("answer_text"),
                        row.getTimestamp("answered_at").toInstant(),
                        row.getLong("profile"),
                        row.getString("who")))
                .list();
    }

    /** A question that waits for us. */
    record Open(ConversationId conversation, CommentId comment, String text, String who, Instant at) {}

    /** The last of each conversation that waits, of the latest in each class of urgency. */
    List<Open> open(int looked, int most) {
        return jdbc.sql("""
                with talk as (
                    select w.* from generate_series(0, 4) u cross join lateral (
                        select k.id, k.account_id, k.last_at, k.last_out_at, k.open_marks from conversation k
                        where k.brand_id = current_brand() and k.state = 'OPEN' and k.waiting and k.priority = u
                        order by k.last_at desc, k.id desc limit :looked) w
                    where w.open_marks & 1 <> 0 order by w.last_at desc limit :most)
                select t.id conversation, q.id, q.text, q.at, q.who from talk t cross join lateral (
                    select c.id, c.text, c.at, coalesce(nullif(p.name, ''), p.handle, c.speaker) who
                    from comment c
                    join verdict v on v.brand_id = c.brand_id and v.comment_id = c.id
                    left join profile p on p.brand_id = c.brand_id and p.id = c.profile_id
                    where c.brand_id = current_brand() and c.account_id = t.account_id and c.conversation_id = t.id
                      and not c.us and v.marks & 17 = 1
                      and c.standing in ('SHOWN', 'HELD') and c.gone_at is null and c.erased_at is null
                      and c.at > coalesce(t.last_out_at, '-infinity')
                    order by c.at desc, c.id desc limit 1) q
                order by q.at desc
                """)
                .param("looked", looked)
                .param("most", most)
                .query((row, n) -> new Open(
                        new ConversationId(row.getLong("conversation")),
                        new CommentId(row.getLong("id")),
                        row.getString("text"),
                        row.getString("who"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** What these people asked or answered isn't looked up any more. */
    void forget(Collection<Long> profiles) {
        jdbc.sql("""
                with said as (select id from comment where brand_id = current_brand() and profile_id = any(:profiles))
                delete from answered_question q using said
                where q.brand_id = current_brand() and (q.question_id = said.id or q.answer_id = said.id)
                """).param("profiles", profiles.toArray(Long[]::new)).update();
    }
}
