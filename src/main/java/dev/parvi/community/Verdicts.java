package dev.parvi.community;

import dev.parvi.platform.Columns;
import dev.parvi.text.Basis;
import dev.parvi.text.Finding;
import dev.parvi.text.Mark;
import dev.parvi.text.Mood;
import dev.parvi.text.Verdict;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was understood, in the brand whose scope it is. */
@Repository
class Verdicts {

    private final JdbcClient jdbc;

    Verdicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An utterance to be understood. */
    record Words(long id, String text, boolean us, String languages) {}

    /** What came of one; of our own words only the language counts. */
    record Understood(long comment, boolean us, Verdict verdict) {

        private int bits(Predicate<Finding> which) {
            return us
                    ? 0
                    : Marks.bits(Arrays.stream(Mark.values())
                            .filter(mark -> which.test(verdict.finding(mark)))
                            .toList());
        }

        private @Nullable Long mood() {
            return us
                    ? null
                    : switch (verdict.mood()) {
                        case NEGATIVE -> -1L;
                        case NEUTRAL -> 0L;
                        case POSITIVE -> 1L;
                        case UNSURE -> null;
                    };
        }
    }

    List<Words> words(Collection<Long> comments) {
        return jdbc.sql("""
                select id, text, us, languages from comment
                where brand_id = current_brand() and id = any(:ids) and erased_at is null
                """)
                .param("ids", comments.toArray(Long[]::new))
                .query((row, n) -> new Words(
                        row.getLong("id"), row.getString("text"), row.getBoolean("us"), row.getString("languages")))
                .list();
    }

    /**
     * Keeps them, with the words as they are searched.
     *
     * @return the conversations of those that had been understood before
     */
    List<Long> put(List<Understood> understood) {
        return Columns.of(jdbc.sql(UnderstandingSql.PUT), understood)
                .number("ids", Understood::comment)
                .text(
                        "languages",
                        each -> each.verdict().language().known()
                                ? each.verdict().language().code()
                                : "")
                .number("moods", Understood::mood)
                .text("confidences", each -> Double.toString(each.verdict().moodConfidence()))
                .text("bases", each -> each.verdict().moodBasis().name())
                .number("marks", each -> (long) each.bits(Finding::there))
                .number("unsure", each -> (long) each.bits(found -> found.state() == Finding.State.UNSURE))
                .number("ruled", each -> (long) each.bits(found -> found.basis() == Basis.RULE))
                .number("learned", each -> (long) each.bits(found -> found.basis() == Basis.LEARNED))
                .done()
                .query((row, n) -> row.getBoolean("again") ? row.getLong("conversation_id") : 0L)
                .list()
                .stream()
                .filter(id -> id != 0)
                .distinct()
                .toList();
    }

    /**
     * Hands what was found on to the conversations, and with it by when an answer is promised and how urgent they are, as
     * {@link Conversations#rank} would say; answers which they are.
     *
     * @param usual minutes, where nothing is promised
     */
    List<Long> handOn(Collection<Long> comments, int usual, Instant now) {
        return jdbc.sql(UnderstandingSql.HAND_ON)
                .param("ids", comments.toArray(Long[]::new))
                .param("usual", usual)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** The latest utterances that were said to us and understood, by number. */
    List<Long> lately(Instant since, int most) {
        return jdbc.sql("""
                select v.comment_id from verdict v join comment c on c.brand_id = v.brand_id and c.id = v.comment_id
                where v.brand_id = current_brand() and v.at > :since and not c.us and c.erased_at is null
                order by v.at desc, v.comment_id desc limit :most
                """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** Mood and marks as they are kept, by utterance. */
    Map<Long, Kept> kept(Collection<Long> comments) {
        var kept = new HashMap<Long, Kept>();
        jdbc.sql("""
                select comment_id, mood, marks, language from verdict
                where brand_id = current_brand() and comment_id = any(:ids)
                """).param("ids", comments.toArray(Long[]::new)).query(row -> {
            kept.put(
                    row.getLong("comment_id"),
                    new Kept(
                            Utterances.mood(row.getObject("mood", Integer.class)),
                            Marks.of(row.getInt("marks")),
                            row.getString("language")));
        });
        return kept;
    }

    /** What is kept of a verdict, as far as it's shown at once. */
    record Kept(Mood mood, Set<Mark> marks, String language) {

        static Kept of(Verdict verdict) {
            return new Kept(
                    verdict.mood(),
                    verdict.marks(),
                    verdict.language().known() ? verdict.language().code() : "");
        }
    }
}
