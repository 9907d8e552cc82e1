package dev.parvi.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.Parvi;
import dev.parvi.support.DeskForTests;
import dev.parvi.support.HandTime;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** On a desk of its own, which nobody has visited. */
@SpringBootTest(classes = {Parvi.class, HandTime.class})
@ContextConfiguration(initializers = DeskForTests.class)
@DirtiesContext
class FirstVisitTest {

    private static final int AT_ONCE = 8;

    @Autowired
    FirstVisit first;

    @Test
    void of_many_who_come_first_at_once_one_only_becomes_the_owner() throws Exception {
        assertThat(first.isOpen()).isTrue();
        var start = new CountDownLatch(1);
        var results = new ArrayList<Future<Boolean>>();
        try (var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < AT_ONCE; i++) {
                var owner = new Newcomer("Visitor " + i, "v" + i + "@example.org", "kolme kissaa katolla");
                results.add(visitors.submit(() -> {
                    start.await();
                    return first.own(owner, Locale.ENGLISH).isPresent();
                }));
            }
            start.countDown();
        }
        assertThat(results.stream().filter(Future::resultNow)).hasSize(1);
        assertThat(first.isOpen()).isFalse();
        assertThat(first.own(new Newcomer("Late", "late@example.org", "kolme kissaa katolla"), Locale.ENGLISH))
                .isEqualTo(Optional.empty());
    }
}
