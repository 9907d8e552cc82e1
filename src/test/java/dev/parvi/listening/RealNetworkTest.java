package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.connector.bluesky.RealView;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.ItemId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From a post on the whole real network to an item in the desk, with all that an answer there needs. */
@DeskTest
@Tag("networks")
class RealNetworkTest {

    private static RealView view;

    @Autowired
    private Given given;

    @Autowired
    private Connecting connecting;

    @Autowired
    private TuningIn tuningIn;

    @Autowired
    private Mentioning mentioning;

    @Autowired
    private NetworkReading reading;

    @Autowired
    private NetworkTurns turns;

    @Autowired
    private FoundPosts foundPosts;

    @Autowired
    private HandClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    @Qualifier("worker")
    private TransactionTemplate worker;

    private final String word = "kahvila" + Long.toString(System.nanoTime(), 36);
    private Seat seat;
    private Account account;
    private RealView.Person somebody;
    private Duration later = Duration.ZERO;

    @BeforeAll
    static void start() throws Exception {
        view = new RealView();
    }

    @AfterAll
    static void stop() {
        view.close();
    }

    @BeforeEach
    void connect() throws Exception {
        // the network's own time is the real one
        clock.set(Instant.now());
        seat = given.brand();
        var us = view.person();
        somebody = view.person();
        view.settle();
        var progress = Tenant.in(
                seat.brand(),
                () -> connecting.answer(
                        seat,
                        "bluesky",
                        Map.of(
                                "handle",
                                us.handle(),
                                "password",
                                us.appPassword(),
                                "server",
                                view.address.toString())));
        account = ((Connecting.Progress.Connected) progress).account();
    }

    private void read() {
        later = later.plusHours(1);
        clock.set(Instant.now().plus(later));
        var reader = UUID.randomUUID();
        worker.execute(status -> turns.claim(reader, 1_000, NetworkReading.LEASE, clock.instant())).stream()
                .filter(each -> each.brand().equals(seat.brand()))
                .forEach(each -> reading.read(each.brand(), each.source(), reader));
    }

    private Map<String, Long> items() {
        var items = new java.util.HashMap<String, Long>();
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(status -> jdbc.sql(
                                "select words, id from item where brand_id = current_brand()")
                        .query(row -> {
                            assertThat(items.put(row.getString("words"), row.getLong("id")))
                                    .as("twice: " + row.getString("words"))
                                    .isNull();
                        })));
        return items;
    }

    @Test
    void what_somebody_says_there_becomes_an_item_once_and_can_be_answered() throws Exception {
        Tenant.in(seat.brand(), () -> tuningIn.follow(seat, account.id() + ":SEARCH", word));
        Tenant.in(seat.brand(), () -> tuningIn.follow(seat, account.id() + ":TAG", "#" + word + "tunniste"));
        Tenant.in(seat.brand(), () -> tuningIn.follow(seat, account.id() + ":ACCOUNT", somebody.handle()));
        var first = "Uusi " + word + " avattiin";
        var id = view.post(somebody, first);
        view.settle();
        read();
        // the search and the account have each found it, as sources of their own
        var found = Tenant.in(
                seat.brand(),
                () -> transaction.execute(status -> jdbc.sql(
                                "select id from item where brand_id = current_brand() and words = :words order by id")
                        .param("words", first)
                        .query(Long.class)
                        .list()));
        assertThat(found).hasSize(2);
        var post = Tenant.in(seat.brand(), () -> foundPosts.of(new ItemId(found.getFirst())))
                .orElseThrow();
        assertThat(post.heard().id()).isEqualTo(id);
        assertThat(post.heard().marks().get("cid")).startsWith("bafy");
        assertThat(post.heard().marks().get("root")).isEqualTo(id);
    }

    @Test
    void the_name_of_the_brand_is_found_where_somebody_says_it() throws Exception {
        Tenant.in(seat.brand(), () -> mentioning.add(seat, WatchedName.Whose.OURS, word));
        view.post(somebody, "Käytiin paikassa " + word + "ssa, ihanaa!");
        view.settle();
        read();
        view.post(somebody, "Ja toisen kerran " + word + "an");
        view.settle();
        read();
        read();
        assertThat(items().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        List.of("Käytiin paikassa " + word + "ssa, ihanaa!", "Ja toisen kerran " + word + "an"));
        assertThat(Tenant.in(seat.brand(), () -> mentioning.names(seat))
                        .getFirst()
                        .found())
                .isEqualTo(2);
    }
}
