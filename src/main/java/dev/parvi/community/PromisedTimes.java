package dev.parvi.community;

import dev.parvi.shared.AccountId;
import dev.parvi.text.Mark;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By when answers are promised, in the brand whose scope it is. */
@Repository
class PromisedTimes {

    private final JdbcClient jdbc;

    PromisedTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The most exact first. */
    List<Promise> all() {
        return jdbc.sql("""
                select id, account_id, mark, minutes from promise where brand_id = current_brand()
                order by account_id nulls last, mark nulls last
                """)
                .query((row, n) -> new Promise(
                        row.getLong("id"),
                        Optional.ofNullable(row.getObject("account_id", Long.class))
                                .map(AccountId::new),
                        Marks.of(row.getInt("mark")).stream().findFirst(),
                        row.getInt("minutes")))
                .list();
    }

    /** One for the same account and mark is replaced. */
    void put(@Nullable AccountId account, @Nullable Mark mark, int minutes) {
        jdbc.sql("""
                insert into promise (brand_id, account_id, mark, minutes)
                values (current_brand(), :account::bigint, :mark::smallint, :minutes)
                on conflict (brand_id, account_id, mark) do update set minutes = excluded.minutes
                """)
                .param("account", account == null ? null : account.value(), Types.BIGINT)
                .param("mark", mark == null ? null : Marks.bit(mark), Types.INTEGER)
                .param("minutes", minutes)
                .update();
    }

    void drop(long id) {
        jdbc.sql("delete from promise where brand_id = current_brand() and id = :id")
                .param("id", id)
                .update();
    }

    /** Those in which somebody waits, from {@code after} on by number: their promises are to be worked out anew. */
    List<Long> waiting(long after, int most) {
        return jdbc.sql("""
                select id from conversation where brand_id = current_brand() and state = 'OPEN' and waiting and id > :after
                order by id limit :most
                """)
                .param("after", after)
                .param("most", most)
                .query((row, n) -> row.getLong(1))
                .list();
    }
}
