package dev.parvi.listening;

import dev.parvi.shared.MemberId;
import dev.parvi.shared.StoryId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Words that nobody in the brand wants to read of, in the brand whose scope it is. */
@Repository
class MutedWords {

    /** All words of a row stand among the stems of the story's titles, each in one of its forms. */
    private static final String MATCHES =
            "not exists (select from unnest(m.stems) w where not t.stems && string_to_array(w, ' '))";

    private final JdbcClient jdbc;

    MutedWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Hushing.Word> all() {
        return jdbc.sql("select id, word, at from muted_word where brand_id = current_brand() order by lower(word), id")
                .query((row, n) -> new Hushing.Word(
                        row.getLong("id"),
                        row.getString("word"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    int count() {
        return jdbc.sql("select count(*) from muted_word where brand_id = current_brand()")
                .query(Integer.class)
                .single();
    }

    void add(String word, String[] stems, MemberId by, Instant now) {
        jdbc.sql("""
                insert into muted_word (brand_id, word, stems, member_id, at) values (current_brand(), :word, :stems, :by, :now)
                on conflict do nothing
                """)
                .param("word", word)
                .param("stems", stems)
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @return the word */
    Optional<String> remove(long id) {
        return jdbc.sql("delete from muted_word where brand_id = current_brand() and id = :id returning word")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** Mutes those of these stories that have such a word. */
    void mute(Collection<StoryId> stories, Instant now) {
        mute("and t.id = any(:ids)", Retellings.array(stories), now, now);
    }

    /** Mutes what is told since then. */
    int muteSince(Instant since, Instant now) {
        return mute("and t.last_at >= :since", new Long[0], since, now);
    }

    private int mute(String which, Long[] ids, Instant since, Instant now) {
        return jdbc.sql("""
                update story t set muted_at = :now, muted_word = m.word from muted_word m
                where t.brand_id = current_brand() and t.muted_at is null and m.brand_id = t.brand_id
                """ + which + " and " + MATCHES)
                .param("ids", ids)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void unmute(String word) {
        jdbc.sql("""
                update story set muted_at = null, muted_word = '' where brand_id = current_brand() and muted_at is not null and muted_word = :word
                """).param("word", word).update();
    }
}
