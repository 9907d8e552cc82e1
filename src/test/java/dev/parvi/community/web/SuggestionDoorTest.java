package dev.parvi.community.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.brand.Enlisting;
import dev.parvi.brand.Scribe;
import dev.parvi.brand.TypedScribe;
import dev.parvi.community.Talked.Word;
import dev.parvi.platform.Tenant;
import dev.parvi.support.ModelServer;
import dev.parvi.support.TestNetwork;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class SuggestionDoorTest extends AtInbox {

    @Autowired
    Enlisting enlisting;

    private final ModelServer server = new ModelServer();

    @AfterEach
    void close() {
        server.close();
    }

    private void agreed() {
        Tenant.run(seat.brand(), () -> {
            enlisting.change(seat, new TypedScribe(server.address(), "small-1", "", false, true));
            enlisting.agree(seat, URI.create(server.address()), Scribe.TERMS);
        });
    }

    private Word says(String text) {
        return says("Anna", "p1", text);
    }

    private MockHttpServletRequestBuilder asking(Word word, String typed) {
        return post(given.at(seat) + "/inbox/" + word.conversation() + "/suggestion")
                .param("comment", word.comment().toString())
                .param("text", typed)
                .with(given.signedIn(seat));
    }

    private ResultActions look(Word word) throws Exception {
        return look(seat, "/" + word.conversation());
    }

    @Test
    void there_is_no_button_before_a_manager_agrees() throws Exception {
        var word = says("When do you open?");
        look(word).andExpect(content().string(not(containsString("Draft by the model"))));
        agreed();
        look(word).andExpect(content().string(containsString("Draft by the model")));
        assertThat(server.asked()).as("a page asks for nothing").isEmpty();
    }

    @Test
    void an_empty_box_is_filled_and_nothing_is_posted() throws Exception {
        agreed();
        var word = says("When do you open?");
        server.says("At nine & <b>not</b> before.");
        mvc.perform(asking(word, " "))
                .andExpect(content().string(containsString("At nine &amp; &lt;b&gt;not&lt;/b&gt; before.</textarea>")));
        assertThat(TestNetwork.of(account.place()).texts()).isEmpty();
    }

    @Test
    void what_was_typed_stays_in_the_box_and_is_kept() throws Exception {
        agreed();
        var word = says("When do you open?");
        server.says("At nine.");
        mvc.perform(asking(word, "My own words"))
                .andExpect(content().string(containsString("My own words</textarea>")))
                .andExpect(content().string(containsString("data-reply=\"At nine.\"")));
        look(word).andExpect(content().string(containsString("My own words</textarea>")));
    }

    @Test
    void a_script_is_given_the_draft_alone() throws Exception {
        agreed();
        var word = says("When do you open?");
        server.says("At nine.");
        mvc.perform(asking(word, "").header("HX-Request", "true"))
                .andExpect(content().string(containsString("data-reply=\"At nine.\"")))
                .andExpect(content().string(not(containsString("<html"))));
    }

    @Test
    void what_went_wrong_is_said_and_nothing_typed_is_lost() throws Exception {
        agreed();
        var word = says("When do you open?");
        server.answers(429, Map.of("Retry-After", "5"), "");
        mvc.perform(asking(word, "My own words"))
                .andExpect(content().string(containsString("Try again in 5 seconds.")))
                .andExpect(content().string(containsString("My own words</textarea>")));
        server.answers(500, Map.of(), "");
        mvc.perform(asking(word, "").header("HX-Request", "true"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("out of order (500)")));
    }

    @Test
    void a_summary_stands_above_its_thread_with_who_made_it() throws Exception {
        agreed();
        var word = says("The first");
        for (var n = 0; n < 8; n++) {
            says("Number " + n);
        }
        server.answers(503, Map.of(), "");
        var summary = given.at(seat) + "/inbox/" + word.conversation() + "/summary";
        mvc.perform(post(summary).with(given.signedIn(seat)))
                .andExpect(content().string(containsString("out of order (503)")));
        server.says("- Nine people say hello");
        mvc.perform(post(summary).with(given.signedIn(seat))).andExpect(status().is3xxRedirection());
        says("One more");
        look(word)
                .andExpect(content().string(containsString("Summary by the model")))
                .andExpect(content().string(containsString("- Nine people say hello")))
                .andExpect(content().string(containsString("Made by small-1")))
                .andExpect(content().string(containsString("1 more since.")));
        mvc.perform(post(summary + "/removal").with(given.signedIn(seat)));
        look(word).andExpect(content().string(not(containsString("Nine people"))));
    }
}
