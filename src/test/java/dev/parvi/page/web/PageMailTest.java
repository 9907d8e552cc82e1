package dev.parvi.page.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.page.PostDraft;
import dev.parvi.page.Posting;
import dev.parvi.platform.Tenant;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.Mailbox;
import dev.parvi.support.MailedDeskTest;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Following the page by mail: asked on the page, confirmed in the mailbox, told of each new post, left by one click. */
@MailedDeskTest
class PageMailTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Given given;

    @Autowired
    Mailbox mailbox;

    @Autowired
    HandClock clock;

    @Autowired
    Posting posting;

    private final String email = UUID.randomUUID() + "@example.org";
    private Seat seat;
    private String at;

    @BeforeEach
    void a_page() {
        seat = given.brand();
        at = given.at(seat).replaceFirst("/b/", "/@");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Follow Kahvila | Confirm it here: | You get this because you follow Kahvila",
                "fi | Seuraa: Kahvila | Vahvista tästä: | Saat tämän, koska seuraat sivua Kahvila",
                "ru | Подписка: Kahvila | Подтвердите здесь: | потому что подписаны на страницу Kahvila"
            })
    void a_follower_confirms_by_mail_hears_of_a_post_and_leaves(
            String language, String subject, String confirm, String because) throws Exception {
        named("Kahvila", language);
        ask();
        var asked = mailbox.last(email);
        assertThat(asked.subject()).isEqualTo(subject);
        assertThat(asked.text()).contains(confirm);
        assertThat(asked.paths()).hasSize(1);

        publish("Ennen vahvistusta");
        assertThat(mailbox.after("page-news", email))
                .as("nothing before it was confirmed")
                .hasSize(1);

        follow(asked.path(at + "/follow/"), "page.follow.confirmed");
        publish("Uusi erä on täällä — «свежий» ☕\n\nTervetuloa!");
        var letters = mailbox.after("page-news", email);
        assertThat(letters).hasSize(2);
        var news = letters.getLast();
        assertThat(news.subject()).isEqualTo("Kahvila: Uusi erä on täällä — «свежий» ☕ Tervetuloa!");
        assertThat(news.text())
                .startsWith("Uusi erä on täällä — «свежий» ☕\n\nTervetuloa!")
                .contains(because);
        mvc.perform(get(news.path(at + "/uusi-era")))
                .andExpect(content().string(Matchers.containsString("Tervetuloa!")));

        follow(news.path(at + "/unfollow/"), "page.follow.left");
        publish("Eron jälkeen");
        assertThat(mailbox.after("page-news", email)).hasSize(2);
    }

    @Test
    void markup_and_what_looks_like_a_header_is_mailed_as_the_words_that_it_is() throws Exception {
        named("Kahvila", "en");
        ask();
        follow(mailbox.last(email).path(at + "/follow/"), "page.follow.confirmed");
        var words = "<script>alert(1)</script><img src=x onerror=alert(1)>\nBcc: somebody@example.org\nSubject: else";
        publish(words);
        var news = mailbox.after("page-news", email).getLast();
        assertThat(news.text()).startsWith(words);
        assertThat(news.subject())
                .startsWith("Kahvila: <script>alert(1)</script>")
                .doesNotContain("\n", "\r");
        assertThat(mailbox.after(null, "somebody@example.org")).isEmpty();
    }

    /** As a person does: the page behind the link has a button. */
    private void follow(String link, String notice) throws Exception {
        mvc.perform(get(link))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("action=\"" + link + "\"")));
        mvc.perform(post(link).with(given.visitor())).andExpect(redirectedUrl(at + "/about?notice=" + notice));
    }

    private void named(String name, String language) throws Exception {
        mvc.perform(post(given.at(seat) + "/page/settings")
                        .with(given.signedIn(seat))
                        .param("title", name)
                        .param("intro", "")
                        .param("language", language)
                        .param("rule", "CAREFUL"))
                .andExpect(status().is3xxRedirection());
    }

    private void ask() throws Exception {
        var page = mvc.perform(get(at + "/about")).andReturn().getResponse().getContentAsString();
        var stamp = page.replaceFirst("(?s).*name=\"stamp\" value=\"([^\"]+)\".*", "$1");
        clock.pass(Duration.ofSeconds(10));
        mvc.perform(post(at + "/follow")
                        .with(given.visitor())
                        .param("email", email)
                        .param("stamp", stamp))
                .andExpect(redirectedUrl(at + "/about?notice=page.follow.asked"));
    }

    private void publish(String text) {
        clock.pass(Duration.ofMinutes(1));
        Tenant.in(seat.brand(), () -> posting.put(UUID.randomUUID().toString(), PostDraft.of(text, clock.instant())));
    }
}
