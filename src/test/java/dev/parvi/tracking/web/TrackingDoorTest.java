package dev.parvi.tracking.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import dev.parvi.tracking.Arranging;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The forms of tracking, as typed by people and by nobody's friends. */
@DeskTest
class TrackingDoorTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Given given;

    @Autowired
    Arranging arranging;

    Seat seat;
    String at;

    @BeforeEach
    void make() {
        seat = given.brand();
        at = given.at(seat) + "/tracking";
    }

    private ResultActions sends(Seat who, String form, String... fields) throws Exception {
        var request = post(at + form).with(given.signedIn(who));
        for (int n = 0; n < fields.length; n += 2) {
            request.param(fields[n], fields[n + 1]);
        }
        return mvc.perform(request);
    }

    private Arranging.Shown shown() {
        return Tenant.in(seat.brand(), arranging::shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "domain|javascript:alert(1)",
                "domain|https://go.example.org/elsewhere",
                "domain|https://user:word@go.example.org",
                "domain|https://go.example.org?x=1",
                "hosts|shop.example *",
                "hosts|<script>",
                "hosts|shop..example",
                "source|{secret}",
                "campaign|{{network}}",
                "keepDays|0",
                "keepDays|91",
                "keepDays|-1",
                "keepDays|99999999999",
                "keepDays|ninety"
            })
    void what_makes_no_rule_is_said_beside_its_field_and_stays_typed(String field, String typed) throws Exception {
        var before = shown().rules();
        sends(seat, "", "keepDays", field.equals("keepDays") ? typed : "30", field, typed)
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("id=\"e-" + field + "\"")))
                .andExpect(content().string(not(containsString("<script>alert"))));
        assertThat(shown().rules()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"domain", "hosts", "source", "medium", "campaign", "content", "keepDays"})
    void giant_rules_are_refused(String field) throws Exception {
        var before = shown().rules();
        sends(seat, "", "keepDays", "30", field, "a".repeat(100_000)).andExpect(status().is(422));
        assertThat(shown().rules()).isEqualTo(before);
    }

    @Test
    void a_thousand_hosts_are_too_many() throws Exception {
        var hosts = new StringBuilder();
        for (int n = 0; n < 1_000; n++) {
            hosts.append("h").append(n).append(".example ");
        }
        sends(seat, "", "keepDays", "30", "hosts", hosts.toString()).andExpect(status().is(422));
        assertThat(shown().rules().hosts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "data:text/html,x",
                "//evil.example",
                "/accounts",
                "https://user:word@example.org/",
                "ftp://example.org",
                "https://",
                "not an address",
                "GIANT"
            })
    void a_link_that_leads_nowhere_in_the_web_isnt_made(String address) throws Exception {
        var typed = address.equals("GIANT") ? "https://example.org/" + "a".repeat(100_000) : address;
        sends(seat, "/links", "address", typed, "campaign", "spring").andExpect(status().is(422));
        assertThat(shown().links()).isEmpty();
    }

    @Test
    void giant_names_are_cut_and_nothing_breaks() throws Exception {
        var giant = "ä<i>".repeat(20_000);
        sends(seat, "/links", "address", "https://example.org/a", "campaign", giant, "medium", giant)
                .andExpect(status().is3xxRedirection());
        sends(seat, "/keys", "name", giant)
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("no-store")));
        sends(seat, "/numbers", "number", "+358 9 1", "campaign", giant).andExpect(status().is3xxRedirection());
        assertThat(shown().links().getFirst().campaign()).hasSizeLessThanOrEqualTo(100);
        assertThat(shown().numbers().getFirst().campaign()).hasSizeLessThanOrEqualTo(100);
        assertThat(shown().keys().getFirst().name()).hasSizeLessThanOrEqualTo(60);
        mvc.perform(get(at).with(given.signedIn(seat)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<i>ä"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "call me", "+358 9 1<script>", "999999999999999999999999999999999999999999999"})
    void what_is_no_telephone_number_is_refused(String number) throws Exception {
        sends(seat, "/numbers", "number", number, "campaign", "spring").andExpect(status().is(422));
        assertThat(shown().numbers()).isEmpty();
    }

    @Test
    void who_only_writes_changes_no_rules_and_reads_no_keys() throws Exception {
        var author = given.colleague(seat, Role.AUTHOR);
        for (var form : List.of("", "/keys", "/numbers", "/keys/1/removal", "/numbers/1/removal")) {
            sends(author, form, "keepDays", "30", "number", "+358 9 123", "campaign", "spring")
                    .andExpect(status().isForbidden());
        }
        mvc.perform(get(at).with(given.signedIn(author)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("t-keys"))));
        sends(given.colleague(seat, Role.ANALYST), "/links", "address", "https://example.org/")
                .andExpect(status().isForbidden());
        assertThat(shown().keys()).isEmpty();
    }

    @Test
    void a_form_that_another_site_sends_does_nothing() throws Exception {
        for (var form : List.of("", "/keys", "/numbers", "/links")) {
            mvc.perform(post(at + form)
                            .cookie(new jakarta.servlet.http.Cookie("parvi", given.token(seat.member())))
                            .param("keepDays", "1"))
                    .andExpect(status().isForbidden());
        }
        assertThat(shown().rules().keepDays()).isEqualTo(90);
    }

    @Test
    void another_brand_s_key_and_number_stay() throws Exception {
        var other = given.brand();
        Tenant.in(other.brand(), () -> arranging.addKey(other, "Theirs"));
        Tenant.in(other.brand(), () -> arranging.addNumber(other, "+358 9 777", "theirs"));
        var theirs = Tenant.in(other.brand(), arranging::shown);
        sends(seat, "/keys/" + theirs.keys().getFirst().id() + "/removal").andExpect(status().is3xxRedirection());
        sends(seat, "/numbers/" + theirs.numbers().getFirst().id() + "/removal").andExpect(status().is3xxRedirection());
        assertThat(Tenant.in(other.brand(), arranging::shown).keys()).hasSize(1);
        assertThat(Tenant.in(other.brand(), arranging::shown).numbers()).hasSize(1);
    }
}
