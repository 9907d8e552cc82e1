package dev.parvi.brand.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.brand.Scribe;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.ModelServer;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@DeskTest
class ScribeDoorTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Given given;

    private final ModelServer server = new ModelServer();
    Seat seat;

    @BeforeEach
    void a_brand() {
        seat = given.brand();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private ResultActions look(Seat as, String path) throws Exception {
        return mvc.perform(get(given.at(seat) + "/settings/model" + path).with(given.signedIn(as)));
    }

    private ResultActions send(Seat as, String path, String... pairs) throws Exception {
        var request = post(given.at(seat) + "/settings/model" + path).with(given.signedIn(as));
        for (var n = 0; n < pairs.length; n += 2) {
            request.param(pairs[n], pairs[n + 1]);
        }
        return mvc.perform(request);
    }

    @Test
    void setting_it_up_leads_to_the_page_that_says_what_is_sent() throws Exception {
        send(seat, "", "address", server.address(), "model", "small-1", "password", "sk-secret")
                .andExpect(header().string("Location", endsWith("/settings/model/consent")));
        look(seat, "/consent")
                .andExpect(content().string(containsString(server.address())))
                .andExpect(content().string(containsString("Direct messages")))
                .andExpect(content().string(not(containsString("sk-secret"))));
        look(seat, "").andExpect(content().string(not(containsString("sk-secret"))));
        assertThat(server.asked()).isEmpty();
        send(seat, "/consent", "address", server.address(), "terms", String.valueOf(Scribe.TERMS))
                .andExpect(header().string("Location", containsString("notice=brand.scribe.agreed")));
        send(seat, "/test").andExpect(content().string(containsString("It works: small-1 answered.")));
        assertThat(server.asked()).hasSize(1);
        send(seat, "/withdrawal").andExpect(status().is3xxRedirection());
        look(seat, "").andExpect(content().string(containsString("Nothing is sent before a manager")));
    }

    @Test
    void a_test_says_honestly_what_came_of_it() throws Exception {
        send(seat, "/test").andExpect(content().string(containsString("No outside model is set up.")));
        send(seat, "", "address", server.address(), "model", "small-1");
        send(seat, "/test").andExpect(content().string(containsString("no manager has agreed")));
        assertThat(server.asked()).isEmpty();
        send(seat, "/consent", "address", server.address(), "terms", String.valueOf(Scribe.TERMS));
        server.answers(401, Map.of(), ModelServer.error("no", "invalid_api_key"));
        send(seat, "/test").andExpect(content().string(containsString("doesn’t accept the key (401)")));
        server.answers(429, Map.of("Retry-After", "30"), "");
        send(seat, "/test").andExpect(content().string(containsString("Try again in 30 seconds.")));
        server.answers(400, Map.of(), ModelServer.error("<script>alert(1)</script>", "x"));
        send(seat, "/test").andExpect(content().string(not(containsString("<script>alert"))));
    }

    @Test
    void what_was_typed_wrong_stays_beside_what_to_mend_but_never_the_key() throws Exception {
        send(seat, "", "address", "two words", "model", "", "password", "sk-secret")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("two words")))
                .andExpect(content().string(containsString("Enter a web address")))
                .andExpect(content().string(containsString("Enter the model’s name")))
                .andExpect(content().string(not(containsString("sk-secret"))));
    }

    @Test
    void a_yes_to_an_address_that_changed_meanwhile_is_asked_again() throws Exception {
        send(seat, "", "address", server.address(), "model", "small-1");
        send(seat, "/consent", "address", "https://models.example.org/v1", "terms", String.valueOf(Scribe.TERMS))
                .andExpect(header().string("Location", containsString("trouble=brand.scribe.other")));
    }

    @Test
    void only_managers_come_in() throws Exception {
        var moderator = given.colleague(seat, Role.MODERATOR);
        look(moderator, "").andExpect(status().isForbidden());
        look(moderator, "/consent").andExpect(status().isForbidden());
        send(moderator, "", "address", "x", "model", "").andExpect(status().isForbidden());
        for (var path : new String[] {"/withdrawal", "/removal", "/test"}) {
            send(moderator, path).andExpect(status().isForbidden());
        }
        send(moderator, "/consent", "address", server.address(), "terms", "1").andExpect(status().isForbidden());
    }
}
