package dev.parvi.community.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.parvi.account.Account;
import dev.parvi.community.Talked;
import dev.parvi.community.Talked.Word;
import dev.parvi.publishing.Planned;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A brand that people talk to, and its inbox's doors. */
@DeskTest
@Import({Talked.class, Planned.class})
public abstract class AtInbox {

    @Autowired
    protected MockMvc mvc;

    @Autowired
    protected Given given;

    @Autowired
    protected Talked talked;

    @Autowired
    protected Planned planned;

    @Autowired
    protected HandClock clock;

    @Autowired
    protected JdbcClient jdbc;

    protected Seat seat;
    protected Account account;

    @BeforeEach
    void a_brand_people_talk_to() {
        clock.set(HandClock.START);
        seat = given.brand();
        account = given.account(seat);
    }

    protected Word says(String who, String root, String text) {
        return talked.says(seat, account, who, root, null, text, clock.instant().minus(Duration.ofMinutes(5)));
    }

    protected ResultActions look(Seat as, String path) throws Exception {
        return mvc.perform(get(given.at(seat) + "/inbox" + path).with(given.signedIn(as)));
    }

    protected ResultActions answer(Seat as, Word to, String text, UUID key) throws Exception {
        return mvc.perform(post(given.at(seat) + "/inbox/" + to.conversation() + "/answers")
                .param("comment", to.comment().toString())
                .param("text", text)
                .param("key", key.toString())
                .with(given.signedIn(as)));
    }

    protected long count(String table) {
        return talked.in(
                seat,
                () -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single());
    }
}
