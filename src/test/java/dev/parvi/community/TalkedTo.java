package dev.parvi.community;

import dev.parvi.account.Account;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A brand with an account on the test network, for tests of what is heard there. */
@DeskTest
abstract class TalkedTo {

    @Autowired
    Given given;

    @Autowired
    Taking taking;

    @Autowired
    Grasping grasping;

    @Autowired
    HandClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    Seat seat;
    Account account;
    Told told;

    @BeforeEach
    void an_account_people_talk_to() {
        clock.set(HandClock.START);
        seat = given.brand();
        account = given.account(seat);
        told = told(seat);
    }

    Told told(Seat any) {
        return new Told(jdbc, transaction, any);
    }

    /** Until everything that was heard is understood. */
    void grasp() {
        while (told.in(grasping::next) > 0) {
            Thread.onSpinWait();
        }
    }
}
