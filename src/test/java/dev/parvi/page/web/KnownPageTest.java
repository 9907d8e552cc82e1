package dev.parvi.page.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.page.PostDraft;
import dev.parvi.page.Posting;
import dev.parvi.page.Stored;
import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A reader who has a page already gets it again only where it changed for them. */
@DeskTest
class KnownPageTest {

    private static final Cookie TOKEN = new Cookie("XSRF-TOKEN", "a-form-token");
    private static final Cookie VISITOR = new Cookie("visitor", "abcdefghijklmnopqrstuvwx");

    @Autowired
    MockMvc mvc;

    @Autowired
    Given given;

    @Autowired
    Posting posting;

    @Autowired
    HandClock clock;

    private Seat seat;
    private String at;
    private Stored post;

    @BeforeEach
    void a_page() {
        seat = given.brand();
        at = given.at(seat).replaceFirst("/b/", "/@");
        post = put("First");
    }

    private Stored put(String text) {
        return Tenant.in(seat.brand(), () -> posting.put(text, PostDraft.of(text, clock.instant())))
                .orElseThrow();
    }

    @Test
    void what_did_not_change_is_not_sent_again() throws Exception {
        for (var path : new String[] {at, at + "/" + post.slug()}) {
            var mark = mark(path, TOKEN);
            again(path, mark, TOKEN)
                    .andExpect(status().isNotModified())
                    .andExpect(content().string(""))
                    .andExpect(header().string("Cache-Control", "private, no-cache"));
        }
    }

    @Test
    void a_new_post_a_comment_and_a_like_of_somebody_else_are_seen() throws Exception {
        var front = mark(at, TOKEN);
        var one = mark(at + "/" + post.slug(), TOKEN);
        like(VISITOR);
        again(at, front, TOKEN).andExpect(status().isOk());
        again(at + "/" + post.slug(), one, TOKEN).andExpect(status().isOk());
        front = mark(at, TOKEN);
        put("Second");
        again(at, front, TOKEN).andExpect(content().string(containsString("Second")));
    }

    @Test
    void what_waits_is_seen_by_its_writer_alone() throws Exception {
        var path = at + "/" + post.slug();
        var before = mark(path, TOKEN);
        var own = mark(path, TOKEN, VISITOR);
        comment("Odottaa lukijaa");
        again(path, before, TOKEN).andExpect(status().isNotModified());
        again(path, own, TOKEN, VISITOR).andExpect(content().string(containsString("Odottaa lukijaa")));
        mvc.perform(get(path)).andExpect(content().string(not(containsString("Odottaa lukijaa"))));
    }

    @Test
    void another_form_token_a_notice_and_a_new_day_draw_it_anew() throws Exception {
        var mark = mark(at, TOKEN);
        again(at, mark, new Cookie("XSRF-TOKEN", "another")).andExpect(status().isOk());
        again(at + "?notice=page.like.pace", mark, TOKEN).andExpect(status().isOk());
        clock.pass(Duration.ofHours(12));
        again(at, mark, TOKEN).andExpect(status().isOk());
    }

    @Test
    void what_is_gone_says_so() throws Exception {
        var path = at + "/" + post.slug();
        var mark = mark(path, TOKEN);
        Tenant.run(seat.brand(), () -> posting.remove(post.id()));
        again(path, mark, TOKEN).andExpect(status().isGone());
    }

    private void like(Cookie visitor) throws Exception {
        mvc.perform(post(at + "/" + post.slug() + "/likes")
                        .cookie(TOKEN, visitor)
                        .header("X-XSRF-TOKEN", TOKEN.getValue())
                        .param("liked", "true"))
                .andExpect(status().is3xxRedirection());
    }

    private void comment(String text) throws Exception {
        var page = response(at + "/" + post.slug(), TOKEN, VISITOR).getContentAsString();
        clock.pass(Duration.ofSeconds(10));
        mvc.perform(post(at + "/" + post.slug() + "/comments")
                        .cookie(TOKEN, VISITOR)
                        .header("X-XSRF-TOKEN", TOKEN.getValue())
                        .param("name", "Matti")
                        .param("text", text)
                        .param("stamp", page.replaceFirst("(?s).*name=\"stamp\" value=\"([^\"]+)\".*", "$1")))
                .andExpect(status().is3xxRedirection());
    }

    private String mark(String path, Cookie... cookies) throws Exception {
        var mark = response(path, cookies).getHeader("ETag");
        assertThat(mark).startsWith("W/");
        return String.valueOf(mark);
    }

    private MockHttpServletResponse response(String path, Cookie... cookies) throws Exception {
        return mvc.perform(get(path).cookie(cookies)).andReturn().getResponse();
    }

    private ResultActions again(String path, String mark, Cookie... cookies) throws Exception {
        return mvc.perform(get(path).cookie(cookies).header("If-None-Match", mark));
    }
}
