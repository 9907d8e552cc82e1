package dev.parvi.listening;

import dev.parvi.shared.BrandId;
import dev.parvi.shared.ItemId;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Items that wait for slow work, for each follower apart. What is taken is dropped by the same transaction, or stays. */
@Repository
class Backlog {

    /** The most items of a row: who works on some rows at once holds their words in memory. */
    static final int ROW = 250;

    private final JdbcClient jdbc;
    private final JdbcClient worker;

    Backlog(JdbcClient jdbc, @Qualifier("worker") JdbcClient worker) {
        this.jdbc = jdbc;
        this.worker = worker;
    }

    void add(String follower, List<ItemId> items) {
        jdbc.sql("""
                        insert into backlog (brand_id, follower, items)
                        select current_brand(), :follower, array_agg(item order by n) from (
                            select item, n, (n - 1) / :row as part from unnest(:items::bigint[]) with ordinality as u (item, n)) parted
                        group by part order by part
                        """)
                .param("follower", follower)
                .param("row", ROW)
                .param("items", items.stream().map(ItemId::value).toArray(Long[]::new))
                .update();
    }

    /**
     * The oldest of the brand whose scope it is that nobody else has taken.
     *
     * @param batches how many rows of at most {@link #ROW} items
     */
    List<ItemId> take(String follower, int batches) {
        return jdbc
                .sql("""
                        with taken as (
                            select id from backlog where brand_id = current_brand() and follower = :follower
                            order by id limit :batches for update skip locked)
                        delete from backlog b using taken t where b.brand_id = current_brand() and b.id = t.id returning b.id, b.items
                        """)
                .param("follower", follower)
                .param("batches", batches)
                .query((row, n) -> (Long[]) row.getArray("items").getArray())
                .list()
                .stream()
                .flatMap(Arrays::stream)
                .sorted()
                .map(ItemId::new)
                .toList();
    }

    /** Brands in which something waits; the worker's, outside any scope, in a transaction of its own. */
    List<BrandId> brands(String follower) {
        return worker.sql("select distinct brand_id from backlog where follower = :follower")
                .param("follower", follower)
                .query((row, n) -> new BrandId(row.getLong(1)))
                .list();
    }
}
