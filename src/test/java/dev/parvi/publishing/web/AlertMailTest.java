package dev.parvi.publishing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.account.Accessing;
import dev.parvi.account.Account;
import dev.parvi.connector.Fault;
import dev.parvi.connector.Finds.Finding;
import dev.parvi.connector.PublishOutcome;
import dev.parvi.publishing.Planned;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.Mailbox;
import dev.parvi.support.MailedDeskTest;
import dev.parvi.support.TestNetwork;
import dev.parvi.support.TestPlace;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What stopped, from the network's answer to the member's mailbox and by the link to the page with the buttons. */
@MailedDeskTest
@Import(Planned.class)
class AlertMailTest {

    private static final Fault FAULT = new Fault("test", "said the network");

    /** More often than that nobody looks for a post before a person is asked. */
    private static final int LOOKS = 12;

    private static final Map<String, String> CHOOSE = Map.of(
            "en", "You choose what you are told here:",
            "fi", "Täällä valitset, mistä sinulle kerrotaan:",
            "ru", "Здесь можно выбрать, о чём вам сообщать:");

    @Autowired
    MockMvc mvc;

    @Autowired
    Given given;

    @Autowired
    Planned planned;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Accessing accessing;

    @Autowired
    HandClock clock;

    @Autowired
    JdbcClient jdbc;

    private final String email = UUID.randomUUID() + "@example.org";
    private Seat seat;
    private Account account;
    private TestPlace place;

    @BeforeEach
    void a_member_with_a_mailbox() {
        seat = given.brand();
        account = given.account(seat);
        place = TestNetwork.of(account.place());
    }

    /** What a person has to be told of. */
    private enum Happening {
        REFUSED,
        UNKNOWN,
        LATE,
        LOST
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | REFUSED | Refused: Uusi erä",
                "fi | REFUSED | Hylätty: Uusi erä",
                "ru | REFUSED | Отклонено: Uusi erä",
                "en | UNKNOWN | Nobody can tell whether it is out: Kesken",
                "fi | UNKNOWN | Ei tietoa, ilmestyikö: Kesken",
                "ru | UNKNOWN | Неизвестно, вышло ли: Kesken",
                "en | LATE    | Too late, waits for you: Eilinen",
                "fi | LATE    | Liian myöhässä, odottaa sinua: Eilinen",
                "ru | LATE    | Опоздало, ждёт вас: Eilinen",
                "en | LOST    | Sign in again: Place",
                "fi | LOST    | Kirjaudu uudelleen: Place",
                "ru | LOST    | Войдите снова: Place"
            })
    void what_stopped_is_mailed_in_the_readers_language(String language, Happening happening, String subject)
            throws Exception {
        reads(language);
        switch (happening) {
            case REFUSED -> {
                place.answers(new PublishOutcome.Rejected(FAULT));
                planned.plan(seat, account, clock.instant(), "Uusi erä");
                told(language, subject, "/deliveries/", "said the network");
            }
            case UNKNOWN -> {
                cutOff();
                told(language, subject, "/deliveries/", "/unseen");
            }
            case LATE -> {
                planned.plan(seat, account, clock.instant().minus(Duration.ofHours(2)), "Eilinen");
                told(language, subject, "/deliveries/", "Eilinen");
            }
            case LOST -> {
                accessing.lost(seat.brand(), account.id(), FAULT);
                told(language, subject + " " + account.place(), "/accounts/", "/accounts/" + account.id() + "/sign-in");
            }
        }
    }

    private void cutOff() {
        place.takesAndIsCut();
        planned.plan(seat, account, clock.instant(), "Kesken");
        for (var look = 0; look < LOOKS; look++) {
            place.finds(new Finding.CannotTell(FAULT));
            planned.turn();
            clock.pass(Duration.ofMinutes(11));
        }
    }

    private void told(String language, String subject, String door, String there) throws Exception {
        planned.turn();
        var letters = mailbox.after("alerts", email);
        assertThat(letters).hasSize(1);
        var letter = letters.getFirst();
        assertThat(letter.subject()).startsWith("Brand b-").endsWith(": " + subject);
        assertThat(letter.text()).contains(subject, CHOOSE.get(language));
        assertThat(letter.paths()).hasSize(2);
        mvc.perform(get(letter.path(given.at(seat) + door)).with(given.signedIn(seat)))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString(there)));
        mvc.perform(get(letter.path(given.at(seat) + "/alerts")).with(given.signedIn(seat)))
                .andExpect(status().isOk());
    }

    private void reads(String language) throws Exception {
        jdbc.sql("update member set email = :email where id = :id")
                .param("email", email)
                .param("id", seat.member().value())
                .update();
        mvc.perform(post("/me")
                        .with(given.signedIn(seat))
                        .param("name", "Maija")
                        .param("language", language))
                .andExpect(status().is3xxRedirection());
    }
}
