package dev.parvi.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.shared.MemberId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.HandClock;
import dev.parvi.team.SigningIn.Outcome;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class SigningInTest {

    private static final String PASSWORD = "kolme kissaa katolla";

    @Autowired
    SigningIn signingIn;

    @Autowired
    Oneself oneself;

    @Autowired
    Resetting resetting;

    @Autowired
    Members members;

    @Autowired
    Passwords passwords;

    @Autowired
    HandClock clock;

    private final String email = UUID.randomUUID() + "@example.org";
    private final Device device = new Device("Firefox", UUID.randomUUID().toString());

    @Test
    void the_right_password_lets_in_whatever_the_case_of_the_address() {
        var member = member();
        var in = (Outcome.In) signingIn.tryIn(email.toUpperCase(Locale.ROOT) + " ", PASSWORD, device);
        assertThat(in.member().id()).isEqualTo(member);
        assertThat(signingIn.known(in.token(), device.address()))
                .hasValueSatisfying(session -> assertThat(session.member().id()).isEqualTo(member));
    }

    @Test
    void a_wrong_password_and_an_unknown_address_get_the_same_answer() {
        member();
        assertThat(signingIn.tryIn(email, "not the password", device))
                .isEqualTo(signingIn.tryIn("nobody@example.org", PASSWORD, device))
                .isEqualTo(new Outcome.Wrong());
    }

    @Test
    void an_unknown_address_costs_a_digest_too() {
        // What tells a member's address from another is time; both must go through the same work.
        assertThat(passwords.fits(PASSWORD, null)).isFalse();
        assertThat(passwords.fits("", null)).isFalse();
    }

    @Test
    void after_ten_tries_even_the_right_password_waits_a_quarter_of_an_hour() {
        member();
        for (var i = 0; i < SigningIn.TRIES_BY_ACCOUNT; i++) {
            assertThat(signingIn.tryIn(email, "guess " + i, elsewhere())).isInstanceOf(Outcome.Wrong.class);
        }
        assertThat(signingIn.tryIn(email, PASSWORD, device)).isInstanceOf(Outcome.Later.class);
        clock.pass(Duration.ofMinutes(15));
        assertThat(signingIn.tryIn(email, PASSWORD, device)).isInstanceOf(Outcome.In.class);
    }

    @Test
    void one_address_cannot_try_many_accounts() {
        for (var i = 0; i < SigningIn.TRIES_BY_ADDRESS; i++) {
            assertThat(signingIn.tryIn(i + email, "guess", device)).isInstanceOf(Outcome.Wrong.class);
        }
        assertThat(signingIn.tryIn("another" + email, "guess", device)).isInstanceOf(Outcome.Later.class);
    }

    @Test
    void the_right_password_wipes_out_the_wrong_ones_before_it() {
        member();
        for (var i = 0; i < 2 * SigningIn.TRIES_BY_ACCOUNT; i++) {
            var password = i % 5 == 4 ? PASSWORD : "guess";
            assertThat(signingIn.tryIn(email, password, device)).isNotInstanceOf(Outcome.Later.class);
        }
    }

    @Test
    void a_browser_that_is_not_used_for_thirty_days_is_signed_out_and_one_that_is_stays() {
        var token = signingIn.begin(member(), device);
        clock.pass(Duration.ofDays(29));
        assertThat(signingIn.known(token, device.address())).isPresent();
        clock.pass(Duration.ofDays(29));
        assertThat(signingIn.known(token, device.address())).isPresent();
        clock.pass(Duration.ofDays(30));
        assertThat(signingIn.known(token, device.address())).isEmpty();
    }

    @Test
    void signing_out_ends_this_browser_only() {
        var member = member();
        var here = signingIn.begin(member, device);
        var there = signingIn.begin(member, device);
        signingIn.out(here);
        assertThat(signingIn.known(here, "")).isEmpty();
        assertThat(signingIn.known(there, "")).isPresent();
    }

    @Test
    void a_member_ends_one_session_or_all_others_but_nobody_elses() {
        var member = member();
        var here = signingIn.known(signingIn.begin(member, device), "").orElseThrow();
        var there = signingIn.begin(member, device);
        var stranger = signingIn.begin(
                members.add("x" + email, "X", "x", Locale.ENGLISH).orElseThrow(), device);
        oneself.end(here.member(), signingIn.known(stranger, "").orElseThrow().id());
        oneself.endOthers(here);
        assertThat(signingIn.known(there, "")).isEmpty();
        assertThat(signingIn.known(stranger, "")).isPresent();
        assertThat(oneself.sessions(here.member())).extracting(SignedIn::id).containsExactly(here.id());
    }

    @Test
    void changing_the_password_needs_the_old_one_and_ends_the_other_sessions() {
        var member = member();
        var here = signingIn.known(signingIn.begin(member, device), "").orElseThrow();
        var there = signingIn.begin(member, device);
        assertThat(oneself.changePassword(here, "wrong", "viisi vihreää viiniä"))
                .isEqualTo(Oneself.Changed.WRONG);
        assertThat(oneself.changePassword(here, PASSWORD, "short")).isEqualTo(Oneself.Changed.TOO_WEAK);
        assertThat(signingIn.known(there, "")).isPresent();
        assertThat(oneself.changePassword(here, PASSWORD, "viisi vihreää viiniä"))
                .isEqualTo(Oneself.Changed.DONE);
        assertThat(signingIn.known(there, "")).isEmpty();
        assertThat(signingIn.tryIn(email, PASSWORD, device)).isInstanceOf(Outcome.Wrong.class);
        assertThat(signingIn.tryIn(email, "viisi vihreää viiniä", device)).isInstanceOf(Outcome.In.class);
    }

    @Test
    void a_reset_link_works_once_and_signs_out_everywhere() {
        var member = member();
        var session = signingIn.begin(member, device);
        var link = resetting.link(email).orElseThrow();
        var token = link.substring(link.lastIndexOf('/') + 1);
        assertThat(resetting.isGood(token)).isTrue();
        assertThat(resetting.reset(token, "viisi vihreää viiniä")).contains(member);
        assertThat(signingIn.known(session, "")).isEmpty();
        assertThat(resetting.reset(token, "toinen salasana tässä")).isEmpty();
        assertThat(signingIn.tryIn(email, "viisi vihreää viiniä", device)).isInstanceOf(Outcome.In.class);
    }

    @Test
    void a_reset_link_is_gone_after_an_hour() {
        member();
        var link = resetting.link(email).orElseThrow();
        clock.pass(Resetting.GOOD_FOR);
        assertThat(resetting.isGood(link.substring(link.lastIndexOf('/') + 1))).isFalse();
        assertThat(resetting.reset(link.substring(link.lastIndexOf('/') + 1), PASSWORD))
                .isEmpty();
    }

    @Test
    void passwords_are_kept_as_argon2id_only() {
        assertThat(members.password(member()))
                .hasValueSatisfying(kept -> assertThat(kept)
                        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
                        .doesNotContain(PASSWORD));
    }

    private MemberId member() {
        return members.add(email, "Maija", passwords.hash(PASSWORD), Locale.ENGLISH)
                .orElseThrow();
    }

    private static Device elsewhere() {
        return new Device("", UUID.randomUUID().toString());
    }
}
