package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.account.Account;
import dev.parvi.listening.Mentioning.Added;
import dev.parvi.listening.WatchedName.Whose;
import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.TestNetwork;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class MentioningTest {

    @Autowired
    private Given given;

    @Autowired
    private Mentioning mentioning;

    @Autowired
    private Following following;

    @Autowired
    private NetworkReading reading;

    @Autowired
    private NetworkTurns turns;

    @Autowired
    private HandClock clock;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    @Qualifier("worker")
    private TransactionTemplate worker;

    private Seat seat;
    private Account account;

    @BeforeEach
    void connect() {
        seat = given.brand();
        account = given.account(seat);
    }

    private Added add(Whose whose, String name) {
        return Tenant.in(seat.brand(), () -> mentioning.add(seat, whose, name));
    }

    private List<WatchedName> names() {
        return Tenant.in(seat.brand(), () -> mentioning.names(seat));
    }

    private List<Source> sources() {
        return Tenant.in(seat.brand(), () -> transaction.execute(status -> following.all(seat)));
    }

    private void read() {
        var reader = UUID.randomUUID();
        worker.execute(status -> turns.claim(reader, 1_000, NetworkReading.LEASE, clock.instant())).stream()
                .filter(each -> each.brand().equals(seat.brand()))
                .forEach(each -> reading.read(each.brand(), each.source(), reader));
    }

    @Test
    void a_name_is_looked_for_on_each_network_that_can_be_searched_once() {
        given.account(seat);
        assertThat(add(Whose.OURS, "Paahtimo Aalto")).isEqualTo(Added.DONE);
        assertThat(sources()).hasSize(1);
        assertThat(sources().getFirst().name()).isEqualTo("“Paahtimo Aalto”");
        assertThat(add(Whose.OURS, "paahtimo  aalto")).isEqualTo(Added.KNOWN);
        assertThat(sources()).hasSize(1);
    }

    @Test
    void what_is_found_is_counted_with_its_mood_for_each_side() {
        add(Whose.OURS, "Aalto");
        add(Whose.THEIRS, "Kilpa");
        var posts = TestNetwork.of(account.place()).posts();
        posts.says("maija", "Aalto is wonderful, I love it, best coffee ever!", clock.instant());
        posts.says("olli", "Kilpa is terrible, I hate it, awful and disgusting.", clock.instant());
        posts.says("olli", "Kilpa opens at nine.", clock.instant());
        posts.says("olli", "Nothing of the kind.", clock.instant());
        read();
        assertThat(names())
                .extracting(WatchedName::name, WatchedName::found, WatchedName::good, WatchedName::bad)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Aalto", 1L, 1L, 0L),
                        org.assertj.core.groups.Tuple.tuple("Kilpa", 2L, 0L, 1L));
        clock.pass(Duration.ofDays(31));
        assertThat(names()).allMatch(each -> each.found() == 0);
    }

    @Test
    void a_name_that_is_removed_is_looked_for_no_more_and_can_come_back() {
        add(Whose.OURS, "Aalto");
        Tenant.run(
                seat.brand(), () -> mentioning.remove(seat, names().getFirst().id()));
        assertThat(names()).isEmpty();
        assertThat(sources()).isEmpty();
        assertThat(add(Whose.THEIRS, "Aalto")).isEqualTo(Added.DONE);
        assertThat(sources()).hasSize(1);
        assertThat(sources().getFirst().nextAt()).isNotNull();
        TestNetwork.of(account.place()).posts().says("maija", "Aalto", clock.instant());
        read();
        assertThat(names().getFirst().found()).isEqualTo(1);
    }

    @Test
    void what_would_find_everything_or_is_no_name_is_refused() {
        assertThat(add(Whose.OURS, " a ")).isEqualTo(Added.SHORT);
        assertThat(add(Whose.OURS, ", ,")).isEqualTo(Added.SHORT);
        assertThat(add(Whose.OURS, "x".repeat(61))).isEqualTo(Added.LONG);
        for (var i = 0; i < Mentioning.MOST; i++) {
            assertThat(add(Whose.THEIRS, "Nimi" + i)).isEqualTo(Added.DONE);
        }
        assertThat(add(Whose.THEIRS, "Vielä yksi")).isEqualTo(Added.MANY);
    }

    @Test
    void a_handle_goes_by_its_name_and_where_nothing_is_connected_it_waits() {
        var alone = given.brand();
        assertThat(Tenant.in(alone.brand(), () -> mentioning.add(alone, Whose.OURS, "@aalto.example")))
                .isEqualTo(Added.DONE);
        assertThat(Tenant.in(alone.brand(), () -> mentioning.names(alone))
                        .getFirst()
                        .name())
                .isEqualTo("aalto.example");
        given.account(alone);
        Tenant.run(alone.brand(), mentioning::settle);
        List<Source> there = Tenant.in(alone.brand(), () -> transaction.execute(status -> following.all(alone)));
        assertThat(there).hasSize(1);
    }

    @Test
    void only_who_writes_changes_the_list() {
        var analyst = given.colleague(seat, Role.ANALYST);
        assertThatThrownBy(() -> Tenant.in(seat.brand(), () -> mentioning.add(analyst, Whose.OURS, "Aalto")))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void the_page_keeps_what_was_typed_and_says_what_to_mend() throws Exception {
        var at = given.at(seat) + "/news/mentions";
        mvc.perform(get(at).with(given.signedIn(seat))).andExpect(status().isOk());
        mvc.perform(post(at).param("name", "a").param("whose", "THEIRS").with(given.signedIn(seat)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"a\"")))
                .andExpect(content().string(containsString("is-invalid")));
        mvc.perform(post(at).param("name", "Aalto").param("whose", "OURS").with(given.signedIn(seat)))
                .andExpect(redirectedUrl(at + "?notice=listening.names.added"));
        mvc.perform(get(at).with(given.signedIn(seat)))
                .andExpect(content().string(containsString("<th scope=\"row\">Aalto</th>")));
        mvc.perform(post(at + "/" + names().getFirst().id() + "/removal").with(given.signedIn(seat)))
                .andExpect(redirectedUrl(at + "?notice=listening.names.removed"));
    }
}
