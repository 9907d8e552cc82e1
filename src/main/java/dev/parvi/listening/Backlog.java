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

    private final JdbcClient jdbc;
    private final JdbcClient worker;

    Backlog(JdbcClient jdbc, @Qualifier("worker") JdbcClient worker) {
        this.jdbc = jdbc;
        this.worker = worker;
    }

    void add(String follower, List<ItemId> items) {
        jdbc.sql("insert into backlog (brand_id, follower, items) values (current_brand(), :follower, :items)")
                .param("follower", follower)
                .param("items", items.stream().map(ItemId::value).toArray(Long[]::new))
                .update();
    }

    /**
     * The oldest of the brand whose scope it is that nobody else has taken.
     *
     * @param batches how many rows; a row holds what one call of {@link #add} gave
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
