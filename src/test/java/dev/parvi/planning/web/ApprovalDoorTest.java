package dev.parvi.planning.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.planning.Composing;
import dev.parvi.planning.Draft;
import dev.parvi.planning.PostState;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.PostId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** Asking for a yes and getting it, through the page's own forms. */
@DeskTest
class ApprovalDoorTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Given given;

    @Autowired
    Composing composing;

    private Seat manager;
    private Seat author;
    private Seat approver;
    private PostId post;
    private String at;

    @BeforeEach
    void a_brand_that_wants_approval(@Autowired JdbcClient jdbc, @Autowired TransactionTemplate transaction) {
        manager = given.brand();
        Tenant.run(
                manager.brand(),
                () -> transaction.executeWithoutResult(
                        status -> jdbc.sql("update brand set approval = true where id = :id")
                                .param("id", manager.brand().value())
                                .update()));
        author = given.colleague(manager, Role.AUTHOR);
        approver = given.colleague(manager, Role.APPROVER);
        var account = given.account(manager).id();
        post = Tenant.in(author.brand(), () -> composing.start(author, Draft.of("Beans", List.of(account))));
        at = given.at(manager) + "/posts/" + post;
    }

    @Test
    void an_author_asks_and_an_approver_says_yes_to_what_they_read() throws Exception {
        take(author, "ASKED", "Before Friday").andExpect(redirectedUrl(at + "?notice=planning.approval.said.asked"));
        assertThat(state()).isEqualTo(PostState.ASKED);
        page(approver)
                .andExpect(content().string(containsString("Before Friday")))
                .andExpect(content().string(containsString("name=\"revision\" value=\"" + revision() + "\"")));
        take(approver, "APPROVED", "").andExpect(redirectedUrl(at + "?notice=planning.approval.said.approved"));
        assertThat(state()).isEqualTo(PostState.APPROVED);
    }

    @Test
    void an_approver_asks_for_changes_and_the_author_reads_which() throws Exception {
        take(author, "ASKED", "");
        take(approver, "CHANGES", "Name the farm")
                .andExpect(redirectedUrl(at + "?notice=planning.approval.said.changes"));
        assertThat(state()).isEqualTo(PostState.CHANGES);
        page(author).andExpect(content().string(containsString("Name the farm")));
    }

    @Test
    void an_answer_to_what_was_changed_meanwhile_is_told_and_does_nothing() throws Exception {
        take(author, "ASKED", "");
        mvc.perform(post(at + "/approval")
                        .with(given.signedIn(approver))
                        .param("step", "APPROVED")
                        .param("revision", Integer.toString(revision() - 1)))
                .andExpect(redirectedUrl(at + "?notice=planning.approval.said.stale"));
        assertThat(state()).isEqualTo(PostState.ASKED);
    }

    @Test
    void who_may_only_write_is_shown_no_button_and_refused_the_answer() throws Exception {
        take(author, "ASKED", "");
        page(author).andExpect(content().string(not(containsString("value=\"APPROVED\""))));
        take(author, "APPROVED", "").andExpect(status().isForbidden());
        assertThat(state()).isEqualTo(PostState.ASKED);
    }

    private ResultActions take(Seat who, String step, String note) throws Exception {
        return mvc.perform(post(at + "/approval")
                .with(given.signedIn(who))
                .param("step", step)
                .param("note", note)
                .param("revision", Integer.toString(revision())));
    }

    private ResultActions page(Seat who) throws Exception {
        return mvc.perform(get(at).with(given.signedIn(who))).andExpect(status().isOk());
    }

    private PostState state() {
        return Tenant.in(manager.brand(), () -> composing.get(post)).post().state();
    }

    private int revision() {
        return Tenant.in(manager.brand(), () -> composing.get(post)).post().revision();
    }
}
