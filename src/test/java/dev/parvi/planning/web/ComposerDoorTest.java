package dev.parvi.planning.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.planning.Composed;
import dev.parvi.planning.Composing;
import dev.parvi.planning.Draft;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.PostId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class ComposerDoorTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Composing composing;

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Seat seat;
    AccountId account;
    PostId post;
    String at;

    @BeforeEach
    void make() {
        seat = given.brand();
        account = given.account(seat).id();
        post = Tenant.in(seat.brand(), () -> composing.start(seat, Draft.of("Beans", List.of(account))));
        at = given.at(seat) + "/posts/" + post;
    }

    @Test
    void a_new_post_opens_in_the_composer() throws Exception {
        var made = mvc.perform(post(given.at(seat) + "/posts").with(given.signedIn(seat)))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        mvc.perform(get(made).with(given.signedIn(seat)))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("id=\"composer\"")));
    }

    @Test
    void a_plain_form_saves_and_shows_the_page_again() throws Exception {
        send(form("Fresh beans").param("tags", "#coffee, news").param("link", "nonsense"))
                .andExpect(content().string(Matchers.containsString("Fresh beans")))
                .andExpect(content().string(Matchers.containsString("The link isn't a web address")));
        assertThat(stored().post().tags()).containsExactly("coffee", "news");
        assertThat(stored().post().words().link()).isEqualTo("nonsense");
    }

    @Test
    void as_one_types_the_smallest_part_is_sent_back() throws Exception {
        send(form("Fresh <beans>").header("HX-Request", "true"))
                .andExpect(content().string(Matchers.not(Matchers.containsString("<html"))))
                .andExpect(content().string(Matchers.containsString("name=\"rev\" value=\"2\"")))
                .andExpect(content().string(Matchers.containsString("Fresh &lt;beans&gt;")));
    }

    @Test
    void a_second_window_sees_both_texts_and_nothing_is_overwritten() throws Exception {
        send(form("First window").param("window", "a"));
        send(form("Second window").param("window", "b"))
                .andExpect(content().string(Matchers.containsString("compose-conflict")))
                .andExpect(content().string(Matchers.containsString("First window")))
                .andExpect(content().string(Matchers.containsString("Second window")));
        assertThat(stored().post().words().text()).isEqualTo("First window");
        send(form("Second window").param("window", "b").param("over", "2"));
        assertThat(stored().post().words().text()).isEqualTo("Second window");
    }

    @Test
    void a_button_adds_a_part_and_keeps_what_was_typed() throws Exception {
        send(form("One").param("do", "part").header("HX-Request", "true"))
                .andExpect(header().string("HX-Retarget", "#writing"))
                .andExpect(content().string(Matchers.containsString("name=\"part\"")));
        assertThat(stored().post().words().parts()).containsExactly("");
        assertThat(stored().post().words().text()).isEqualTo("One");
    }

    @Test
    void own_words_begin_with_what_all_say() throws Exception {
        send(form("For all").param("own." + account, "on").param("text." + account, ""));
        assertThat(stored().on(account).orElseThrow().own().text()).isEqualTo("For all");
    }

    @Test
    void a_picture_comes_with_the_form_and_is_shown_at_its_address() throws Exception {
        var file = new MockMultipartFile("files", "beans.png", "image/png", Png.of(40, 30));
        mvc.perform(multipart(at)
                        .file(file)
                        .param("text", "Beans")
                        .param("account", account.toString())
                        .param("rev", "1")
                        .with(given.signedIn(seat)))
                .andExpect(status().isOk());
        var picture = stored().pictures().getFirst();
        mvc.perform(get(given.at(seat) + "/media/" + picture.hash() + "?w=128").with(given.signedIn(seat)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", Matchers.startsWith("image/")))
                .andExpect(header().string("Cache-Control", Matchers.containsString("private")));
        var stranger = given.brand();
        mvc.perform(get(given.at(stranger) + "/media/" + picture.hash()).with(given.signedIn(stranger)))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_file_that_is_no_picture_is_refused_and_the_text_is_kept() throws Exception {
        var file = new MockMultipartFile("files", "x.png", "image/png", "no".getBytes(StandardCharsets.UTF_8));
        mvc.perform(multipart(at)
                        .file(file)
                        .param("text", "Kept all the same")
                        .param("account", account.toString())
                        .param("rev", "1")
                        .with(given.signedIn(seat)))
                .andExpect(content().string(Matchers.containsString("alert-danger")));
        assertThat(stored().post().words().text()).isEqualTo("Kept all the same");
    }

    @Test
    void a_preview_draws_what_is_typed_and_keeps_nothing() throws Exception {
        mvc.perform(fields(post(at + "/preview"), "Only looked at").with(given.signedIn(seat)))
                .andExpect(content().string(Matchers.containsString("Only looked at")));
        assertThat(stored().post().words().text()).isEqualTo("Beans");
    }

    @Test
    void a_copy_opens_and_a_deleted_draft_is_gone() throws Exception {
        mvc.perform(post(at + "/copy").with(given.signedIn(seat))).andExpect(status().is3xxRedirection());
        mvc.perform(post(at + "/deletion").with(given.signedIn(seat)))
                .andExpect(redirectedUrl(given.at(seat) + "/posts?notice=planning.deleted"));
        mvc.perform(get(at).with(given.signedIn(seat))).andExpect(status().isNotFound());
    }

    @Test
    void what_went_out_stays_in_the_record() throws Exception {
        var sealed = stored().versions().getFirst().id();
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(
                        status -> jdbc.sql("update version set sealed_at = now() where id = :id")
                                .param("id", sealed.value())
                                .update()));
        mvc.perform(post(at + "/deletion").with(given.signedIn(seat)))
                .andExpect(redirectedUrl(at + "?notice=planning.underway.kept"));
        mvc.perform(get(at).with(given.signedIn(seat)))
                .andExpect(content().string(Matchers.containsString("What went out stays as it is.")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("Save the change"))));
        send(form("Other words"))
                .andExpect(content().string(Matchers.containsString("Not saved: the post is being sent")));
        assertThat(stored().post().words().text()).isEqualTo("Beans");
    }

    @Test
    void an_analyst_looks_and_changes_nothing() throws Exception {
        var analyst = given.colleague(seat, Role.ANALYST);
        mvc.perform(get(at).with(given.signedIn(analyst)))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("disabled")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("/publication"))));
        mvc.perform(fields(post(at), "Mine").with(given.signedIn(analyst))).andExpect(status().isForbidden());
        assertThat(stored().post().words().text()).isEqualTo("Beans");
    }

    @Test
    void the_list_shows_posts_and_finds_them() throws Exception {
        mvc.perform(get(given.at(seat) + "/posts").with(given.signedIn(seat)))
                .andExpect(content().string(Matchers.containsString(at)));
        mvc.perform(get(given.at(seat) + "/posts?q=tea&kind=DRAFT").with(given.signedIn(seat)))
                .andExpect(content().string(Matchers.not(Matchers.containsString(at))));
    }

    private MockHttpServletRequestBuilder form(String text) {
        return fields(post(at), text);
    }

    private MockHttpServletRequestBuilder fields(MockHttpServletRequestBuilder request, String text) {
        return request.param("text", text)
                .param("account", account.toString())
                .param("rev", "1")
                .param("language", "fi");
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(given.signedIn(seat))).andExpect(status().isOk());
    }

    private Composed stored() {
        return Tenant.in(seat.brand(), () -> composing.get(post));
    }
}
