package dev.parvi.planning;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.PostId;
import dev.parvi.shared.WallTime;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.time.LocalDateTime;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A brand with a connected account, for tests of what is planned there. */
@DeskTest
abstract class WithAccount {

    @Autowired
    Scheduling scheduling;

    @Autowired
    Given given;

    @Autowired
    HandClock clock;

    GivenPosts posts;
    Seat seat;
    AccountId account;

    @BeforeEach
    void a_brand_with_an_account(@Autowired JdbcClient jdbc, @Autowired TransactionTemplate transaction) {
        clock.set(HandClock.START);
        posts = new GivenPosts(jdbc, transaction);
        seat = given.brand();
        account = given.account(seat).id();
    }

    /** A post that goes out at that time of the brand's clock. */
    PostId planned(String text, String local, AccountId... accounts) {
        var post = posts.post(seat, text, accounts);
        in(() -> scheduling.at(seat, post, LocalDateTime.parse(local), WallTime.Choice.FIRST));
        return post;
    }

    <T> T in(Supplier<T> work) {
        return Tenant.in(seat.brand(), work::get);
    }
}
