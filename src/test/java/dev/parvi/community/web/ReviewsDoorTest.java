package dev.parvi.community.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.community.Talked;
import dev.parvi.publishing.Planned;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@DeskTest
@Import({Talked.class, Planned.class})
class ReviewsDoorTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Given given;

    @Autowired
    Talked talked;

    @Autowired
    Planned planned;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HandClock clock;

    Seat seat;

    @BeforeEach
    void a_brand() {
        clock.set(HandClock.START);
        seat = given.brand();
    }

    private ResultActions look(Seat as, String path) throws Exception {
        return mvc.perform(get(given.at(seat) + "/inbox" + path).with(given.signedIn(as)));
    }

    private ResultActions show(byte[] content) throws Exception {
        return mvc.perform(multipart(given.at(seat) + "/inbox/reviews")
                .file(new MockMultipartFile("file", "reviews.csv", "text/csv", content))
                .with(given.signedIn(seat)));
    }

    private ResultActions send(String path, String... pairs) throws Exception {
        var request = post(given.at(seat) + path).with(given.signedIn(seat));
        for (var n = 0; n < pairs.length; n += 2) {
            request.param(pairs[n], pairs[n + 1]);
        }
        return mvc.perform(request);
    }

    private long one(String sql) {
        return talked.in(seat, () -> jdbc.sql(sql).query(Long.class).single());
    }

    @Test
    void a_brand_without_places_is_told_how_to_make_one() throws Exception {
        look(seat, "/reviews").andExpect(content().string(containsString("Connect a place by hand")));
    }

    @Test
    void the_example_is_a_table_that_can_be_taken_in() throws Exception {
        given.account(seat, "byhand", "The \"Maps\", all");
        var example = look(seat, "/reviews/example.csv")
                .andExpect(header().string("Content-Disposition", containsString("reviews.csv")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        var shown = show(example)
                .andExpect(content().string(containsString("1 waits for an answer")))
                .andExpect(content().string(containsString("1 asks for nothing")))
                .andExpect(content().string(not(containsString("Left out"))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var confirmation = Pattern.compile("/inbox/reviews/\\d+/confirmation").matcher(shown);
        assertThat(confirmation.find()).isTrue();
        send(confirmation.group()).andExpect(content().string(containsString("Taken in")));
        send(confirmation.group()).andExpect(status().isConflict());
        look(seat, "").andExpect(content().string(containsString("Best coffee in town")));
        assertThat(one("select count(*) from comment")).isEqualTo(3);
    }

    @Test
    void what_is_no_table_is_told_beside_the_field() throws Exception {
        given.account(seat, "byhand", "Maps");
        show("hello".getBytes())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("The first line must name the columns")));
    }

    @Test
    void a_review_is_answered_by_hand_and_nobody_waits_once_that_is_recorded() throws Exception {
        given.account(seat, "byhand", "Maps");
        var shown = show("place,author,stars,text,date,id\nMaps,Anna,2,Slow,2026-11-01,r-1\n".getBytes())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var confirmation = Pattern.compile("/inbox/reviews/\\d+/confirmation").matcher(shown);
        assertThat(confirmation.find()).isTrue();
        send(confirmation.group());
        var talk = one("select conversation_id from comment");
        look(seat, "/" + talk)
                .andExpect(content().string(containsString("★★")))
                .andExpect(content().string(containsString("Answered there already")));
        send(
                "/inbox/" + talk + "/answers",
                "comment",
                String.valueOf(one("select id from comment")),
                "text",
                "We are two now",
                "key",
                UUID.randomUUID().toString());
        planned.turn();
        var delivery = one("select delivery_id from own_answer");
        look(seat, "/" + talk).andExpect(content().string(containsString("/deliveries/" + delivery)));
        assertThat(one("select count(*) from conversation where waiting")).isEqualTo(1);
        send("/deliveries/" + delivery + "/address", "address", "https://maps.example/place")
                .andExpect(status().is3xxRedirection());
        assertThat(one("select count(*) from conversation where waiting")).isZero();
        assertThat(one("select count(*) from comment where us and delivery_id = " + delivery))
                .isEqualTo(1);
        look(seat, "/" + talk).andExpect(content().string(containsString("We are two now")));
    }

    @Test
    void one_click_notes_that_it_was_answered_there() throws Exception {
        given.account(seat, "byhand", "Maps");
        var shown = show("place,author,stars,text,date,id\nMaps,Anna,2,Slow,2026-11-01,r-1\n".getBytes())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var confirmation = Pattern.compile("/inbox/reviews/\\d+/confirmation").matcher(shown);
        assertThat(confirmation.find()).isTrue();
        send(confirmation.group());
        var talk = one("select conversation_id from comment");
        send(
                        "/inbox/" + talk + "/elsewhere",
                        "comment",
                        String.valueOf(one("select id from comment")),
                        "key",
                        UUID.randomUUID().toString())
                .andExpect(header().string("Location", containsString("notice=community.answered.noted")));
        look(seat, "/" + talk).andExpect(content().string(containsString("Answered at the place itself.")));
        assertThat(one("select count(*) from conversation where waiting")).isZero();
    }

    @Test
    void who_only_reads_takes_nothing_in() throws Exception {
        var analyst = given.colleague(seat, Role.ANALYST);
        look(analyst, "/reviews").andExpect(status().isForbidden());
        look(analyst, "/reviews/example.csv").andExpect(status().isForbidden());
    }
}
