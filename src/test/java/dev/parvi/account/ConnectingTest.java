package dev.parvi.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.brand.Brand.Aim;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Descriptor;
import dev.parvi.connector.Fault;
import dev.parvi.connector.SignsIn.Step;
import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.TestNetwork;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
@RecordApplicationEvents
class ConnectingTest {

    @Autowired
    Given given;

    @Autowired
    Connecting connecting;

    @Autowired
    Accessing accessing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEvents events;

    Seat seat;

    @BeforeEach
    void a_brand() {
        seat = given.brand();
    }

    @Test
    void the_networks_to_choose_from_are_those_one_can_sign_in_to() {
        assertThat(connecting.networks()).extracting(Descriptor::network).contains(TestNetwork.KEY, TestNetwork.KEYED);
    }

    @Test
    void what_asks_nothing_is_offered_until_it_is_connected_and_the_others_stay() throws ConnectorFailed {
        given.account(seat);
        assertThat(offered()).contains("page", TestNetwork.KEY);
        connecting.answer(seat, "page", Map.of());
        assertThat(offered()).doesNotContain("page").contains(TestNetwork.KEY);
    }

    @Test
    void a_sign_in_begins_with_the_fields_the_network_asks_for() {
        assertThat(connecting.begin(seat, TestNetwork.KEY))
                .isInstanceOfSatisfying(
                        Step.Ask.class,
                        ask -> assertThat(ask.fields())
                                .extracting(field -> field.name())
                                .containsExactly("handle", "password"));
    }

    @Test
    void an_account_stands_with_its_brand_and_with_no_other() {
        var account = given.account(seat);
        assertThat(open(seat)).containsExactly(account);
        assertThat(account.handle()).isEqualTo("@" + account.place());
        assertThat(account.well()).isTrue();
        assertThat(open(given.brand())).isEmpty();
    }

    @Test
    void a_refused_sign_in_leaves_nothing_behind() {
        assertThatThrownBy(() -> connecting.answer(
                        seat, TestNetwork.KEY, Map.of("handle", "somebody", "password", TestNetwork.WRONG)))
                .isInstanceOf(ConnectorFailed.class);
        assertThat(open(seat)).isEmpty();
    }

    @Test
    void a_place_is_connected_once() {
        var account = given.account(seat);
        assertThatThrownBy(() -> connecting.answer(seat, TestNetwork.KEY, right(account.place())))
                .isInstanceOfSatisfying(
                        ConnectorFailed.class,
                        failed ->
                                assertThat(failed.fault()).isEqualTo(new Fault("connected-already", account.handle())));
        assertThat(open(seat)).containsExactly(account);
    }

    @Test
    void two_brands_may_share_a_place() {
        var account = given.account(seat);
        var other = given.brand();
        given.account(other, TestNetwork.KEY, account.place());
        assertThat(open(other)).hasSize(1);
    }

    @Test
    void a_disconnected_account_is_gone_from_the_list_with_its_credentials() {
        var account = given.account(seat);
        disconnect(account);
        assertThat(open(seat)).isEmpty();
        assertThat(accessing.open(seat.brand(), List.of(account.id()))).isEmpty();
        assertThat(storedBytes(account)).isZero();
    }

    @Test
    void connected_again_it_comes_back_as_the_same_account() {
        var account = given.account(seat);
        disconnect(account);
        assertThat(given.account(seat, TestNetwork.KEY, account.place())).isEqualTo(account);
        assertThat(told(account)).isEqualTo(1);
    }

    @Test
    void signing_in_again_makes_a_lost_account_well_and_tells_it() throws ConnectorFailed {
        var account = given.account(seat);
        accessing.lost(seat.brand(), account.id(), new Fault("revoked", ""));
        connecting.reconnect(seat, account.id(), right(account.place()));
        assertThat(open(seat)).containsExactly(account);
        assertThat(told(account)).isEqualTo(1);
    }

    @Test
    void connecting_a_lost_account_anew_is_signing_in_again() throws ConnectorFailed {
        var account = given.account(seat);
        accessing.lost(seat.brand(), account.id(), new Fault("revoked", ""));
        connecting.answer(seat, TestNetwork.KEY, right(account.place()));
        assertThat(open(seat)).containsExactly(account);
    }

    @Test
    void signing_in_to_another_place_does_not_reconnect_this_one() {
        var account = given.account(seat);
        accessing.lost(seat.brand(), account.id(), new Fault("revoked", ""));
        assertThatThrownBy(() -> connecting.reconnect(seat, account.id(), right("another")))
                .isInstanceOfSatisfying(
                        ConnectorFailed.class,
                        failed -> assertThat(failed.fault()).isEqualTo(new Fault("other-place", "@another")));
        assertThat(open(seat)).extracting(Account::health).containsExactly(Account.Health.REAUTH);
    }

    @Test
    void what_an_account_is_for_is_kept() {
        var account = given.account(seat);
        Tenant.run(seat.brand(), () -> connecting.aim(seat, account.id(), Set.of(Aim.SALES, Aim.IMAGE)));
        assertThat(open(seat).getFirst().aims()).containsExactlyInAnyOrder(Aim.SALES, Aim.IMAGE);
    }

    @Test
    void only_a_manager_connects_and_disconnects() {
        var account = given.account(seat);
        var author = given.colleague(seat, Role.AUTHOR, Role.APPROVER, Role.MODERATOR, Role.ANALYST);
        assertThatThrownBy(() -> connecting.begin(author, TestNetwork.KEY)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> connecting.answer(author, TestNetwork.KEY, right("x")))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> connecting.reconnect(author, account.id(), right(account.place())))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> connecting.disconnect(author, account.id())).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> connecting.aim(author, account.id(), Set.of())).isInstanceOf(NotAllowed.class);
        assertThat(open(seat)).containsExactly(account);
    }

    private static Map<String, String> right(String place) {
        return Map.of("handle", place, "password", "right");
    }

    private List<Account> open(Seat of) {
        return Tenant.in(of.brand(), connecting::open);
    }

    private List<String> offered() {
        return Tenant.in(seat.brand(), connecting::offered).stream()
                .map(Descriptor::network)
                .toList();
    }

    private void disconnect(Account account) {
        Tenant.run(seat.brand(), () -> connecting.disconnect(seat, account.id()));
    }

    private long told(Account account) {
        return events.stream(AccountReconnected.class)
                .filter(each -> each.account().equals(account.id()))
                .count();
    }

    private long storedBytes(Account account) {
        return Tenant.in(
                seat.brand(),
                () -> transaction.execute(status -> jdbc.sql("select length(credentials) from account where id = :id")
                        .param("id", account.id().value())
                        .query(Long.class)
                        .single()));
    }
}
