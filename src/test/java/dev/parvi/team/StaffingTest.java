package dev.parvi.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Joining.Outcome;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;

@DeskTest
class StaffingTest {

    private static final Inviting.Place PLACE = new Inviting.Place("Paahtimo", "paahtimo");

    @Autowired
    Given given;

    @Autowired
    Staffing staffing;

    @Autowired
    Inviting inviting;

    @Autowired
    Joining joining;

    @Autowired
    Seating seating;

    @Autowired
    Audit audit;

    @Autowired
    HandClock clock;

    @Test
    void roles_are_changed_and_written_down() {
        var seat = given.brand();
        var olli = given.colleague(seat, Role.AUTHOR);
        Tenant.run(seat.brand(), () -> staffing.change(seat, olli.member(), EnumSet.of(Role.ANALYST)));
        assertThat(seating.seat(olli.member(), seat.brand()).orElseThrow().roles())
                .containsExactly(Role.ANALYST);
        assertThat(written(seat)).first().satisfies(entry -> {
            assertThat(entry.what()).isEqualTo("team.roles.changed");
            assertThat(entry.subject()).isEqualTo("Olli");
            assertThat(entry.detail()).isEqualTo("AUTHOR → ANALYST");
        });
    }

    @Test
    void the_last_manager_stays_one() {
        var seat = given.brand();
        Tenant.run(seat.brand(), () -> {
            assertThatThrownBy(() -> staffing.change(seat, seat.member(), EnumSet.of(Role.AUTHOR)))
                    .isInstanceOf(NobodyManages.class);
            assertThatThrownBy(() -> staffing.remove(seat, seat.member())).isInstanceOf(NobodyManages.class);
        });
        assertThat(seating.seat(seat.member(), seat.brand()).orElseThrow().roles())
                .containsExactly(Role.MANAGER);
    }

    @Test
    void a_removed_member_has_no_seat_any_more() {
        var seat = given.brand();
        var olli = given.colleague(seat, Role.AUTHOR);
        Tenant.run(seat.brand(), () -> staffing.remove(seat, olli.member()));
        assertThat(seating.seat(olli.member(), seat.brand())).isEmpty();
    }

    @Test
    void a_member_of_another_brand_cannot_be_changed_from_here() {
        var seat = given.brand();
        var stranger = given.brand();
        Tenant.run(seat.brand(), () -> {
            assertThatThrownBy(() -> staffing.change(seat, stranger.member(), EnumSet.of(Role.AUTHOR)))
                    .isInstanceOf(NotAMember.class);
            assertThatThrownBy(() -> staffing.remove(seat, stranger.member())).isInstanceOf(NotAMember.class);
        });
    }

    @Test
    void an_invitation_makes_a_member_once() {
        var seat = given.brand();
        var token = invited(seat, Role.AUTHOR, Role.MODERATOR);
        assertThat(joining.offer(token)).hasValueSatisfying(offer -> {
            assertThat(offer.by()).isEqualTo("Maija");
            assertThat(offer.brandName()).isEqualTo("Paahtimo");
        });
        var joined = (Outcome.Joined) joining.join(token, newcomer(), Locale.of("fi"));
        assertThat(seating.seat(joined.member(), seat.brand()).orElseThrow().roles())
                .containsExactly(Role.AUTHOR, Role.MODERATOR);
        assertThat(joining.join(token, newcomer(), Locale.of("fi"))).isEqualTo(new Outcome.Gone());
        assertThat(joining.offer(token)).isEmpty();
        assertThat(written(seat)).extracting(Entry::what).startsWith("team.joined", "team.invited");
    }

    @Test
    void a_member_of_other_brands_joins_and_keeps_the_roles_they_had() {
        var seat = given.brand();
        var olli = given.colleague(seat, Role.ANALYST);
        joining.join(invited(seat, Role.AUTHOR), olli.member());
        assertThat(seating.seat(olli.member(), seat.brand()).orElseThrow().roles())
                .containsExactly(Role.AUTHOR, Role.ANALYST);
    }

    @Test
    void an_address_that_is_a_members_needs_that_members_sign_in_and_the_link_stays_good() {
        var seat = given.brand();
        var newcomer = newcomer();
        joining.join(invited(seat, Role.AUTHOR), newcomer, Locale.ENGLISH);
        var token = invited(seat, Role.MANAGER);
        assertThat(joining.join(token, newcomer, Locale.ENGLISH)).isEqualTo(new Outcome.Known());
        assertThat(joining.offer(token)).isPresent();
    }

    @Test
    void an_invitation_is_gone_after_a_week_or_when_withdrawn() {
        var seat = given.brand();
        var withdrawn = invited(seat, Role.AUTHOR);
        Tenant.run(seat.brand(), () -> inviting.open(seat).forEach(each -> inviting.withdraw(seat, each.id())));
        assertThat(joining.offer(withdrawn)).isEmpty();
        var old = invited(seat, Role.AUTHOR);
        clock.pass(Inviting.GOOD_FOR);
        assertThat(joining.join(old, newcomer(), Locale.ENGLISH)).isEqualTo(new Outcome.Gone());
        assertThat(Tenant.in(seat.brand(), () -> inviting.open(seat))).isEmpty();
    }

    @Test
    void a_made_up_token_offers_nothing() {
        assertThat(joining.offer("made-up")).isEmpty();
        assertThat(joining.join("made-up", given.member("Olli"))).isEqualTo(new Outcome.Gone());
    }

    @Test
    void nothing_is_written_down_outside_the_transaction_of_what_was_done() {
        var seat = given.brand();
        assertThatThrownBy(() -> Tenant.run(seat.brand(), () -> audit.note(seat, "team.joined", "", "")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void the_log_is_read_page_by_page_without_gap_or_double() {
        var seat = given.brand();
        for (var i = 0; i < 5; i++) {
            invited(seat, Role.AUTHOR);
        }
        Tenant.run(seat.brand(), () -> {
            var first = audit.page(seat, Long.MAX_VALUE, 3);
            var second = audit.page(seat, first.getLast().id(), 3);
            assertThat(first).hasSize(3);
            assertThat(second)
                    .hasSize(2)
                    .allSatisfy(entry ->
                            assertThat(entry.id()).isLessThan(first.getLast().id()));
        });
    }

    private String invited(Seat seat, Role... roles) {
        var link = Tenant.in(seat.brand(), () -> inviting.invite(seat, PLACE, "", Set.of(roles), Locale.ENGLISH));
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private java.util.List<Entry> written(Seat seat) {
        return Tenant.in(seat.brand(), () -> audit.page(seat, Long.MAX_VALUE, 50));
    }

    private static Newcomer newcomer() {
        return new Newcomer("Olli", UUID.randomUUID() + "@example.org", "kolme kissaa katolla");
    }
}
