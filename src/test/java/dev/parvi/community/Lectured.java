package dev.parvi.community;

import dev.parvi.account.Account;
import dev.parvi.community.Correcting.Stated;
import dev.parvi.community.Correcting.Taught;
import dev.parvi.community.Talked.Word;
import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import dev.parvi.text.Mark;
import dev.parvi.text.Mood;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A brand whose moderators teach. */
@DeskTest
@Import(Talked.class)
abstract class Lectured {

    static final String DULL = "The blue one again, as always on Mondays";

    @Autowired
    Given given;

    @Autowired
    Talked talked;

    @Autowired
    Taking taking;

    @Autowired
    Grasping grasping;

    @Autowired
    Correcting correcting;

    @Autowired
    Learning learning;

    @Autowired
    LessonsDue due;

    @Autowired
    LearnedModels models;

    @Autowired
    Corrections corrections;

    @Autowired
    Forgetting forgetting;

    @Autowired
    HandClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    @Qualifier("worker")
    TransactionTemplate worker;

    Seat seat;
    Account account;
    Told told;

    @BeforeEach
    void a_brand_people_talk_to() {
        seat = given.brand();
        account = given.account(seat);
        told = new Told(jdbc, transaction, seat);
    }

    Word says(String text) {
        return talked.says(
                seat,
                account,
                "Anna",
                "post-" + UUID.randomUUID(),
                null,
                text,
                clock.instant().minus(Duration.ofMinutes(5)));
    }

    Taught correct(Word word, @Nullable Mood mood, Mark... marks) {
        var there = EnumSet.noneOf(Mark.class);
        there.addAll(List.of(marks));
        return Tenant.in(
                seat.brand(),
                () -> correcting.correct(
                        seat, word.conversation(), word.comment(), new Stated(mood, there, null), false));
    }

    int undo(Taught taught) {
        return Tenant.in(seat.brand(), () -> correcting.undo(seat, taught.act()));
    }

    void learn() {
        clock.pass(Learning.PAUSE);
        learning.turn();
    }

    Said said(Word word) {
        return Tenant.in(seat.brand(), () -> correcting.look(seat, word.conversation(), word.comment()));
    }

    static Said.Understood understood(Said said) {
        return Objects.requireNonNull(said.understood());
    }

    Mood mood(Word word) {
        return understood(said(word)).mood();
    }

    /** Of these, how many are a complaint and negative: what the moderators of the example want to see. */
    long right(List<Word> words) {
        return words.stream()
                .map(word -> understood(said(word)))
                .filter(found -> found.mood() == Mood.NEGATIVE && found.marks().contains(Mark.COMPLAINT))
                .count();
    }

    List<Word> say(List<String> texts) {
        var words = new ArrayList<Word>();
        texts.forEach(text -> words.add(says(text)));
        return words;
    }

    static List<String> kind(boolean corrected) throws IOException {
        try (var in = Objects.requireNonNull(LessonsTest.class.getResourceAsStream("/text/kind-en.txt"))) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            var between = lines.indexOf("---");
            return corrected ? lines.subList(0, between) : lines.subList(between + 1, lines.size());
        }
    }
}
