package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parvi.listening.Source.State;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.SourceId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class FollowingTest {

    private static final String ADDRESS = "https://example.org/feed";

    @Autowired
    Given given;

    @Autowired
    Following following;

    private Seat seat;
    private SourceId source;

    @BeforeEach
    void a_source() {
        seat = given.brand();
        source = add(NewSource.feed(ADDRESS, "Example", List.of("coffee"))).id();
    }

    private Following.Followed add(NewSource wanted) {
        return in(() -> following.add(seat, wanted));
    }

    private <T> T in(Supplier<T> work) {
        return Tenant.in(seat.brand(), work::get);
    }

    private Source one() {
        return in(() -> following.one(seat, source));
    }

    @Test
    void a_new_source_is_read_at_once() {
        assertThat(one().state()).isEqualTo(State.LIVE);
        assertThat(one().nextAt()).isEqualTo(one().since());
        assertThat(one().name()).isEqualTo("Example");
        assertThat(one().weight()).isEqualTo(Source.USUAL);
    }

    @Test
    void the_same_again_is_given_the_further_topics_only() {
        var again = add(NewSource.feed(ADDRESS, "Other", List.of("tea")));

        assertThat(again.id()).isEqualTo(source);
        assertThat(one().topics()).containsExactlyInAnyOrder("coffee", "tea");
        assertThat(in(() -> following.all(seat))).hasSize(1);
    }

    @Test
    void what_was_said_of_it_holds() {
        Tenant.run(seat.brand(), () -> {
            following.rename(seat, source, "The gazette");
            following.weigh(seat, source, 9);
            following.about(seat, source, List.of("Tea", "tea", " ", "coffee"));
            following.speaks(seat, source, "FI");
            following.mute(seat, source, true);
        });

        assertThat(one().name()).isEqualTo("The gazette");
        assertThat(one().weight()).isEqualTo(Source.MOST);
        assertThat(one().topics()).containsExactly("Tea", "coffee");
        assertThat(one().language()).isEqualTo("fi");
        assertThat(one().muted()).isTrue();

        Tenant.run(seat.brand(), () -> {
            following.rename(seat, source, "");
            following.mute(seat, source, false);
        });
        assertThat(one().name()).isEqualTo("Example");
        assertThat(one().muted()).isFalse();
    }

    @Test
    void a_paused_source_is_not_read_until_it_is_resumed() {
        Tenant.run(seat.brand(), () -> following.pause(seat, source));
        assertThat(one().state()).isEqualTo(State.PAUSED);
        assertThat(one().nextAt()).isNull();

        Tenant.run(seat.brand(), () -> following.resume(seat, source));
        assertThat(one().state()).isEqualTo(State.LIVE);
        assertThat(one().nextAt()).isNotNull();
    }

    @Test
    void what_was_taken_out_is_not_there_until_it_is_added_again() {
        Tenant.run(seat.brand(), () -> following.remove(seat, source));

        assertThatExceptionOfType(NoSuchSource.class).isThrownBy(this::one);
        assertThatExceptionOfType(NoSuchSource.class)
                .isThrownBy(() -> Tenant.run(seat.brand(), () -> following.rename(seat, source, "x")));
        assertThat(in(() -> following.all(seat))).isEmpty();

        assertThat(add(NewSource.feed(ADDRESS, "Example", List.of())).id()).isEqualTo(source);
        assertThat(one().state()).isEqualTo(State.LIVE);
        assertThat(one().nextAt()).isNotNull();
    }

    @Test
    void another_brand_sees_nothing_of_it() {
        var other = given.brand();

        assertThat(Tenant.in(other.brand(), () -> following.all(other))).isEmpty();
    }

    @Test
    void who_only_looks_changes_nothing() {
        var analyst = given.colleague(seat, Role.ANALYST);

        assertThat(in(() -> following.all(analyst))).hasSize(1);
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> Tenant.run(seat.brand(), () -> following.remove(analyst, source)));
    }
}
