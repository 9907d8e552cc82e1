package dev.parvi.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.account.Accessing;
import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.brand.Branding;
import dev.parvi.connector.Fault;
import dev.parvi.connector.PublishOutcome;
import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.Mails;
import dev.parvi.platform.Tenant;
import dev.parvi.platform.TestBrowser;
import dev.parvi.platform.WebPush;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.TestNetwork;
import dev.parvi.support.TestPlace;
import dev.parvi.team.Pushing;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import dev.parvi.ui.Languages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
@Import(Planned.class)
class AlertingTest {

    private static final Fault FAULT = new Fault("test", "said the network");

    /** Stands for a mail server: what was handed over. */
    private static final class Posted implements Mails {
        record Mail(String to, String subject, String text) {}

        final List<Mail> mails = new ArrayList<>();

        @Override
        public boolean set() {
            return true;
        }

        @Override
        public void send(String to, String subject, String text) {
            mails.add(new Mail(to, subject, text));
        }
    }

    @Autowired
    Given given;

    @Autowired
    HandClock clock;

    @Autowired
    Planned planned;

    @Autowired
    Alerts alerts;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Wishes wishes;

    @Autowired
    Wishing wishing;

    @Autowired
    Connecting connecting;

    @Autowired
    Accessing accessing;

    @Autowired
    Branding branding;

    @Autowired
    Languages languages;

    @Autowired
    Pushing pushing;

    @Autowired
    WebPush push;

    @Autowired
    DeskSettings settings;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    TestBrowser browser;
    Posted post;
    Alerting alerting;
    Seat seat;
    Account account;
    TestPlace place;

    @BeforeEach
    void a_brand_with_an_account_and_a_browser() throws Exception {
        browser = new TestBrowser();
        post = new Posted();
        alerting = new Alerting(
                alerts,
                deliveries,
                wishes,
                connecting,
                branding,
                languages,
                post,
                pushing,
                settings,
                clock,
                transaction);
        alerting.tellAll();
        post.mails.clear();
        seat = given.brand();
        account = given.account(seat);
        place = TestNetwork.of(account.place());
    }

    @AfterEach
    void no_browser() {
        browser.close();
    }

    @Test
    void a_refused_post_reaches_managers_and_authors_once_with_the_reason_and_the_way_to_it() {
        given.colleague(seat, Role.AUTHOR);
        given.colleague(seat, Role.ANALYST);
        refused("Uusi erä");
        alerting.tellAll();
        alerting.tellAll();
        assertThat(post.mails).hasSize(2);
        var mail = post.mails.getFirst();
        assertThat(mail.subject()).endsWith(": Refused: Uusi erä");
        assertThat(mail.text())
                .contains("The network answered: said the network")
                .contains("http://localhost:8080" + given.at(seat) + "/deliveries/")
                .contains("/alerts");
    }

    @Test
    void what_comes_within_a_minute_is_told_together_after_it() {
        refused("one");
        alerting.tellAll();
        refused("two");
        refused("three");
        clock.pass(Duration.ofSeconds(59));
        alerting.tellAll();
        assertThat(post.mails).hasSize(1);
        clock.pass(Duration.ofSeconds(2));
        alerting.tellAll();
        assertThat(post.mails).hasSize(2);
        assertThat(post.mails.getLast().subject()).endsWith(": 2 things need you");
        assertThat(post.mails.getLast().text())
                .contains("two")
                .contains("three")
                .doesNotContain("Refused: one");
    }

    @Test
    void the_same_post_that_is_refused_again_is_told_again() {
        refused("stubborn");
        alerting.tellAll();
        clock.pass(Duration.ofMinutes(2));
        place.answers(new PublishOutcome.Rejected(FAULT));
        planned.in(
                seat,
                () -> deliveries.release(
                        deliveries
                                .page(Ledger.Show.NEEDS, java.util.Optional.empty(), 1)
                                .getFirst()
                                .id(),
                        clock.instant(),
                        false));
        planned.turn();
        alerting.tellAll();
        assertThat(post.mails).hasSize(2);
    }

    @Test
    void a_late_post_and_one_to_post_by_hand_are_told_too() {
        var byHand = given.account(seat, "byhand", "A group");
        planned.plan(seat, account, clock.instant().minus(Duration.ofHours(2)), "belated");
        planned.plan(seat, byHand, clock.instant(), "handmade");
        planned.turn();
        alerting.tellAll();
        assertThat(post.mails).hasSize(1);
        assertThat(post.mails.getFirst().text())
                .contains("Too late, waits for you: belated")
                .contains("Post it by hand now: handmade");
    }

    @Test
    void an_account_that_is_lost_is_told_once_and_again_when_it_is_lost_again() {
        accessing.lost(seat.brand(), account.id(), FAULT);
        alerting.tellAll();
        clock.pass(Duration.ofMinutes(2));
        alerting.tellAll();
        assertThat(post.mails).hasSize(1);
        assertThat(post.mails.getFirst().subject()).contains("Sign in again: Place");
        reconnected();
        accessing.lost(seat.brand(), account.id(), FAULT);
        alerting.tellAll();
        assertThat(post.mails).hasSize(2);
    }

    @Test
    void an_account_that_came_back_in_time_is_not_told() {
        accessing.lost(seat.brand(), account.id(), FAULT);
        reconnected();
        alerting.tellAll();
        assertThat(post.mails).isEmpty();
    }

    @Test
    void who_wants_other_things_is_not_told() {
        Tenant.run(seat.brand(), () -> wishing.want(seat, new Wish(Set.of(AlertKind.LATE), true, true)));
        assertThat(Tenant.in(seat.brand(), () -> wishing.wanted(seat)).wish().kinds())
                .containsExactly(AlertKind.LATE);
        refused("not wanted");
        alerting.tellAll();
        assertThat(post.mails).isEmpty();
    }

    @Test
    void a_browser_reads_what_only_it_can_and_knows_who_sent_it() throws Exception {
        subscribed();
        refused("Uusi erä");
        alerting.tellAll();
        assertThat(browser.read()).hasSize(1);
        assertThat(browser.read().getFirst()).contains("Refused: Uusi erä").contains("/deliveries/");
        assertThat(browser.signedBy(push.publicKey())).isTrue();
    }

    @Test
    void a_browser_that_is_gone_is_forgotten_and_one_in_trouble_is_not() {
        subscribed();
        browser.answers(500);
        refused("one");
        alerting.tellAll();
        assertThat(pushing.browsers(seat.member())).isEqualTo(1);
        browser.answers(410);
        clock.pass(Duration.ofMinutes(2));
        refused("two");
        alerting.tellAll();
        assertThat(pushing.browsers(seat.member())).isZero();
    }

    @Test
    void what_no_browser_would_say_is_not_kept() {
        var wrong = new WebPush.Subscription(browser.subscription().endpoint(), "BBBB", "AAAA");
        assertThat(Tenant.in(seat.brand(), () -> wishing.subscribe(seat, wrong)))
                .isFalse();
        subscribed();
        Tenant.run(seat.brand(), () -> wishing.unsubscribe(seat, browser.said().get("endpoint")));
        assertThat(pushing.browsers(seat.member())).isZero();
    }

    private void subscribed() {
        assertThat(Tenant.in(seat.brand(), () -> wishing.subscribe(seat, browser.subscription())))
                .isTrue();
    }

    private void refused(String text) {
        place.answers(new PublishOutcome.Rejected(FAULT));
        planned.plan(seat, account, clock.instant(), text);
        planned.turn();
    }

    private void reconnected() {
        try {
            connecting.reconnect(seat, account.id(), Map.of("handle", account.place(), "password", "right"));
        } catch (dev.parvi.connector.ConnectorFailed e) {
            throw new AssertionError(e);
        }
    }
}
