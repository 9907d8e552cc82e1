package dev.parvi.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.Message;
import dev.parvi.connector.Parcel;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.support.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LaneTest {

    private static final Instant NOON = HandClock.START;

    private final HandClock clock = new HandClock();
    private final Lane lane = new Lane(clock);
    private final ConcurrentLinkedQueue<Long> begun = new ConcurrentLinkedQueue<>();
    private final Semaphore carried = new Semaphore(0);

    @Test
    void each_is_carried_once() throws InterruptedException {
        lane.add(LongStream.range(0, 3_000).mapToObj(n -> claim(n, NOON)).toList(), this::carry);
        lane.add(LongStream.range(3_000, 4_000).mapToObj(n -> claim(n, NOON)).toList(), this::carry);
        carried.acquire(4_000);
        assertThat(begun).hasSize(4_000).doesNotHaveDuplicates();
    }

    @Test
    void nothing_is_carried_before_its_instant_and_what_comes_later_holds_up_nothing() throws InterruptedException {
        var soon = NOON.plusSeconds(1);
        lane.add(List.of(claim(2, soon)), each -> {
            assertThat(clock.instant()).isAfterOrEqualTo(soon);
            carry(each);
        });
        lane.add(List.of(claim(1, NOON)), this::carry);
        carried.acquire();
        assertThat(begun).containsExactly(1L);
        clock.pass(Duration.ofSeconds(1));
        carried.acquire();
        assertThat(begun).containsExactly(1L, 2L);
    }

    @Test
    void no_more_than_the_bound_are_carried_at_once() throws InterruptedException {
        var all = Lane.CALLS_AT_ONCE;
        var busy = new CountDownLatch(all);
        var go = new CountDownLatch(1);
        lane.add(IntStream.range(0, all + 50).mapToObj(n -> claim(n, NOON)).toList(), each -> {
            begun.add(each.delivery().value());
            busy.countDown();
            waitFor(go);
            carried.release();
        });
        busy.await();
        assertThat(begun).hasSize(all);
        go.countDown();
        carried.acquire(all + 50);
    }

    @Test
    void one_that_fails_takes_none_with_it() throws InterruptedException {
        for (var turn = 0; turn < 2 * Lane.CALLS_AT_ONCE; turn++) {
            lane.add(List.of(claim(turn, NOON)), each -> {
                carried.release();
                throw new AssertionError("on purpose");
            });
        }
        carried.acquire(2 * Lane.CALLS_AT_ONCE);
        lane.add(List.of(claim(1_000, NOON)), this::carry);
        carried.acquire();
        assertThat(begun).containsExactly(1_000L);
    }

    private void carry(Claim claim) {
        begun.add(claim.delivery().value());
        carried.release();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Claim claim(long number, Instant notBefore) {
        return new Claim(
                new DeliveryId(number),
                new BrandId(1),
                new AccountId(number),
                "test",
                null,
                0,
                1,
                notBefore,
                notBefore.plusSeconds(15),
                notBefore.plusSeconds(30),
                false,
                false,
                new Parcel(number, "key", notBefore, Message.of("text"), List.of()));
    }
}
