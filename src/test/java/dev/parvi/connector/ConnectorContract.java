package dev.parvi.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parvi.connector.Finds.Finding;
import dev.parvi.connector.PublishOutcome.NeedsReauth;
import dev.parvi.connector.PublishOutcome.Published;
import dev.parvi.connector.PublishOutcome.Rejected;
import dev.parvi.connector.PublishOutcome.RetryAfter;
import dev.parvi.connector.PublishOutcome.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every connector that publishes keeps, whatever its network does. One class a connector extends it. */
@Timeout(120)
public abstract class ConnectorContract {

    /** What the network does at the next call that it concerns; at {@link #WELL} whatever was set before ends. */
    public enum Situation {
        WELL,
        /** It asks for a pause instead of publishing. */
        LIMITING,
        /** The access token is no longer taken, renewing works. */
        TOKEN_EXPIRED,
        /** The access token is no longer taken, and renewing meets a server in trouble. */
        TOKEN_EXPIRED_RENEWAL_FAULTY,
        /** The access token is no longer taken, and renewing is asked to pause. */
        TOKEN_EXPIRED_RENEWAL_LIMITED,
        /** The access token is no longer taken, and renewing brings what is no answer. */
        TOKEN_EXPIRED_RENEWAL_GARBAGE,
        /** A person took our permission back, and the access token is no longer taken. */
        PERMISSION_GONE,
        /** It publishes, then the connection is cut before the answer. */
        CUT_AFTER_ACCEPTANCE,
        /** It publishes and answers with a server error. */
        FAULT_AFTER_ACCEPTANCE,
        /** It publishes and answers with what is no answer. */
        GARBAGE_AFTER_ACCEPTANCE,
        /** Nobody listens at its address. */
        AWAY,
        /** Reading back meets a server in trouble. */
        READING_FAULTY,
        /** Reading back brings what is no answer. */
        READING_GARBAGE
    }

    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime() % 900_000);

    protected abstract Connector connector();

    /** The account that publishes; the same throughout one test. */
    protected abstract KeptAccess access();

    protected abstract void given(Situation situation) throws Exception;

    /** How many posts with this parcel's text stand on the network, as the network itself tells. */
    protected abstract int standing(Parcel parcel) throws Exception;

    /** What the network never takes. */
    protected abstract Message refused();

    /** Some situations can't be on some networks: the own page has no token. */
    protected boolean canBe(Situation situation) {
        return true;
    }

    protected Parcel parcel(Message message) {
        var number = NUMBER.incrementAndGet();
        var madeAt = Instant.ofEpochMilli(System.currentTimeMillis());
        return new Parcel(number, "contract-" + number + "-" + madeAt, madeAt, message, List.of());
    }

    protected Parcel parcel() {
        return parcel(Message.of("Kahvi ☕ " + NUMBER.get() + " " + Instant.now()));
    }

    private PublishOutcome publish(Parcel parcel) {
        return ((Publishes) connector()).publish(access(), parcel);
    }

    private Finding find(Parcel parcel) {
        return ((Finds) connector()).find(access(), parcel);
    }

    private void let(Situation situation) throws Exception {
        assumeTrue(canBe(situation), () -> "this network knows no " + situation);
        given(situation);
    }

    @Test
    void a_parcel_is_published_once_and_says_where_it_is() throws Exception {
        var parcel = parcel();
        var outcome = publish(parcel);
        assertThat(outcome).isInstanceOfSatisfying(Published.class, published -> {
            assertThat(published.sent().id()).isNotBlank();
            assertThat(published.sent().address()).isNotNull();
        });
        assertThat(standing(parcel)).isEqualTo(1);
    }

    @Test
    void what_the_network_never_takes_is_rejected_with_a_reason_and_is_not_there() throws Exception {
        var parcel = parcel(refused());
        assertThat(publish(parcel))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.fault().code()).isNotBlank());
        assertThat(standing(parcel)).isZero();
        assertThat(find(parcel)).isInstanceOf(Finding.Absent.class);
    }

    @Test
    void a_rate_limit_says_when_to_try_again_and_published_nothing() throws Exception {
        let(Situation.LIMITING);
        var parcel = parcel();
        assertThat(publish(parcel))
                .isInstanceOfSatisfying(
                        RetryAfter.class,
                        retry -> assertThat(retry.after()).isBetween(Duration.ofSeconds(1), Duration.ofHours(24)));
        assertThat(standing(parcel)).isZero();
        given(Situation.WELL);
        assertThat(publish(parcel)).isInstanceOf(Published.class);
        assertThat(standing(parcel)).isEqualTo(1);
    }

    @Test
    void an_expired_token_is_renewed_once_and_the_parcel_goes_out_in_the_same_call() throws Exception {
        let(Situation.TOKEN_EXPIRED);
        var parcel = parcel();
        assertThat(publish(parcel)).isInstanceOf(Published.class);
        assertThat(access().renewals()).isEqualTo(1);
        assertThat(standing(parcel)).isEqualTo(1);
    }

    @Test
    void permission_that_is_gone_asks_for_a_new_sign_in() throws Exception {
        let(Situation.PERMISSION_GONE);
        var parcel = parcel();
        assertThat(publish(parcel)).isInstanceOf(NeedsReauth.class);
        assertThat(standing(parcel)).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_AFTER_ACCEPTANCE", "FAULT_AFTER_ACCEPTANCE", "GARBAGE_AFTER_ACCEPTANCE"})
    void what_may_have_been_taken_is_unknown_and_then_found(Situation situation) throws Exception {
        let(situation);
        var parcel = parcel();
        assertThat(publish(parcel)).isInstanceOf(Unknown.class);
        given(Situation.WELL);
        assertThat(find(parcel))
                .isInstanceOfSatisfying(
                        Finding.Found.class,
                        found -> assertThat(found.sent().id()).isNotBlank());
        assertThat(standing(parcel)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_AFTER_ACCEPTANCE", "FAULT_AFTER_ACCEPTANCE", "GARBAGE_AFTER_ACCEPTANCE"})
    void a_retry_after_an_unknown_outcome_publishes_nothing_twice_where_the_network_dedupes(Situation situation)
            throws Exception {
        assumeTrue(connector().descriptor().dedupes());
        let(situation);
        var parcel = parcel();
        publish(parcel);
        given(Situation.WELL);
        var again = publish(parcel);
        assertThat(again).isInstanceOf(Published.class);
        assertThat(find(parcel)).isEqualTo(new Finding.Found(((Published) again).sent()));
        assertThat(standing(parcel)).isEqualTo(1);
    }

    @Test
    void a_duplicate_retry_is_told_the_same_place_where_the_network_dedupes() throws Exception {
        assumeTrue(connector().descriptor().dedupes());
        var parcel = parcel();
        var first = publish(parcel);
        assertThat(publish(parcel)).isEqualTo(first);
        assertThat(standing(parcel)).isEqualTo(1);
    }

    @Test
    void the_same_parcel_from_eight_callers_at_once_is_published_once_where_the_network_dedupes() throws Exception {
        assumeTrue(connector().descriptor().dedupes());
        var parcel = parcel();
        Callable<PublishOutcome> call = () -> publish(parcel);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = callers.invokeAll(java.util.Collections.nCopies(8, call)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(outcomes).hasAtLeastOneElementOfType(Published.class);
            assertThat(outcomes).noneMatch(o -> o instanceof Rejected || o instanceof NeedsReauth);
        }
        assertThat(standing(parcel)).isEqualTo(1);
    }

    @Test
    void two_parcels_with_the_same_text_are_two_posts() throws Exception {
        var one = parcel();
        var two = parcel(one.message());
        assertThat(publish(one)).isInstanceOf(Published.class);
        assertThat(publish(two)).isInstanceOf(Published.class);
        assertThat(standing(one)).isEqualTo(2);
    }

    @Test
    void what_was_never_sent_is_surely_absent() {
        assertThat(find(parcel())).isInstanceOf(Finding.Absent.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"READING_FAULTY", "READING_GARBAGE"})
    void reading_back_that_brings_no_answer_can_not_tell(Situation situation) throws Exception {
        var parcel = parcel();
        publish(parcel);
        let(situation);
        assertThat(find(parcel)).isInstanceOf(Finding.CannotTell.class);
    }

    @Test
    void a_network_that_is_away_has_surely_published_nothing() throws Exception {
        let(Situation.AWAY);
        var parcel = parcel();
        assertThat(publish(parcel)).isInstanceOf(RetryAfter.class);
        given(Situation.WELL);
        assertThat(find(parcel)).isInstanceOf(Finding.Absent.class);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"WELL", "PERMISSION_GONE"})
    void a_passing_fault_never_disconnects_the_account(Situation situation) throws Exception {
        let(situation);
        var parcel = parcel();
        assertThat(publish(parcel)).isNotInstanceOf(NeedsReauth.class).isNotInstanceOf(Rejected.class);
        given(Situation.WELL);
        assertThat(publish(parcel())).isInstanceOf(Published.class);
    }

    @Test
    void what_is_deleted_is_gone_and_deleting_it_again_is_fine() throws Exception {
        assumeTrue(connector() instanceof Deletes);
        var parcel = parcel();
        var sent = ((Published) publish(parcel)).sent();
        ((Deletes) connector()).delete(access(), sent);
        assertThat(standing(parcel)).isZero();
        assertThat(find(parcel)).isInstanceOf(Finding.Absent.class);
        ((Deletes) connector()).delete(access(), sent);
    }
}
