package dev.parvi.bench;

import dev.parvi.account.Connecting;
import dev.parvi.brand.Brand;
import dev.parvi.brand.Branding;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.planning.VersionScheduled;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.MemberId;
import dev.parvi.shared.PostId;
import dev.parvi.shared.VersionId;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.IntToLongFunction;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills the desk: accounts are connected and deliveries written by the rooms' own use cases and events. */
class Load {

    private final ApplicationContext beans;

    Load(ApplicationContext beans) {
        this.beans = beans;
    }

    /** Connects accounts to the sink, spread over brands; answers how many there are. */
    int accounts(int count, int brands) {
        var connecting = beans.getBean(Connecting.class);
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var b = 0; b < brands; b++) {
                var seat = brand(b);
                for (var a = 0; a < count / brands; a++) {
                    var handle = "a" + b + "-" + a;
                    threads.submit(() -> Tenant.in(seat.brand(), () -> connect(connecting, seat, handle)));
                }
            }
        }
        return count;
    }

    /** Plans one delivery for each of {@code count} accounts: due in {@code lead} ms, spread over {@code spread} ms. */
    long plan(int count, long lead, long spread) {
        var due = System.currentTimeMillis() + lead;
        var left = count;
        for (var brand : beans.getBean(Branding.class).all()) {
            var first = count - left;
            var most = left;
            left -= Objects.requireNonNull(Tenant.in(brand, () -> transaction()
                    .execute(status -> planned(brand, accountsOf(most), i -> due + spread * (first + i) / count))));
        }
        return due;
    }

    /** How many deliveries stand in each state, open attempts, and how late calls were begun (ms). */
    String report() {
        var worker = BeanFactoryAnnotationUtils.qualifiedBeanOfType(beans.getAutowireCapableBeanFactory(), JdbcClient.class, "worker");
        return worker.sql("""
                select json_build_object(
                    'states', (select json_object_agg(state, n) from (select state, count(*) n from delivery group by state) s),
                    'open', (select count(*) from attempt where ended_at is null),
                    'early', (select count(*) from attempt a join delivery d on d.id = a.delivery_id where a.begun_at < d.due_at),
                    'begunP50', (select percentile_cont(0.5) within group (order by extract(epoch from a.begun_at - d.due_at) * 1000) from attempt a join delivery d on d.id = a.delivery_id where a.number = 1),
                    'begunP99', (select percentile_cont(0.99) within group (order by extract(epoch from a.begun_at - d.due_at) * 1000) from attempt a join delivery d on d.id = a.delivery_id where a.number = 1),
                    'lastRecorded', (select extract(epoch from max(published_at)) * 1000 from delivery))::text
                """)
                .query(String.class)
                .single();
    }

    private int planned(BrandId brand, List<Long> accounts, IntToLongFunction due) {
        ApplicationEventPublisher events = beans;
        var jdbc = beans.getBean(JdbcClient.class);
        var member = jdbc.sql("select member_id from membership limit 1").query(Long.class).single();
        var ids = jdbc.sql("""
                with p as (
                    insert into post (brand_id, author_id, made_at, changed_at, text)
                    select current_brand(), :member, now(), now(), 'Post' from unnest(:accounts::bigint[]) returning id),
                pairs as (
                    select p.id, a.account from (select id, row_number() over () n from p) p
                    join unnest(:accounts::bigint[]) with ordinality a (account, n) using (n))
                insert into version (brand_id, post_id, account_id, content)
                select current_brand(), id, account, '{"parts":[{"title":"","text":"Good morning from the roastery","pictures":[],"link":null,"quote":null,"tags":[],"languages":["en"]}],"comments":[]}'
                from pairs returning id, post_id, account_id
                """)
                .param("member", member)
                .param("accounts", accounts.toArray(Long[]::new))
                .query((row, n) -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)})
                .list();
        for (var i = 0; i < ids.size(); i++) {
            var id = ids.get(i);
            events.publishEvent(new VersionScheduled(
                    brand, new PostId(id[1]), new VersionId(id[0]), new AccountId(id[2]), SinkNetwork.KEY, 1, 0,
                    Instant.ofEpochMilli(due.applyAsLong(i)), new MemberId(member)));
        }
        return ids.size();
    }

    private List<Long> accountsOf(int most) {
        return beans.getBean(JdbcClient.class).sql("select id from account order by id limit :most").param("most", most).query(Long.class).list();
    }

    private Seat brand(int number) {
        var member = new MemberId(beans.getBean(JdbcClient.class)
                .sql("insert into member (email, name, password) values (:email, 'Bench', 'x') returning id")
                .param("email", UUID.randomUUID() + "@example.org")
                .query(Long.class)
                .single());
        var handle = "bench-" + UUID.randomUUID().toString().substring(0, 8) + "-" + number;
        var brand = beans.getBean(Branding.class).found(member, id -> new Brand(
                id, handle, handle, ZoneId.of("Europe/Helsinki"), Locale.ENGLISH, "", Set.of(), "#1f6f5c", false, Duration.ofMinutes(30), false));
        return new Seat(member, "Bench", brand.id(), EnumSet.of(Role.MANAGER));
    }

    private static Object connect(Connecting connecting, Seat seat, String handle) {
        try {
            return connecting.answer(seat, SinkNetwork.KEY, Map.of("handle", handle));
        } catch (ConnectorFailed e) {
            throw new IllegalStateException(e);
        }
    }

    private TransactionTemplate transaction() {
        return beans.getBean(TransactionTemplate.class);
    }
}
