package dev.parvi.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Fault;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.team.Seat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
@RecordApplicationEvents
class AccessingTest {

    @Autowired
    Given given;

    @Autowired
    Accessing accessing;

    @Autowired
    Connecting connecting;

    @Autowired
    Rekeying rekeying;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEvents events;

    Seat seat;
    Account account;

    @BeforeEach
    void an_account() {
        seat = given.brand();
        account = given.account(seat);
    }

    @Test
    void credentials_come_back_as_they_were_brought() {
        assertThat(opened(account.id()).credentials()).isEqualTo(Map.of("place", account.place(), "token", "token-1"));
    }

    @Test
    void the_database_holds_them_unreadable() {
        assertThat(new String(stored(account.id()), StandardCharsets.ISO_8859_1))
                .doesNotContain("token");
    }

    @Test
    void credentials_of_one_account_do_not_open_for_another() {
        var other = given.account(seat);
        inScope(() -> jdbc.sql("update account set credentials = :sealed where id = :id")
                .param("sealed", stored(account.id()))
                .param("id", other.id().value())
                .update());
        var opened = accessing.open(seat.brand(), List.of(account.id(), other.id()));
        assertThat(opened).containsOnlyKeys(account.id());
        assertThat(get(other.id()).health()).isEqualTo(Account.Health.REAUTH);
    }

    @Test
    void another_brand_opens_nothing() {
        assertThat(accessing.open(given.brand().brand(), List.of(account.id()))).isEmpty();
    }

    @Test
    void accounts_of_many_brands_are_opened_at_once_each_as_its_own_brands() {
        var elsewhere = given.brand();
        var other = given.account(elsewhere);
        var second = given.account(seat);
        var opened = accessing.open(
                Map.of(seat.brand(), List.of(account.id(), second.id()), elsewhere.brand(), List.of(other.id())));
        assertThat(opened).containsOnlyKeys(account.id(), second.id(), other.id());
        assertThat(opened.get(other.id()).brand()).isEqualTo(elsewhere.brand());
        assertThat(opened.get(other.id()).credentials()).containsEntry("place", other.place());
        assertThat(accessing.open(Map.of(elsewhere.brand(), List.of(account.id(), second.id()))))
                .isEmpty();
    }

    @Test
    void opening_for_many_brands_leaves_the_scope_as_it_was() {
        var elsewhere = given.brand();
        var other = given.account(elsewhere);
        var vaults = "select count(*) from vaults(array[:brand]::bigint[], array[:account]::bigint[])";
        assertThat(inScope(() -> jdbc.sql(vaults)
                                .param("brand", elsewhere.brand().value())
                                .param("account", other.id().value())
                                .query(Long.class)
                                .single()
                        + jdbc.sql("select current_brand()").query(Long.class).single()))
                .isEqualTo(1 + seat.brand().value());
    }

    @Test
    void one_account_that_does_not_open_keeps_none_of_another_brand() {
        var elsewhere = given.brand();
        var other = given.account(elsewhere);
        inScope(() -> jdbc.sql("update account set credentials = 'x' where id = :id")
                .param("id", account.id().value())
                .update());
        var opened =
                accessing.open(Map.of(seat.brand(), List.of(account.id()), elsewhere.brand(), List.of(other.id())));
        assertThat(opened).containsOnlyKeys(other.id());
        assertThat(get(account.id()).health()).isEqualTo(Account.Health.REAUTH);
    }

    @Test
    void a_renewal_is_kept_for_the_next_time() throws ConnectorFailed {
        var access = opened(account.id());
        var fresh = access.renew(access.credentials(), stale -> Map.of("token", "renewed"));
        assertThat(fresh).containsEntry("token", "renewed").isEqualTo(access.credentials());
        assertThat(opened(account.id()).credentials()).isEqualTo(fresh);
    }

    @Test
    void a_renewal_runs_outside_any_transaction() throws ConnectorFailed {
        var access = opened(account.id());
        access.renew(access.credentials(), stale -> {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isFalse();
            return Map.of("token", "renewed");
        });
    }

    @Test
    void twenty_calls_that_find_them_stale_at_once_renew_them_once() throws Exception {
        var renewals = new AtomicInteger();
        var all = new CountDownLatch(20);
        Callable<Map<String, String>> call = () -> {
            var access = opened(account.id());
            var stale = access.credentials();
            all.countDown();
            all.await();
            return access.renew(stale, old -> Map.of("token", "renewed-" + renewals.incrementAndGet()));
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer :
                    threads.invokeAll(IntStream.range(0, 20).mapToObj(n -> call).toList())) {
                assertThat(answer.get()).containsEntry("token", "renewed-1");
            }
        }
        assertThat(renewals).hasValue(1);
    }

    @Test
    void what_another_node_saved_meanwhile_wins_over_a_slower_renewal() throws ConnectorFailed {
        var access = opened(account.id());
        var answered = access.renew(access.credentials(), stale -> {
            signInAgain();
            return Map.of("token", "slow");
        });
        assertThat(answered)
                .containsEntry("token", "token-2")
                .isEqualTo(opened(account.id()).credentials());
    }

    @Test
    void a_refresh_token_that_another_node_has_used_up_is_no_failure() throws ConnectorFailed {
        var access = opened(account.id());
        var answered = access.renew(access.credentials(), stale -> {
            signInAgain();
            throw new ConnectorFailed(new Fault("expired", "used up"), true);
        });
        assertThat(answered).containsEntry("token", "token-2");
    }

    @Test
    void a_renewal_that_fails_leaves_the_credentials_as_they_were() {
        var access = opened(account.id());
        assertThatThrownBy(() -> access.renew(access.credentials(), stale -> {
                    throw new ConnectorFailed(new Fault("timeout", ""), false);
                }))
                .isInstanceOf(ConnectorFailed.class);
        assertThat(opened(account.id()).credentials()).containsEntry("token", "token-1");
        assertThat(get(account.id()).health()).isEqualTo(Account.Health.WELL);
    }

    @Test
    void an_account_disconnected_during_the_work_is_not_renewed() {
        var access = opened(account.id());
        Tenant.run(seat.brand(), () -> connecting.disconnect(seat, account.id()));
        assertThatThrownBy(() -> access.renew(access.credentials(), stale -> Map.of("token", "renewed")))
                .isInstanceOf(ConnectorFailed.class)
                .hasMessageContaining("disconnected");
    }

    @Test
    void a_lost_account_says_why_and_tells_it_once() {
        accessing.lost(seat.brand(), account.id(), new Fault("revoked", "Token has been revoked"));
        accessing.lost(seat.brand(), account.id(), new Fault("revoked", "again"));
        var lost = get(account.id());
        assertThat(lost.health()).isEqualTo(Account.Health.REAUTH);
        assertThat(lost.fault()).isEqualTo(new Fault("revoked", "Token has been revoked"));
        assertThat(events.stream(AccountLost.class)
                        .filter(each -> each.account().equals(account.id())))
                .containsExactly(new AccountLost(seat.brand(), account.id(), "revoked"));
    }

    @Test
    void sealing_anew_keeps_what_is_sealed() {
        var before = stored(account.id());
        assertThat(rekeying.reseal()).isPositive();
        assertThat(stored(account.id())).isNotEqualTo(before);
        assertThat(opened(account.id()).credentials()).containsEntry("token", "token-1");
    }

    private dev.parvi.connector.Access opened(AccountId id) {
        return accessing.open(seat.brand(), List.of(id)).get(id);
    }

    private void signInAgain() throws ConnectorFailed {
        connecting.reconnect(seat, account.id(), Map.of("handle", account.place(), "password", "right"));
    }

    private Account get(AccountId id) {
        return Tenant.in(seat.brand(), () -> connecting.get(id)).orElseThrow();
    }

    private byte[] stored(AccountId id) {
        return inScope(() -> jdbc.sql("select credentials from account where id = :id")
                .param("id", id.value())
                .query(byte[].class)
                .single());
    }

    private <T> T inScope(java.util.function.Supplier<T> work) {
        return Tenant.in(seat.brand(), () -> transaction.execute(status -> work.get()));
    }
}
