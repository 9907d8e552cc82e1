package dev.parvi.support;

import dev.parvi.account.Connecting;
import dev.parvi.brand.Brand;
import dev.parvi.brand.Branding;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.planning.VersionScheduled;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.MemberId;
import dev.parvi.shared.PostId;
import dev.parvi.shared.VersionId;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills a desk: accounts are connected and deliveries written by the rooms' own use cases and events. */
class Load {

    private final ApplicationContext desk;

    Load(ApplicationContext desk) {
        this.desk = desk;
    }

    /**
     * Connects accounts, spread over brands.
     *
     * @param given name, value, name, value … of each account's sign-in
     * @return how many there are
     */
    int accounts(String network, Stream<String[]> given, int brands) {
        var connecting = desk.getBean(Connecting.class);
        var seats = IntStream.range(0, brands).mapToObj(this::brand).toList();
        var all = given.toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var i = 0; i < all.size(); i++) {
                var seat = seats.get(i % brands);
                var fields = all.get(i);
                threads.submit(() -> Tenant.in(seat.brand(), () -> connect(connecting, seat, network, fields)));
            }
        }
        return seats.stream()
                .mapToInt(seat -> Tenant.in(seat.brand(), connecting::open).size())
                .sum();
    }

    /** Connects one more account to the brand that was made first. */
    int join(String network, String[] given) {
        var brand = desk.getBean(Branding.class).all().getFirst();
        return Objects.requireNonNull(Tenant.in(brand, () -> {
            connect(desk.getBean(Connecting.class), LoadOfAnswers.seat(desk, brand), network, given);
            return desk.getBean(Connecting.class).open().size();
        }));
    }

    /** Plans posts, round the accounts, due in {@code lead} ms and spread over {@code spread} ms; each has a text of its own. */
    long plan(int count, long lead, long spread, String words) {
        var due = System.currentTimeMillis() + lead;
        var brands = desk.getBean(Branding.class).all();
        var left = count;
        for (var b = 0; b < brands.size(); b++) {
            var share = left / (brands.size() - b);
            var first = count - left;
            left -= share;
            Tenant.in(
                    brands.get(b),
                    () -> desk.getBean(TransactionTemplate.class)
                            .execute(status -> planned(
                                    share, i -> due + spread * (first + i) / count, i -> words + " " + (first + i))));
        }
        return due;
    }

    /** Gives a brand four accounts and plans posts for it, one after the other over so many days. */
    int fill(String handle, String network, int count, int days) {
        var brand = desk.getBean(Branding.class).named(handle).orElseThrow();
        var now = System.currentTimeMillis();
        var step = Duration.ofDays(days).toMillis() / count;
        return Objects.requireNonNull(Tenant.in(brand, () -> {
            var seat = LoadOfAnswers.seat(desk, brand);
            var member = seat.member();
            for (var each : List.of("north", "east", "south", "west")) {
                connect(desk.getBean(Connecting.class), seat, network, new String[] {"handle", each});
            }
            return desk.getBean(TransactionTemplate.class)
                    .execute(status ->
                            planned(count, i -> now + 3_600_000 + step * i, i -> "What we roast this week, part " + i));
        }));
    }

    /** How many deliveries stand in each state, open attempts, and how late calls were begun (ms). */
    String report() {
        return worker().sql("""
                with begun as (
                    select extract(epoch from a.begun_at - d.due_at) * 1000 late from attempt a
                    join delivery d on d.id = a.delivery_id where a.number = 1 and a.begun_at is not null)
                select json_build_object(
                    'states', (select json_object_agg(state, n) from (select state, count(*) n from delivery group by state) s),
                    'open', (select count(*) from attempt where ended_at is null),
                    'abandoned', (select count(*) from attempt where outcome = 'ABANDONED'),
                    'waiting', (select count(*) from delivery where state in ('DUE', 'CLAIMED') and next_at <= now()),
                    'unsettled', (select count(*) from delivery where state in ('DUE', 'CLAIMED', 'WAITING')),
                    'early', (select count(*) from begun where late < 0),
                    'begunP50', (select percentile_cont(0.5) within group (order by late) from begun),
                    'begunP99', (select percentile_cont(0.99) within group (order by late) from begun),
                    'lastRecorded', coalesce((select extract(epoch from max(published_at)) * 1000 from delivery), 0))::text
                """).query(String.class).single();
    }

    private int planned(int count, IntToLongFunction due, IntFunction<String> text) {
        var jdbc = desk.getBean(JdbcClient.class);
        var member = new MemberId(jdbc.sql("select member_id from membership limit 1")
                .query((row, n) -> row.getLong(1))
                .single());
        var accounts = jdbc.sql("select id, network from account order by id")
                .query((row, n) -> new Object[] {row.getLong(1), row.getString(2)})
                .list();
        var posts = written(
                member, accounts, IntStream.range(0, count).mapToObj(text).toList(), due);
        for (var i = 0; i < posts.size(); i++) {
            var ids = posts.get(i);
            desk.publishEvent(new VersionScheduled(
                    Tenant.brand().orElseThrow(),
                    new PostId(ids[1]),
                    new VersionId(ids[0]),
                    new AccountId(ids[2]),
                    (String) accounts.get(i % accounts.size())[1],
                    1,
                    0,
                    Instant.ofEpochMilli(due.applyAsLong(i)),
                    member));
        }
        return posts.size();
    }

    /** The id, the post's and the account's of each version. */
    private List<long[]> written(MemberId member, List<Object[]> accounts, List<String> texts, IntToLongFunction due) {
        var count = texts.size();
        return desk.getBean(JdbcClient.class)
                .sql("""
                with p as (
                    insert into post (brand_id, author_id, made_at, changed_at, text, state)
                    select current_brand(), :member, now(), now(), text, 'PLANNED' from unnest(:texts::text[]) text returning id),
                pairs as (select id, row_number() over (order by id) n from p)
                insert into version (brand_id, post_id, account_id, content, planned_at, planned_local, planned_zone)
                select current_brand(), p.id, a.account, a.content::jsonb, a.due, a.due at time zone 'Europe/Helsinki', 'Europe/Helsinki'
                from pairs p
                join unnest(:accounts::bigint[], :contents::text[], :dues::timestamptz[]) with ordinality a (account, content, due, n) using (n)
                returning id, post_id, account_id
                """)
                .param("member", member.value())
                .param("texts", texts.toArray(String[]::new))
                .param(
                        "dues",
                        IntStream.range(0, count)
                                .mapToObj(i ->
                                        Instant.ofEpochMilli(due.applyAsLong(i)).toString())
                                .toArray(String[]::new))
                .param(
                        "accounts",
                        IntStream.range(0, count)
                                .mapToObj(i -> (Long) accounts.get(i % accounts.size())[0])
                                .toArray(Long[]::new))
                .param(
                        "contents",
                        IntStream.range(0, count)
                                .mapToObj(i -> content(texts.get(i)))
                                .toArray(String[]::new))
                .query((row, n) -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)})
                .list();
    }

    private static String content(String text) {
        return "{\"parts\":[{\"title\":\"\",\"text\":\"" + text
                + "\",\"pictures\":[],\"link\":null,\"quote\":null,\"tags\":[],\"languages\":[\"en\"]}],\"comments\":[]}";
    }

    private Seat brand(int number) {
        var member = new MemberId(desk.getBean(JdbcClient.class)
                .sql("insert into member (email, name, password) values (:email, 'Load', 'x') returning id")
                .param("email", UUID.randomUUID() + "@example.org")
                .query((row, n) -> row.getLong(1))
                .single());
        var handle = "load-" + UUID.randomUUID().toString().substring(0, 8) + "-" + number;
        var brand = desk.getBean(Branding.class)
                .found(
                        member,
                        id -> new Brand(
                                id,
                                handle,
                                handle,
                                ZoneId.of("Europe/Helsinki"),
                                Locale.ENGLISH,
                                "",
                                Set.of(),
                                "#1f6f5c",
                                false,
                                Duration.ofMinutes(30),
                                false));
        return new Seat(member, "Load", brand.id(), EnumSet.of(Role.MANAGER));
    }

    private JdbcClient worker() {
        return BeanFactoryAnnotationUtils.qualifiedBeanOfType(
                desk.getAutowireCapableBeanFactory(), JdbcClient.class, "worker");
    }

    private static Object connect(Connecting connecting, Seat seat, String network, String[] fields) {
        var given = new HashMap<String, String>();
        for (var i = 0; i + 1 < fields.length; i += 2) {
            given.put(fields[i], fields[i + 1]);
        }
        for (var tries = 1; ; tries++) {
            try {
                return connecting.answer(seat, network, given);
            } catch (ConnectorFailed e) {
                if (tries == 3) {
                    throw new IllegalStateException("Account " + given.get("handle") + " could not be connected", e);
                }
            }
        }
    }
}
