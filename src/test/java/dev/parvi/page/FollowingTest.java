package dev.parvi.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.brand.Branding;
import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.Mails;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.BrandId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.ui.Languages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class FollowingTest {

    private static final Visitor MATTI = new Visitor("", "203.0.113.7");
    private static final Pattern LINK = Pattern.compile("/@[^/]+/(follow|unfollow)/(\\S+)");

    @Autowired
    Given given;

    @Autowired
    PagePosts posts;

    @Autowired
    Followers followers;

    @Autowired
    Sites sites;

    @Autowired
    Branding branding;

    @Autowired
    Paces paces;

    @Autowired
    Stamps stamps;

    @Autowired
    Languages languages;

    @Autowired
    DeskSettings settings;

    @Autowired
    HandClock clock;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private final Sent mails = new Sent();
    private BrandId brand;
    private Following following;
    private Posting posting;
    private Telling telling;

    private record Mail(String to, String subject, String text) {}

    /** A mail server that keeps what it's given. */
    private static final class Sent implements Mails {
        private final List<Mail> all = new ArrayList<>();
        private boolean set = true;

        @Override
        public boolean set() {
            return set;
        }

        @Override
        public void send(String to, String subject, String text) {
            all.add(new Mail(to, subject, text));
        }
    }

    @BeforeEach
    void brand() {
        brand = given.brand().brand();
        following = new Following(followers, sites, branding, paces, stamps, mails, languages, settings, clock, events);
        posting = new Posting(posts, branding, settings, mails, clock);
        telling = new Telling(posts, followers, sites, branding, mails, languages, settings, clock, transaction);
    }

    private <T> T within(Supplier<T> work) {
        return Tenant.in(brand, () -> transaction.execute(status -> work.get()));
    }

    private String ask(String email) {
        var stamp = Tenant.in(brand, stamps::stamp);
        clock.pass(Duration.ofSeconds(5));
        return within(() -> following.ask(email, "", stamp, MATTI));
    }

    private String token(Mail mail) {
        var link = LINK.matcher(mail.text());
        assertThat(link.find()).isTrue();
        return link.group(2);
    }

    private void follow(String email) {
        ask(email);
        var token = token(mails.all.removeLast());
        assertThat(within(() -> following.confirm(token))).isTrue();
    }

    private void publish(String key, String text) {
        within(() -> posting.put(key, PostDraft.of(text, clock.instant())));
    }

    @Test
    void nobody_is_mailed_before_they_confirmed_what_was_mailed_to_them() {
        assertThat(ask("matti@example.org")).isEmpty();
        publish("k1", "Uutta");
        telling.tellAll();
        assertThat(mails.all).extracting(Mail::subject).hasSize(1).noneMatch(subject -> subject.contains("Uutta"));
    }

    @Test
    void who_confirmed_gets_each_new_post_once_with_a_way_out_that_works() {
        follow("matti@example.org");
        publish("k1", "Uutta kahvia");
        telling.tellAll();
        telling.tellAll();
        assertThat(mails.all).hasSize(1);
        assertThat(mails.all.getFirst().text()).contains("Uutta kahvia", "/@", "uutta-kahvia-");
        var out = token(new Mail(
                "",
                "",
                mails.all
                        .getFirst()
                        .text()
                        .substring(mails.all.getFirst().text().indexOf("--"))));
        within(() -> {
            following.leave(out);
            return true;
        });
        publish("k2", "Lisää");
        telling.tellAll();
        assertThat(mails.all).hasSize(1);
    }

    @Test
    void a_token_is_good_once_and_for_a_week() {
        ask("matti@example.org");
        var token = token(mails.all.getFirst());
        assertThat(within(() -> following.confirm("other"))).isFalse();
        clock.pass(Duration.ofDays(8));
        assertThat(within(() -> following.confirm(token))).isFalse();
        ask("matti@example.org");
        var fresh = token(mails.all.getLast());
        assertThat(within(() -> following.confirm(fresh))).isTrue();
        assertThat(within(() -> following.confirm(fresh))).isFalse();
    }

    @Test
    void the_token_itself_is_not_kept() {
        ask("matti@example.org");
        var token = token(mails.all.getFirst());
        assertThat(within(() -> followers.confirm(
                        token.getBytes(StandardCharsets.UTF_8), clock.instant().minusSeconds(60), clock.instant())))
                .isEmpty();
    }

    @Test
    void asking_again_answers_the_same_and_mails_nobody_twice_within_the_hour_nor_who_follows_already() {
        assertThat(ask("matti@example.org")).isEmpty();
        assertThat(ask("Matti@Example.org")).isEmpty();
        assertThat(mails.all).hasSize(1);
        follow("liisa@example.org");
        clock.pass(Duration.ofHours(2));
        assertThat(ask("liisa@example.org")).isEmpty();
        assertThat(mails.all).hasSize(1);
    }

    @Test
    void an_address_that_is_none_is_refused_and_five_an_hour_are_enough() {
        assertThat(ask("matti")).isEqualTo("page.email.wrong");
        for (var n = 0; n < 5; n++) {
            assertThat(ask("m" + n + "@example.org")).isEmpty();
        }
        assertThat(ask("m9@example.org")).isEqualTo("page.follow.pace");
    }

    @Test
    void without_a_mail_server_nobody_is_written_down() {
        mails.set = false;
        assertThat(ask("matti@example.org")).isEmpty();
        assertThat(within(followers::count)).isZero();
        publish("k1", "Uutta");
        mails.set = true;
        telling.tellAll();
        assertThat(mails.all).isEmpty();
    }

    @Test
    void what_is_old_by_the_time_it_could_be_told_is_not_told() {
        follow("matti@example.org");
        within(() -> posting.put("old", PostDraft.of("Vanhaa", clock.instant().minus(Duration.ofDays(2)))));
        telling.tellAll();
        assertThat(mails.all).isEmpty();
    }

    @Test
    void what_was_deleted_before_anybody_was_told_is_not_told() {
        follow("matti@example.org");
        var stored = within(() -> posting.put("k", PostDraft.of("Pois", clock.instant())))
                .orElseThrow();
        within(() -> {
            posting.remove(stored.id());
            return true;
        });
        telling.tellAll();
        assertThat(mails.all).isEmpty();
    }
}
