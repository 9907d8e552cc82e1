package dev.parvi.community;

import dev.parvi.text.Basis;
import dev.parvi.text.Finding;
import dev.parvi.text.Mark;
import dev.parvi.text.Verdict;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
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

    /** Hands what was found on to the conversations; answers which they are. */
    List<Long> handOn(Collection<Long> comments) {
        return jdbc.sql(UnderstandingSql.HAND_ON)
                .param("ids", comments.toArray(Long[]::new))
                .query((row, n) -> row.getLong(1))
                .list();
    }
}
