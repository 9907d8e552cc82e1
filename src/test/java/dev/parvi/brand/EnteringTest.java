package dev.parvi.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class EnteringTest {

    @Autowired
    Branding branding;

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Seat seat;
    Brand brand;

    @BeforeEach
    void found() {
        seat = given.brand();
        brand = Tenant.in(seat.brand(), branding::current);
    }

    @Test
    void a_member_enters_with_their_roles() {
        var olli = given.colleague(seat, Role.AUTHOR, Role.ANALYST);
        var entered = branding.enter(olli.member(), brand.handle()).orElseThrow();
        assertThat(entered.brand()).isEqualTo(brand);
        assertThat(entered.seat()).isEqualTo(olli);
    }

    @Test
    void who_has_no_seat_there_does_not_enter() {
        var stranger = given.brand().member();
        assertThat(branding.enter(stranger, brand.handle())).isEmpty();
        assertThat(branding.enter(seat.member(), "no-such-brand")).isEmpty();
    }

    @Test
    void a_seat_that_is_taken_away_is_gone_with_the_next_page() {
        var olli = given.colleague(seat, Role.AUTHOR);
        assertThat(branding.enter(olli.member(), brand.handle())).isPresent();
        within("delete from membership where member_id = " + olli.member().value());
        assertThat(branding.enter(olli.member(), brand.handle())).isEmpty();
    }

    @Test
    void a_change_shows_with_the_next_page() {
        branding.enter(seat.member(), brand.handle());
        within("update brand set name = 'Anew' where id = " + brand.id().value());
        assertThat(branding.enter(seat.member(), brand.handle())
                        .orElseThrow()
                        .brand()
                        .name())
                .isEqualTo("Anew");
    }

    @Test
    void the_publishers_role_may_not_ask_who_sits_where(@Autowired @Qualifier("worker") JdbcClient worker) {
        assertThatThrownBy(() -> worker.sql("select * from entered_brand('x', 1)")
                        .query()
                        .listOfRows())
                .isInstanceOf(DataAccessException.class);
    }

    private void within(String sql) {
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(status -> jdbc.sql(sql).update()));
    }
}
