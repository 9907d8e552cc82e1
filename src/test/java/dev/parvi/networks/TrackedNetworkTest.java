package dev.parvi.networks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.parvi.account.Account;
import dev.parvi.community.Answering;
import dev.parvi.community.Talked;
import dev.parvi.connector.bluesky.RealView;
import dev.parvi.planning.Composing;
import dev.parvi.planning.Draft;
import dev.parvi.planning.Scheduling;
import dev.parvi.planning.Wording;
import dev.parvi.platform.Tenant;
import dev.parvi.publishing.Retelling;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.PostId;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import dev.parvi.tracking.Added;
import dev.parvi.tracking.Arranging;
import dev.parvi.tracking.Attributing;
import dev.parvi.tracking.By;
import dev.parvi.tracking.TypedRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * From a post on the whole real network to what the company got of it: people follow the links that stand there, land on its
 * site, register and call. What the results say is counted once more from the raw rows, by SQL of this test's own.
 */
@Tag("networks")
@Import({Added.class, Talked.class})
// limit: 320 because it is one way, from the post to the figures and their second count
class TrackedNetworkTest extends BrowserTest {

    private static final String ANNA =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
    private static final String BEN = ANNA.replace("X11; Linux x86_64", "Windows NT 10.0; Win64; x64");
    private static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");

    /** As docs/figures.md says it: touches of that day (UTC), within 30 minutes by the same link one, shared three ways. */
    private static final String COUNTED_AGAIN = """
            with touch as (
                select c.id, v.link_id, v.at, lag(v.link_id) over w as link_before, lag(v.at) over w as at_before
                from conversion c join visit v on v.brand_id = c.brand_id and v.visitor = c.visitor and v.at <= c.at
                    and v.kind in (1, 5, 6) and date_trunc('day', v.at, 'UTC') = date_trunc('day', c.at, 'UTC')
                where c.brand_id = current_brand()
                window w as (partition by c.id order by v.at, v.kind)),
            came as (
                select id, link_id, row_number() over (partition by id order by at) as n, count(*) over (partition by id) as of
                from touch where link_before is distinct from link_id or at > at_before + interval '30 minutes')
            select coalesce(l.%1$s::text, '') as what, sum(case when n = 1 then 1 else 0 end) as firsts,
                sum(case when n = of then 1 else 0 end) as lasts, sum(1.0 / of) as linear
            from came join tracked_link l on l.brand_id = current_brand() and l.id = came.link_id
            group by 1
            """;

    private RealView view;

    @Autowired
    Composing composing;

    @Autowired
    Scheduling scheduling;

    @Autowired
    Retelling retelling;

    @Autowired
    Answering answering;

    @Autowired
    Talked talked;

    @Autowired
    Arranging arranging;

    @Autowired
    Attributing attributing;

    @Autowired
    Added added;

    @Autowired
    HandClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Shop shop;
    private Seat seat;
    private Account account;
    private RealView.Person us;

    @BeforeEach
    void open() throws Exception {
        view = new RealView();
        // The network's own time is the real one; all of it happens on one day.
        var now = Instant.now();
        clock.set(now.atOffset(ZoneOffset.UTC).getHour() < 20 ? now : now.minus(Duration.ofHours(4)));
        seat = given.brand();
        us = view.person();
        account = given.account(
                seat,
                "bluesky",
                Map.of("handle", us.handle(), "password", us.appPassword(), "server", view.address.toString()));
        var rules = new TypedRules(address(), "{network}", "social", "{campaign}", "{kind}", "127.0.0.1", false, 90);
        Tenant.run(seat.brand(), () -> arranging.change(seat, rules));
        shop = new Shop(address(), in(() -> arranging.shown().rules().site()));
    }

    @AfterEach
    void close() {
        shop.close();
        view.close();
    }

    private <T> T in(Supplier<T> work) {
        return Tenant.in(seat.brand(), work::get);
    }

    @Test
    void links_in_a_post_and_in_an_answer_are_credited_with_what_people_did_who_followed_them() throws Exception {
        var post = published();
        var conversation = answered();
        var links = links();
        assertThat(links).hasSize(2).allSatisfy(link -> assertThat(link).startsWith(address() + "/l/"));

        var anna = visitor(ANNA);
        lands(anna, links.getFirst(), 1);
        clock.pass(Duration.ofHours(1));
        lands(anna, links.getLast(), 2);
        registers(anna, 1);
        calls(anna, 2);
        clock.pass(Duration.ofMinutes(10));
        var ben = visitor(BEN);
        lands(ben, links.getLast(), 3);
        registers(ben, 3);
        visitor("Googlebot/2.1 (+http://www.google.com/bot.html)").navigate(links.getFirst());

        added.up();
        assertThat(credited(By.POST)).isEqualTo(Map.of(post.toString(), "2/0/1", "", "1/3/2"));
        assertThat(credited(By.ANSWER)).isEqualTo(Map.of(conversation.toString(), "1/3/2", "", "2/0/1"));
        assertThat(credited(By.ACCOUNT)).isEqualTo(Map.of(account.id().toString(), "3/3/3"));
        assertThat(clicks(By.POST)).isEqualTo(Map.of(post.toString(), 1L, "", 2L));
        countedAgain();
        shown();
    }

    private PostId published() {
        var words = new Wording("", "Our spring roast is here: " + shop.address("spring"), List.of(), List.of(), "");
        var post = in(() -> composing.start(seat, Draft.of("", List.of(account.id()))));
        var draft = in(() -> composing.get(post).draft());
        var tracked = new Draft(
                words.withTrackedLinks(), "", List.of(), "en", null, List.of(), draft.versions(), draft.revision(), "");
        Tenant.run(seat.brand(), () -> composing.save(seat, post, tracked));
        Tenant.run(seat.brand(), () -> scheduling.now(seat, post));
        assertThat(Tenant.in(seat.brand(), () -> retelling.turn(seat))).isOne();
        return post;
    }

    /** Somebody asks below the post, the desk reads it, and we answer with a link. */
    private ConversationId answered() throws Exception {
        view.settle();
        var root = view.posts(us).getFirst();
        view.reply(view.person(), root, root, "And where can I taste it?");
        view.settle();
        talked.reads(seat, account);
        var asked = in(() -> transaction.execute(status -> jdbc.sql(
                        "select conversation_id, id from comment where text = 'And where can I taste it?'")
                .query((row, n) -> Map.entry(new ConversationId(row.getLong(1)), new CommentId(row.getLong(2))))
                .single()));
        var text = "At the bar, book a seat: " + shop.address("tasting");
        Tenant.run(
                seat.brand(),
                () -> answering.answer(seat, asked.getKey(), asked.getValue(), text, UUID.randomUUID(), true));
        assertThat(Tenant.in(seat.brand(), () -> retelling.turn(seat))).isOne();
        return asked.getKey();
    }

    /** Where the post and the answer lead, as it stands in their records on the network's server. */
    private List<String> links() throws Exception {
        return view.records(us).reversed().stream()
                .flatMap(record -> record.path("facets").valueStream())
                .flatMap(facet -> facet.path("features").valueStream())
                .map(feature -> feature.path("uri").asString())
                .toList();
    }

    private void lands(Page page, String link, int most) {
        page.navigate(link);
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.url()).startsWith(shop.address("")).contains("utm_source=bluesky", "pv=");
        page.waitForCondition(() -> raw("select count(*) from visit where kind = 5") == most);
    }

    private void registers(Page page, int conversions) {
        page.locator("button").click();
        assertThat(page.locator("h1")).hasText("/registered");
        page.waitForCondition(() -> raw("select count(*) from conversion") == conversions);
    }

    private void calls(Page page, int conversions) {
        page.locator("a[href^=tel]").click();
        page.waitForCondition(() -> raw("select count(*) from conversion") == conversions);
    }

    private long raw(String sql) {
        return in(() -> transaction.execute(
                status -> jdbc.sql(sql).query((row, n) -> row.getLong(1)).single()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private Map<String, String> credited(By by) {
        var credited = new TreeMap<String, String>();
        in(() -> attributing.by(by, today().minusDays(1), today().plusDays(1), ""))
                .forEach(each -> credited.put(
                        each.key(),
                        plain(each.credit().first()) + "/" + plain(each.credit().last()) + "/"
                                + plain(each.credit().linear())));
        return credited;
    }

    private Map<String, Long> clicks(By by) {
        var clicks = new TreeMap<String, Long>();
        in(() -> attributing.by(by, today().minusDays(1), today().plusDays(1), ""))
                .forEach(each -> clicks.put(each.key(), each.people()));
        return clicks;
    }

    private void countedAgain() {
        Map.of(By.POST, "post_id", By.ANSWER, "conversation_id", By.ACCOUNT, "account_id")
                .forEach((by, column) -> {
                    var again = new TreeMap<String, String>();
                    Tenant.run(
                            seat.brand(),
                            () -> transaction.executeWithoutResult(status -> jdbc.sql(COUNTED_AGAIN.formatted(column))
                                    .query(row -> {
                                        again.put(
                                                row.getString(1),
                                                plain(row.getBigDecimal(2)) + "/" + plain(row.getBigDecimal(3)) + "/"
                                                        + plain(row.getBigDecimal(4)));
                                    })));
                    assertThat(again).as("by %s", by).isEqualTo(credited(by));
                });
        assertThat(raw("select count(*) from visit where kind = 1")).isEqualTo(3);
        assertThat(raw("select count(*) from visit where kind = 2")).isEqualTo(1);
    }

    private static String plain(BigDecimal number) {
        return number.setScale(4, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    /** The page says the same, each rule beside the others. */
    private void shown() {
        var desk = signedIn(window(1280, ColorScheme.LIGHT), seat);
        desk.navigate(given.at(seat) + "/results?by=ANSWER");
        assertThat(desk.locator("section[aria-labelledby=r-by] tbody tr")
                        .first()
                        .locator("td"))
                .containsText(new String[] {"2", "2", "1", "3", "2"});
        desk.navigate(given.at(seat) + "/results?by=POST");
        assertThat(desk.locator("section[aria-labelledby=r-by] tbody tr")).hasCount(2);
        picture(desk, "results-of-a-real-post");
    }
}
