package dev.parvi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.brand.Branding;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class TenancyTest {

    @Autowired
    Given given;

    @Autowired
    Branding branding;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_query_without_where_shows_only_the_brand_whose_scope_it_is() {
        var one = given.brand();
        var two = given.brand();
        assertThat(Tenant.in(one.brand(), this::seats))
                .containsExactly(one.brand().value());
        assertThat(Tenant.in(two.brand(), this::seats))
                .containsExactly(two.brand().value());
    }

    @Test
    void outside_any_scope_nothing_is_shown() {
        given.brand();
        assertThat(seats()).isEmpty();
    }

    @Test
    void a_member_sees_the_brands_they_belong_to_and_no_other() {
        var one = given.brand();
        given.brand();
        assertThat(branding.of(one.member())).extracting(brand -> brand.id()).containsExactly(one.brand());
    }

    private List<Long> seats() {
        return transaction.execute(status -> jdbc.sql("select distinct brand_id from membership")
                .query(Long.class)
                .list());
    }
}
