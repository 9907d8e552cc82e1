package dev.parvi.community;

import dev.parvi.platform.Columns;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.MemberId;
import dev.parvi.text.Correction;
import dev.parvi.text.Language;
import dev.parvi.text.Mark;
import dev.parvi.text.Mood;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What moderators said that utterances are, in the brand whose scope it is. */
@Repository
class Corrections {

    private final JdbcClient jdbc;

    Corrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was wrong about one; a correction without anything says that it was right. */
    record Change(CommentId comment, Correction right) {}

    /** Keeps them as one act, with what was understood before. */
    void add(UUID act, List<Change> changes, boolean drawn, MemberId by, Instant now) {
        Columns.of(
                        jdbc.sql("""
                                with s as (
                                    select * from unnest(:ids::bigint[], :languages::text[], :moods::bigint[], :there::bigint[], :not::bigint[])
                                    as s (id, language, mood, marks_there, marks_not))
                                insert into correction (brand_id, act, conversation_id, comment_id, member_id, at, text, language_before, mood_before,
                                    marks_before, language, mood, marks_there, marks_not, drawn)
                                select current_brand(), :act, c.conversation_id, c.id, :by, :now, left(c.text, 4000), v.language, v.mood,
                                    v.marks, s.language, s.mood, s.marks_there, s.marks_not, :drawn
                                from s join comment c on c.brand_id = current_brand() and c.id = s.id
                                join verdict v on v.brand_id = c.brand_id and v.comment_id = c.id
                                """)
                                .param("act", act, Types.OTHER)
                                .param("by", by.value())
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .param("drawn", drawn),
                        changes)
                .number("ids", each -> each.comment().value())
                .text("languages", each -> code(each.right().language()))
                .number("moods", each -> number(each.right().mood()))
                .number("there", each -> bits(each.right(), true))
                .number("not", each -> bits(each.right(), false))
                .done()
                .update();
    }

    /** By utterance what holds of it: as long as its words are those that were corrected. */
    Map<Long, Correction> holding(Collection<Long> comments) {
        var holding = new HashMap<Long, Correction>();
        jdbc.sql("""
                select k.* from correction k join comment c on c.brand_id = k.brand_id and c.id = k.comment_id
                where k.brand_id = current_brand() and k.comment_id = any(:ids) and k.undone_at is null and k.text = left(c.text, 4000)
                order by k.id
                """).param("ids", comments.toArray(Long[]::new)).query(row -> {
            holding.merge(row.getLong("comment_id"), correction(row), Correction::then);
        });
        return holding;
    }

    /** All that hold and change something, in the order in which they were made; of more than {@code most} the latest. */
    List<Correction> taught(int most) {
        return jdbc.sql("""
                select * from (
                    select * from correction
                    where brand_id = current_brand() and undone_at is null and text <> ''
                      and (mood is not null or marks_there | marks_not <> 0)
                    order by id desc limit :most) latest
                order by id
                """)
                .param("most", most)
                .query((row, n) -> correction(row))
                .list();
    }

    /** The last one that holds of each of these utterances. */
    Map<Long, Corrected> last(Collection<Long> comments) {
        var last = new LinkedHashMap<Long, Corrected>();
        jdbc.sql("""
                select distinct on (comment_id) comment_id, act, member_id, at from correction
                where brand_id = current_brand() and comment_id = any(:ids) and undone_at is null
                  and (language is not null or mood is not null or marks_there | marks_not <> 0)
                order by comment_id, id desc
                """).param("ids", comments.toArray(Long[]::new)).query(row -> {
            last.put(
                    row.getLong("comment_id"),
                    new Corrected(
                            row.getObject("act", UUID.class),
                            new MemberId(row.getLong("member_id")),
                            row.getTimestamp("at").toInstant()));
        });
        return last;
    }

    /** @return the utterances it's about; none where it was undone before */
    List<Long> undo(UUID act, MemberId by, Instant now) {
        return jdbc.sql("""
                update correction set undone_at = :now, undone_by = :by
                where brand_id = current_brand() and act = :act and undone_at is null
                returning comment_id
                """)
                .param("act", act, Types.OTHER)
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** Takes away the words of these speakers; answers how many corrections that concerns. */
    int forget(Collection<Long> profiles) {
        return jdbc.sql("""
                update correction k set text = '' from comment c
                where k.brand_id = current_brand() and c.brand_id = k.brand_id and c.id = k.comment_id
                  and c.profile_id = any(:profiles) and k.text <> ''
                """).param("profiles", profiles.toArray(Long[]::new)).update();
    }

    /** Those before {@code before}, the newest first. */
    List<Judged> page(long before, int most) {
        return jdbc.sql("""
                select * from correction where brand_id = current_brand() and id < :before order by id desc limit :most
                """)
                .param("before", before)
                .param("most", most)
                .query((row, n) -> judged(row))
                .list();
    }

    /** @param heard how many utterances are counted at most */
    Rightness rightness(Instant since, int heard) {
        return jdbc.sql("""
                with k as (
                    select drawn, comment_id, language is null and mood is null and marks_there | marks_not = 0 as fine
                    from correction where brand_id = current_brand() and at > :since and undone_at is null)
                select count(*) filter (where drawn) asked, count(*) filter (where drawn and fine) fine,
                    count(distinct comment_id) filter (where not fine) wrong,
                    (select count(*) from (
                        select 1 from verdict v join comment c on c.brand_id = v.brand_id and c.id = v.comment_id
                        where v.brand_id = current_brand() and v.at > :since and not c.us limit :heard) h) heard
                from k
                """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("heard", heard)
                .query((row, n) -> new Rightness(
                        row.getInt("asked"), row.getInt("fine"), row.getInt("wrong"), row.getInt("heard")))
                .single();
    }

    /**
     * Utterances of the last time that nobody has judged, drawn by lot: the same ones until they are judged or the seed changes, so
     * that nobody can choose among them by asking again.
     */
    List<Long> draw(Instant since, String seed, int most) {
        return jdbc.sql("""
                select id from (
                    select c.id from verdict v join comment c on c.brand_id = v.brand_id and c.id = v.comment_id
                    where v.brand_id = current_brand() and v.at > :since and not c.us and c.text <> '' and c.erased_at is null
                      and c.standing <> 'DELETED'
                    order by v.at desc, v.comment_id desc limit 5000) lately
                where not exists (
                    select from correction k where k.brand_id = current_brand() and k.comment_id = lately.id and k.undone_at is null)
                order by md5(id || :seed) limit :most
                """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("seed", seed)
                .param("most", most)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** The newest utterance in each of these conversations that was said to us, is there and was understood. */
    List<Long> newest(Collection<ConversationId> conversations) {
        return jdbc.sql("""
                select distinct on (c.conversation_id) c.id
                from conversation k
                join comment c on (c.brand_id, c.account_id, c.conversation_id) = (k.brand_id, k.account_id, k.id)
                join verdict v on v.brand_id = c.brand_id and v.comment_id = c.id
                where k.brand_id = current_brand() and k.id = any(:ids) and not c.us and c.standing in ('SHOWN', 'HELD')
                  and c.gone_at is null and c.erased_at is null
                order by c.conversation_id, c.at desc, c.id desc
                """)
                .param("ids", conversations.stream().map(ConversationId::value).toArray(Long[]::new))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    private static Correction correction(ResultSet row) throws SQLException {
        var marks = new HashMap<Mark, Boolean>();
        Marks.of(row.getInt("marks_not")).forEach(mark -> marks.put(mark, false));
        Marks.of(row.getInt("marks_there")).forEach(mark -> marks.put(mark, true));
        return new Correction(row.getString("text"), language(row.getString("language")), mood(row, "mood"), marks);
    }

    private static Judged judged(ResultSet row) throws SQLException {
        var undone = row.getTimestamp("undone_at");
        return new Judged(
                row.getLong("id"),
                row.getObject("act", UUID.class),
                new ConversationId(row.getLong("conversation_id")),
                new CommentId(row.getLong("comment_id")),
                new MemberId(row.getLong("member_id")),
                row.getTimestamp("at").toInstant(),
                row.getString("language_before"),
                Utterances.mood(row.getObject("mood_before", Integer.class)),
                Marks.of(row.getInt("marks_before")),
                correction(row),
                row.getBoolean("drawn"),
                undone == null ? null : undone.toInstant(),
                new MemberId(row.getLong("undone_by")));
    }

    private static @Nullable Mood mood(ResultSet row, String column) throws SQLException {
        var kept = row.getObject(column, Integer.class);
        return kept == null ? null : Utterances.mood(kept);
    }

    private static @Nullable Language language(@Nullable String code) {
        return code == null ? null : new Language(code);
    }

    private static @Nullable String code(@Nullable Language language) {
        return language == null ? null : language.code();
    }

    private static @Nullable Long number(@Nullable Mood mood) {
        return switch (mood) {
            case NEGATIVE -> -1L;
            case NEUTRAL -> 0L;
            case POSITIVE -> 1L;
            case UNSURE -> null;
            case null -> null;
        };
    }

    private static long bits(Correction correction, boolean there) {
        return Marks.bits(correction.marks().entrySet().stream()
                .filter(each -> each.getValue() == there)
                .map(Map.Entry::getKey)
                .toList());
    }
}
