package dev.parvi.team.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.team.Enrolling;
import dev.parvi.team.Resetting;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DeskTest
class SignInPagesTest {

    private static final String PASSWORD = "kolme kissaa katolla";

    @Autowired
    MockMvc mvc;

    @Autowired
    Given given;

    @Autowired
    Enrolling enrolling;

    @Autowired
    Resetting resetting;

    private final String email = UUID.randomUUID() + "@example.org";

    @BeforeEach
    void member() {
        enrolling.add(email, "Maija", Locale.of("fi")).orElseThrow();
        resetting.set(email, PASSWORD);
    }

    @Test
    void signing_in_leads_back_to_the_page_asked_for_and_leaves_a_closed_cookie() throws Exception {
        mvc.perform(post("/sign-in")
                        .with(given.visitor())
                        .param("email", email)
                        .param("password", PASSWORD)
                        .param("then", "/b/x1/calendar?week=2"))
                .andExpect(redirectedUrl("/b/x1/calendar?week=2"))
                .andExpect(cookie().httpOnly("parvi", true))
                .andExpect(cookie().sameSite("parvi", "Lax"))
                .andExpect(cookie().maxAge("parvi", 30 * 24 * 3600));
    }

    @Test
    void signing_in_never_leads_to_another_place() throws Exception {
        mvc.perform(post("/sign-in")
                        .with(given.visitor())
                        .param("email", email)
                        .param("password", PASSWORD)
                        .param("then", "//evil.example/"))
                .andExpect(redirectedUrl("/"));
    }

    @Test
    void a_wrong_password_is_told_beside_what_was_typed_and_leaves_no_cookie() throws Exception {
        mvc.perform(post("/sign-in").with(given.visitor()).param("email", email).param("password", "wrong"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(cookie().doesNotExist("parvi"))
                .andExpect(content().string(Matchers.containsString("value=\"" + email + "\"")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("value=\"wrong\""))));
    }

    @Test
    void a_member_reads_the_desk_in_their_own_language() throws Exception {
        mvc.perform(get("/sign-in").header("Accept-Language", "ru, en;q=0.5"))
                .andExpect(content().string(Matchers.containsString("<html lang=\"ru\">")));
        mvc.perform(get("/me").cookie(cookieOf()).header("Accept-Language", "ru"))
                .andExpect(content().string(Matchers.containsString("<html lang=\"fi\">")));
    }

    @Test
    void a_link_sets_the_password_once_and_a_short_one_is_refused_without_using_it_up() throws Exception {
        var link = resetting.link(email).orElseThrow();
        var path = link.substring(link.indexOf("/reset/"));
        mvc.perform(get(path)).andExpect(status().isOk());
        mvc.perform(post(path).with(given.visitor()).param("password", "short"))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(post(path).with(given.visitor()).param("password", "viisi vihreää viiniä"))
                .andExpect(redirectedUrl("/"))
                .andExpect(cookie().exists("parvi"));
        mvc.perform(get(path)).andExpect(content().string(Matchers.containsString("This link is gone")));
    }

    @Test
    void without_mail_the_page_names_the_command_and_asking_tells_nobody_who_is_a_member() throws Exception {
        mvc.perform(get("/reset")).andExpect(content().string(Matchers.containsString("./parvi member password")));
        for (var each : new String[] {email, "stranger@example.org"}) {
            mvc.perform(post("/reset").with(given.visitor()).param("email", each))
                    .andExpect(redirectedUrl("/reset?notice=team.reset.sent"));
        }
    }

    @Test
    void a_notice_is_only_ever_one_of_our_own_words() throws Exception {
        mvc.perform(get("/sign-in?notice=<b>Send+your+password+to+me"))
                .andExpect(content().string(Matchers.not(Matchers.containsString("Send your password"))));
    }

    @Test
    void the_icon_and_the_worker_stand_at_the_root_for_everybody() throws Exception {
        mvc.perform(get("/favicon.svg")).andExpect(header().string("Content-Type", "image/svg+xml"));
        var worker = mvc.perform(get("/sw.js")).andExpect(status().isOk()).andReturn();
        assertThat(worker.getResponse().getContentAsString()).contains("showNotification");
    }

    private Cookie cookieOf() throws Exception {
        var response = mvc.perform(post("/sign-in")
                        .with(given.visitor())
                        .param("email", email)
                        .param("password", PASSWORD))
                .andReturn()
                .getResponse();
        return response.getCookie("parvi");
    }
}
