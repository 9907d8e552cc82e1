package dev.parvi.team.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.support.Given;
import dev.parvi.support.Mailbox;
import dev.parvi.support.MailedDeskTest;
import dev.parvi.team.Enrolling;
import java.util.Locale;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What the team's pages mail, from the form to the mailbox and back by the links in it. */
@MailedDeskTest
class TeamMailTest {

    private static final String NEW = "viisi vihreää viiniä";

    @Autowired
    MockMvc mvc;

    @Autowired
    Given given;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Enrolling enrolling;

    private final String email = UUID.randomUUID() + "@example.org";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | A new password for Parvi | Hello Aino, | by this link you can set a new password",
                "fi | Uusi salasana Parviin | Hei Aino, | tällä linkillä voit asettaa uuden salasanan",
                "ru | Новый пароль для Parvi | Здравствуйте, Aino! | По этой ссылке можно задать новый пароль"
            })
    void a_forgotten_password_is_set_anew_by_the_link(String language, String subject, String hello, String says)
            throws Exception {
        enrolling.add(email, "Aino", Locale.of(language)).orElseThrow();
        mvc.perform(get("/reset")).andExpect(content().string(Matchers.containsString("name=\"email\"")));
        mvc.perform(post("/reset").with(given.visitor()).param("email", email))
                .andExpect(redirectedUrl("/reset?notice=team.reset.sent"));

        var letter = mailbox.last(email);
        assertThat(letter.subject()).isEqualTo(subject);
        assertThat(letter.from()).contains("desk@example.org");
        assertThat(letter.text()).startsWith(hello).contains(says);
        assertThat(letter.paths()).hasSize(1);

        var link = letter.path("/reset/");
        mvc.perform(get(link)).andExpect(status().isOk());
        mvc.perform(post(link).with(given.visitor()).param("password", NEW))
                .andExpect(redirectedUrl("/"))
                .andExpect(cookie().exists("parvi"));
        mvc.perform(post("/sign-in").with(given.visitor()).param("email", email).param("password", NEW))
                .andExpect(redirectedUrl("/"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | invites you | Maija invites you to work for | This link works once, for 7 days",
                "fi | kutsuu sinut | Maija kutsuu sinut työskentelemään | Linkki toimii kerran, 7 päivän ajan",
                "ru | приглашает вас | Maija приглашает вас работать | Ссылка действует один раз, 7 дней"
            })
    void an_invitation_leads_into_the_brand(String language, String subject, String says, String bound)
            throws Exception {
        var seat = given.brand();
        mvc.perform(
                post("/me").with(given.signedIn(seat)).param("name", "Maija").param("language", language));
        mvc.perform(post(given.at(seat) + "/team/invitations")
                        .with(given.signedIn(seat))
                        .param("email", email)
                        .param("roles", "AUTHOR"))
                .andExpect(status().isOk());

        var letter = mailbox.last(email);
        assertThat(letter.subject()).startsWith("Brand b-").endsWith(subject);
        assertThat(letter.text()).contains(says, bound);
        assertThat(letter.paths()).hasSize(1);

        var link = letter.path("/join/");
        mvc.perform(get(link)).andExpect(content().string(Matchers.containsString("value=\"" + email + "\"")));
        var joined = mvc.perform(post(link)
                        .with(given.visitor())
                        .param("name", "Olli")
                        .param("email", email)
                        .param("password", NEW))
                .andExpect(redirectedUrl(given.at(seat)))
                .andReturn()
                .getResponse();
        mvc.perform(get(given.at(seat) + "/team").cookie(joined.getCookie("parvi")))
                .andExpect(status().isOk());
        mvc.perform(get(link)).andExpect(content().string(Matchers.not(Matchers.containsString("name=\"password\""))));
    }

    @Test
    void somebody_who_is_no_member_gets_nothing() throws Exception {
        mvc.perform(post("/reset").with(given.visitor()).param("email", email))
                .andExpect(redirectedUrl("/reset?notice=team.reset.sent"));
        assertThat(mailbox.after(null, email)).isEmpty();
    }
}
