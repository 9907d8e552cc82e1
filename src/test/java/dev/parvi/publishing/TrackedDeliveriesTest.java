package dev.parvi.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.account.Account;
import dev.parvi.planning.Composing;
import dev.parvi.planning.Draft;
import dev.parvi.planning.Scheduling;
import dev.parvi.planning.Wording;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.PostId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.TestNetwork;
import dev.parvi.team.Seat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
@Import(Planned.class)
class TrackedDeliveriesTest {

    @Autowired
    Given given;

    @Autowired
    Composing composing;

    @Autowired
    Scheduling scheduling;

    @Autowired
    Planned planned;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Seat seat;
    Account account;
    PostId post;

    @BeforeEach
    void make() {
        seat = given.brand();
        account = given.account(seat);
        post = Tenant.in(seat.brand(), () -> composing.start(seat));
    }

    private void write(Wording words) {
        var draft = new Draft(words, "", List.of(), "", null, List.of(), List.of(Draft.Own.same(account.id())), 0, "");
        Tenant.in(seat.brand(), () -> composing.save(seat, post, draft));
    }

    private String links() {
        return Tenant.in(
                seat.brand(),
                () -> transaction.execute(
                        status -> jdbc.sql("""
                        select coalesce(string_agg(t.part || ' ' || t.account_id || ' ' || (d.part = t.part and d.post_id = t.post_id), ', '
                            order by t.part), '')
                        from tracked_link t left join delivery d on d.brand_id = t.brand_id and d.id = t.delivery_id
                        """).query(String.class).single()));
    }

    @Test
    void what_goes_out_holds_tracked_addresses_and_each_knows_its_delivery() {
        write(new Wording(
                        "",
                        "Look: https://example.org/a",
                        List.of("And https://example.org/b!"),
                        List.of(),
                        "example.org/a")
                .withTrackedLinks());
        Tenant.in(seat.brand(), () -> scheduling.now(seat, post));
        planned.turn();
        planned.turn();
        var sent = TestNetwork.of(account.place()).texts();
        assertThat(sent).hasSize(2);
        assertThat(sent.toString()).contains("http://localhost:8080/l/").doesNotContain("example.org/");
        assertThat(links()).isEqualTo("0 " + account.id() + " true, 1 " + account.id() + " true");
    }

    @Test
    void without_the_tick_nothing_is_tracked() {
        write(new Wording("", "Look: https://example.org/a", List.of(), List.of(), ""));
        Tenant.in(seat.brand(), () -> scheduling.now(seat, post));
        assertThat(links()).isEmpty();
    }
}
