package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.account.AccountReconnected;
import dev.parvi.connector.Heard.Kind;
import dev.parvi.connector.Reads.Figure;
import dev.parvi.connector.Sent;
import dev.parvi.connector.Stirred;
import dev.parvi.publishing.PostsPublished;
import dev.parvi.publishing.Recalling.Out;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.VersionId;
import dev.parvi.support.TestNetwork;
import dev.parvi.support.TestTalks;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

// limit: 340 because every kind of failure of one reading stands together
class ReadingTest extends TalkedTo {

    @Autowired
    Reading reading;

    @Autowired
    Readings readings;

    @Autowired
    Stirring stirring;

    @Autowired
    ApplicationEventPublisher events;

    private TestTalks network;

    @BeforeEach
    void begin() {
        network = TestNetwork.of(account.place()).talks();
        stirring.enlist(seat.brand());
    }

    private void read() {
        reading.read(seat.brand(), account.id());
    }

    private Instant ago(int minutes) {
        return clock.instant().minus(Duration.ofMinutes(minutes));
    }

    private Duration untilNext() {
        return Duration.between(clock.instant(), ((Timestamp) told.value("select next_at from reading")).toInstant());
    }

    private void published(String id) {
        var sent = new Sent(id, URI.create("https://test.example/" + id), Map.of());
        events.publishEvent(new PostsPublished(
                seat.brand(),
                List.of(new Out(new DeliveryId(77), new VersionId(7), account.id(), 0, false, sent, clock.instant()))));
    }

    @Test
    void news_is_read_to_its_end_and_the_cursor_kept() {
        for (var i = 0; i < 25; i++) {
            network.says("anna", "post", null, "Word " + i, ago(30));
        }
        read();
        read();

        assertThat(told.value("select count(*) from comment")).isEqualTo(25L);
        assertThat(told.row("select cursor, failures, leased_by from reading"))
                .containsEntry("cursor", "25")
                .containsEntry("failures", 0)
                .containsEntry("leased_by", null);
        assertThat(network.calls()).startsWith("news ", "news 10", "news 20").contains("news 25");
    }

    @Test
    void a_reader_that_dies_between_the_call_and_the_saving_loses_and_doubles_nothing() {
        network.says("anna", "post", null, "Before", ago(30));
        read();
        network.says("anna", "post", null, "During", ago(20));
        told.run(() ->
                readings.lease(account.id(), UUID.randomUUID(), clock.instant().plus(Reading.LEASE), clock.instant()));

        read();
        assertThat(told.value("select count(*) from comment"))
                .as("the dead reader's lease runs")
                .isEqualTo(1L);

        clock.pass(Reading.LEASE);
        read();
        assertThat(told.rows("select text from comment order by at"))
                .extracting("text")
                .containsExactly("Before", "During");
    }

    @Test
    void a_reader_whose_lease_another_took_over_saves_nothing() throws InterruptedException {
        network.says("anna", "post", null, "Once", ago(30));
        var gate = network.shut();
        var slow = Thread.ofVirtual().start(this::read);
        while (network.calls().isEmpty()) {
            Thread.onSpinWait();
        }
        var other = UUID.randomUUID();
        told.update("update reading set lease_until = now() - interval '90 days', leased_by = '" + other + "'");
        gate.countDown();
        slow.join();

        assertThat(told.value("select count(*) from comment")).isEqualTo(0L);
        assertThat(told.row("select cursor, leased_by from reading"))
                .containsEntry("cursor", "")
                .containsEntry("leased_by", other);
    }

    @ParameterizedTest
    @CsvSource({
        "timeout, 30, 60",
        "unreachable, 30, 60",
        "server, 30, 60",
        "cut, 30, 60",
        "limited, 300, 300",
        "garbage, 240, 480"
    })
    void after_a_failure_the_account_rests_longer_each_time(String code, int first, int second) {
        network.fails(code, false);
        read();
        assertThat(untilNext()).isEqualTo(Duration.ofSeconds(first));
        assertThat(told.row("select failures, fault_code from reading"))
                .containsEntry("failures", 1)
                .containsEntry("fault_code", code);

        clock.pass(Duration.ofMinutes(10));
        network.fails(code, false);
        read();
        assertThat(untilNext()).isEqualTo(Duration.ofSeconds(second));

        clock.pass(Duration.ofMinutes(10));
        read();
        assertThat(told.row("select failures, fault_code from reading"))
                .containsEntry("failures", 0)
                .containsEntry("fault_code", null);
    }

    @Test
    void a_network_that_withdrew_its_permission_is_read_no_more_until_somebody_signs_in() {
        network.fails("test.revoked", true);
        read();

        assertThat(told.row("select health, fault_code from account"))
                .containsEntry("health", "REAUTH")
                .containsEntry("fault_code", "test.revoked");
        assertThat(told.value("select next_at from reading")).isNull();
        events.publishEvent(new Stirred(seat.brand(), account.network()));
        assertThat(told.value("select next_at from reading")).isNull();

        events.publishEvent(new AccountReconnected(seat.brand(), account.id()));
        assertThat(untilNext()).isZero();
    }

    @Test
    void one_talk_that_cannot_be_read_keeps_nobody_from_the_others() {
        published("post-1");
        published("post-2");
        network.says("anna", "post-2", null, "Hello", ago(1));
        network.counts(Figure.VIEWS, 5);
        network.failsUnder("post-1", "gone-for-good");
        clock.pass(Duration.ofMinutes(1));
        read();

        assertThat(network.calls()).containsExactly("news ", "talk post-1", "talk post-2");
        assertThat(told.value("select figures ->> 'VIEWS' from conversation")).isEqualTo("5");
        assertThat(told.row("select failures from reading")).containsEntry("failures", 0);
        assertThat(told.value("select min(next_at) > '" + clock.instant() + "' from talk"))
                .isEqualTo(true);
    }

    @Test
    void a_post_of_ours_is_read_soon_and_its_conversation_knows_it() {
        published("post-1");
        assertThat(untilNext()).isEqualTo(Rhythm.SOONEST);
        network.says("anna", "post-1", null, "Nice", clock.instant());
        network.head(TestTalks.of("post-1", Kind.COMMENT, "post-1", null, "us", "Our own words", clock.instant()));
        network.counts(Figure.LIKES, 12);
        clock.pass(Duration.ofMinutes(1));
        read();

        assertThat(told.row("select delivery_id, head_text, figures ->> 'LIKES' likes, comments from conversation"))
                .containsEntry("delivery_id", 77L)
                .containsEntry("head_text", "Our own words")
                .containsEntry("likes", "12")
                .containsEntry("comments", 1);
    }

    @Test
    void what_the_desk_sent_is_known_when_it_is_heard_in_either_order() {
        var mine = network.says("us", "post", null, "Our answer", ago(5));
        published(mine.id());
        read();
        assertThat(told.value("select delivery_id from comment")).isEqualTo(77L);

        var early = network.says("us", "post", null, "Our other answer", ago(4));
        read();
        published(early.id());
        assertThat(told.value("select count(*) from comment where delivery_id = 77"))
                .isEqualTo(2L);
    }

    @Test
    void a_silent_account_is_read_ever_more_seldom_and_a_lively_one_often() {
        read();
        assertThat(untilNext()).isEqualTo(Rhythm.SOONEST);
        clock.pass(Duration.ofHours(1));
        read();
        assertThat(untilNext()).isEqualTo(Duration.ofMinutes(6));
        clock.pass(Duration.ofDays(2));
        read();
        assertThat(untilNext()).isEqualTo(Rhythm.LATEST);
        network.says("anna", "post", null, "Hello?", clock.instant());
        read();
        assertThat(untilNext()).isLessThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void the_rate_of_the_network_is_kept() {
        told.update("update reading set window_at = '" + clock.instant() + "', calls = 99");
        for (var i = 0; i < 25; i++) {
            network.says("anna", "post", null, "Word " + i, ago(30));
        }
        read();

        assertThat(network.calls()).containsExactly("news ");
        assertThat(untilNext()).isEqualTo(Duration.ofMinutes(5));
        clock.pass(Duration.ofMinutes(5));
        read();
        assertThat(told.value("select count(*) from comment")).isEqualTo(25L);
    }

    @Test
    void what_stirs_is_read_at_once_even_if_it_stirs_during_a_reading() {
        read();
        events.publishEvent(new Stirred(seat.brand(), account.network()));
        assertThat(untilNext()).isZero();
        var reader = UUID.randomUUID();
        told.run(() -> readings.lease(account.id(), reader, clock.instant().plus(Reading.LEASE), clock.instant()));
        var began = clock.instant();
        clock.pass(Duration.ofSeconds(1));
        events.publishEvent(new Stirred(seat.brand(), account.network()));
        told.run(
                () -> readings.rest(account.id(), reader, began, clock.instant().plus(Duration.ofHours(1))));

        assertThat(untilNext()).isZero();
    }

    @Test
    void an_account_that_was_disconnected_is_left_alone() {
        told.update("update account set health = 'CLOSED', credentials = ''");
        read();

        assertThat(network.calls()).isEmpty();
        assertThat(told.value("select next_at from reading")).isNull();
    }

    @Test
    void what_was_said_and_what_is_left_are_told_apart_by_the_whole_talk_only() {
        var one = network.says("anna", "post", null, "One", ago(30));
        var two = network.says("bert", "post", null, "Two", ago(29));
        read();
        network.vanishes(one);
        network.whole(false);
        clock.pass(Duration.ofMinutes(2));
        read();
        assertThat(told.value("select count(*) from comment where gone_at is not null"))
                .isEqualTo(0L);

        network.whole(true);
        clock.pass(Duration.ofMinutes(10));
        read();
        assertThat(told.rows("select external_id from comment where gone_at is not null"))
                .extracting("external_id")
                .containsExactly(one.id());
        assertThat(two.id()).isNotEqualTo(one.id());
    }
}
