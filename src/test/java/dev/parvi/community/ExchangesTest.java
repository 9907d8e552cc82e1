package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.account.Account;
import dev.parvi.community.Talked.Word;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.shared.ConversationId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.TestTalks;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
@Import(Talked.class)
class ExchangesTest {

    @Autowired
    Given given;

    @Autowired
    Talked talked;

    @Autowired
    Exchanges exchanges;

    @Autowired
    HandClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Seat seat;
    private Account account;

    @BeforeEach
    void begin() {
        seat = given.brand();
        account = given.account(seat);
    }

    private Word says(String who, @Nullable Word to, int minute) {
        return talked.says(
                seat,
                account,
                who,
                "post",
                to,
                who + " says something at " + minute,
                clock.instant().minus(Duration.ofHours(5)).plus(Duration.ofMinutes(minute)));
    }

    private Exchange of(ConversationId id) {
        return talked.in(seat, () -> exchanges.of(List.of(id))).get(id);
    }

    @Test
    void a_talk_is_counted_to_the_last_word() {
        var anna = says("anna", null, 0);
        var bert = says("bert", anna, 7);
        says("anna", bert, 9);
        says("anna", anna, 10);
        var carl = says("carl", null, 20);
        says("us", carl, 50);

        assertThat(of(anna.conversation())).isEqualTo(new Exchange(3, 3, 5, 2, 1, 3, 1, Duration.ofMinutes(7), false));
        assertThat(of(anna.conversation()).share()).isEqualTo(60);
    }

    @Test
    void our_word_is_the_first_answer_where_it_came_first_whomever_it_answers() {
        var anna = says("anna", null, 0);
        says("us", null, 30);
        says("bert", anna, 40);
        assertThat(of(anna.conversation()))
                .satisfies(each -> assertThat(each.first()).isEqualTo(Duration.ofMinutes(30)))
                .satisfies(each -> assertThat(each.firstByUs()).isTrue());
    }

    @Test
    void nobody_has_answered_yet() {
        var anna = says("anna", null, 0);
        says("anna", anna, 1);
        assertThat(of(anna.conversation())).isEqualTo(new Exchange(1, 2, 2, 0, 0, 0, 0, null, false));
    }

    @Test
    void what_is_hidden_or_answers_itself_or_in_a_ring_counts_for_nothing_and_stalls_nothing() {
        var anna = says("anna", null, 0);
        var bert = says("bert", anna, 1);
        talked.hears(seat, account, TestTalks.changed(bert.heard(), "x", Standing.HIDDEN, null));
        assertThat(of(anna.conversation())).isEqualTo(new Exchange(1, 1, 1, 0, 0, 0, 0, null, false));

        var told = new Told(jdbc, transaction, seat);
        told.update("update comment set standing = 'SHOWN'");
        told.update("update comment a set parent_key = b.key from comment b where a.id <> b.id");
        assertThat(of(anna.conversation()).people()).isEqualTo(2);
        told.update("update comment set parent_key = key");
        assertThat(of(anna.conversation()).depth()).isEqualTo(1);
    }

    @Test
    void a_chain_without_end_is_counted_to_its_bound() {
        var first = says("anna", null, 0);
        new Told(jdbc, transaction, seat).update("""
                insert into comment (brand_id, conversation_id, account_id, key, parent_key, external_id, speaker, kind, standing, us, at, heard_at, text)
                select brand_id, conversation_id, account_id, md5('k' || n)::uuid, case when n = 1 then key else md5('k' || n - 1)::uuid end,
                    'd' || n, 'x' || n % 2, kind, standing, false, at, heard_at, 'x'
                from comment, generate_series(1, 1500) n
                """);
        assertThat(of(first.conversation()))
                .satisfies(each -> assertThat(each.depth()).isEqualTo(Exchange.DEEPEST))
                .satisfies(each -> assertThat(each.said()).isEqualTo(1501))
                .satisfies(each -> assertThat(each.people()).isEqualTo(3));
    }
}
