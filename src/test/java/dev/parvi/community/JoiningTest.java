package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.connector.Heard;
import dev.parvi.listening.FoundOnNetworks;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.ItemId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** A post that was found becomes a conversation, and is answered there like any other. */
@DeskTest
class JoiningTest {

    @Autowired
    private Given given;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private FoundOnNetworks found;

    @Autowired
    private Joining joining;

    @Autowired
    private Answering answering;

    @Autowired
    private Listings listings;

    @Autowired
    private Utterances utterances;

    @Autowired
    private Connecting connecting;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TransactionTemplate transaction;

    private Seat seat;
    private Account account;
    private ItemId item;

    @BeforeEach
    void find() throws Exception {
        seat = given.brand();
        account = given.account(seat);
        item = found.item(seat, account, "maija", "Mistä saa hyvää kahvia?");
    }

    private <T> T in(java.util.function.Supplier<T> work) {
        return Tenant.in(seat.brand(), () -> transaction.execute(status -> work.get()));
    }

    private ConversationId join() {
        return Tenant.in(seat.brand(), () -> joining.join(seat, item));
    }

    private CommentId comment(ConversationId id) {
        return in(() -> new CommentId(utterances.outline(id, 10).getFirst().id()));
    }

    @Test
    void it_is_opened_once_and_found_again() {
        assertThat(Tenant.in(seat.brand(), () -> joining.joined(seat, item))).isEmpty();
        var conversation = join();
        assertThat(join()).isEqualTo(conversation);
        assertThat(Tenant.in(seat.brand(), () -> joining.joined(seat, item))).contains(conversation);
        var shown = in(() -> listings.get(conversation)).orElseThrow();
        assertThat(shown.kind()).isEqualTo(Heard.Kind.FOUND);
        assertThat(shown.state()).isEqualTo(Conversation.State.OPEN);
        assertThat(shown.comments()).isEqualTo(1);
    }

    @Test
    void an_answer_with_a_tick_goes_out_with_tracked_links_that_know_where_they_stand() {
        var conversation = join();
        var comment = comment(conversation);
        var said = "https://example.org/open";
        Tenant.in(seat.brand(), () -> answering.answer(seat, conversation, comment, said, UUID.randomUUID(), true));
        var known = in(() -> jdbc.sql("""
                        select a.text like '%/l/' || t.code and t.delivery_id = a.delivery_id and t.conversation_id = :id
                            and t.comment_id = a.comment_id and a.text not like '%example%'
                        from tracked_link t join own_answer a on a.brand_id = t.brand_id and a.conversation_id = :id
                        """)
                .param("id", conversation.value())
                .query(Boolean.class)
                .list());
        assertThat(known).containsExactly(true);
    }

    @Test
    void an_answer_goes_through_the_ledger_once_and_carries_what_the_network_needs() {
        var conversation = join();
        var comment = comment(conversation);
        var form = UUID.randomUUID();
        assertThat(Tenant.in(seat.brand(), () -> answering.answer(seat, conversation, comment, "Meiltä!", form)))
                .isEqualTo(OwnAnswer.State.HANDED);
        Tenant.in(seat.brand(), () -> answering.answer(seat, conversation, comment, "Meiltä!", form));
        var standing = in(() -> answering.standing(conversation));
        assertThat(standing.answers()).hasSize(1);
        assertThat(standing.deliveries()).hasSize(1);
        var target = in(() -> utterances.target(comment)).orElseThrow();
        assertThat(target.sent().marks()).containsEntry("cid", "x");
        assertThat(target.account()).isEqualTo(account.id().value());
    }

    @Test
    void who_may_not_answer_may_not_join_in() {
        var analyst = given.colleague(seat, Role.ANALYST);
        assertThatThrownBy(() -> Tenant.in(seat.brand(), () -> joining.join(analyst, item)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void without_an_account_there_nobody_joins_in_and_is_told_why() throws Exception {
        Tenant.run(seat.brand(), () -> connecting.disconnect(seat, account.id()));
        assertThatThrownBy(this::join)
                .isInstanceOfSatisfying(
                        CannotAnswer.class, e -> assertThat(e.why()).isEqualTo(CannotAnswer.Why.ACCOUNT));
        mvc.perform(post(given.at(seat) + "/news/items/" + item + "/answer").with(given.signedIn(seat)))
                .andExpect(redirectedUrl(given.at(seat) + "/news?trouble=community.answer.cannot.ACCOUNT"));
    }

    @Test
    void what_is_no_post_of_a_network_cannot_be_answered() {
        assertThatThrownBy(() -> Tenant.in(seat.brand(), () -> joining.join(seat, new ItemId(999_999_999))))
                .isInstanceOf(CannotAnswer.class);
    }

    @Test
    void the_door_leads_to_the_conversation() throws Exception {
        mvc.perform(post(given.at(seat) + "/news/items/" + item + "/answer").with(given.signedIn(seat)))
                .andExpect(redirectedUrl(given.at(seat) + "/inbox/" + join()));
    }

    @Test
    void another_brand_does_not_see_it() {
        var other = given.brand();
        assertThatThrownBy(() -> Tenant.in(other.brand(), () -> joining.join(other, item)))
                .isInstanceOf(CannotAnswer.class);
    }
}
