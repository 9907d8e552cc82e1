package dev.parvi.planning;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.PostId;
import dev.parvi.shared.VersionId;
import dev.parvi.team.Seat;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts and posts of a brand, laid straight into the tables. */
final class GivenPosts {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    JdbcClient jdbc() {
        return jdbc;
    }

    GivenPosts(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    AccountId account(Seat seat) {
        return new AccountId(in(
                seat,
                () -> jdbc.sql("""
                insert into account (brand_id, network, place, handle, name, address, credentials)
                values (current_brand(), 'page', :place, 'roastery', 'The roastery', 'https://example.org', '') returning id
                """)
                        .param("place", UUID.randomUUID().toString())
                        .query(Long.class)
                        .single()));
    }

    /** A draft with one part and one first comment on each account. */
    PostId post(Seat seat, String text, AccountId... accounts) {
        return in(seat, () -> {
            var post = jdbc.sql("""
                    insert into post (brand_id, text, author_id, made_at, changed_at)
                    values (current_brand(), :text, :author, now(), now()) returning id
                    """)
                    .param("text", text)
                    .param("author", seat.member().value())
                    .query(Long.class)
                    .single();
            Arrays.stream(accounts).forEach(account -> version(post, account, text));
            return new PostId(post);
        });
    }

    List<VersionId> versions(Seat seat, PostId post) {
        return in(
                seat,
                () -> jdbc.sql("select id from version where post_id = :post order by id")
                        .param("post", post.value())
                        .query((row, n) -> new VersionId(row.getLong(1)))
                        .list());
    }

    void seal(Seat seat, VersionId version) {
        run(seat, "update version set sealed_at = now() where id = " + version);
    }

    void run(Seat seat, String sql) {
        in(seat, () -> jdbc.sql(sql).update());
    }

    <T> T one(Seat seat, Class<T> type, String sql) {
        return in(seat, () -> jdbc.sql(sql).query(type).single());
    }

    <T> T in(Seat seat, Supplier<T> work) {
        return Tenant.in(seat.brand(), () -> transaction.execute(status -> work.get()));
    }

    private void version(long post, AccountId account, String text) {
        jdbc.sql("""
                insert into version (brand_id, post_id, account_id, content)
                values (current_brand(), :post, :account,
                        jsonb_build_object('parts', jsonb_build_array(jsonb_build_object('text', :text::text) || cast(:rest as jsonb)), 'comments', jsonb_build_array(jsonb_build_object('text', 'first') || cast(:rest as jsonb))))
                """)
                .param("post", post)
                .param("account", account.value())
                .param("text", text)
                .param("rest", "{\"title\":\"\",\"pictures\":[],\"tags\":[],\"languages\":[]}")
                .update();
    }
}
