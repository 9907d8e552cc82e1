package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.community.Conflict.Closing;
import dev.parvi.community.Conflict.Cooling;
import dev.parvi.community.Conflict.LookBack;
import dev.parvi.community.Conflict.Outcome;
import dev.parvi.community.Conflict.Pledge;
import dev.parvi.community.Conflict.Severity;
import dev.parvi.community.Conflict.State;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ConflictTest {

    private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");
    private static final MemberId MAIJA = new MemberId(7);
    private static final Heat HEAT = new Heat(2, 1, 0, 0, 2, 30, NOW, NOW);

    /** What may be done, and in which states. */
    private static final Map<String, Set<State>> ALLOWED = Map.of(
            "accept", Set.of(State.PROPOSED),
            "decline", Set.of(State.PROPOSED, State.OPEN),
            "settle", Set.of(State.OPEN),
            "reopen", Set.of(State.CLOSED),
            "describe", Set.of(State.OPEN),
            "cool", Set.of(State.OPEN),
            "promise", Set.of(State.OPEN),
            "hotter", Set.of(State.PROPOSED),
            "look", Set.of(State.CLOSED));

    private static final Map<String, UnaryOperator<Conflict>> ACTS = Map.of(
            "accept", each -> each.accepted(NOW),
            "decline", each -> each.declined(NOW, MAIJA),
            "settle", each -> each.settled(Outcome.SETTLED, "Called her.", NOW, MAIJA),
            "reopen", each -> each.reopened(NOW),
            "describe", each -> each.described(Severity.GRAVE, "A parcel"),
            "cool", each -> each.cooling(new Cooling(true, null)),
            "promise", each -> each.promising(new Pledge("Money back", null, null)),
            "hotter", each -> each.hotter(HEAT),
            "look", each -> each.looked(new LookBack(NOW, NOW, null)));

    private static Conflict in(State state) {
        return in(state, state == State.CLOSED ? new LookBack(NOW, null, null) : null);
    }

    private static Conflict in(State state, @Nullable LookBack lookBack) {
        return new Conflict(
                1,
                new ConversationId(2),
                state,
                Severity.MILD,
                "",
                null,
                NOW,
                null,
                Cooling.NONE,
                null,
                state == State.CLOSED ? new Closing(Outcome.LOST, "Left.", NOW, MAIJA) : null,
                lookBack,
                false);
    }

    @TestFactory
    Stream<DynamicTest> every_act_is_possible_in_its_states_only() {
        return ACTS.entrySet().stream()
                .flatMap(act -> Stream.of(State.values())
                        .map(state -> DynamicTest.dynamicTest(act.getKey() + " when " + state, () -> {
                            if (ALLOWED.getOrDefault(act.getKey(), Set.of()).contains(state)) {
                                assertThat(act.getValue().apply(in(state))).isNotNull();
                            } else {
                                assertThatThrownBy(() -> act.getValue().apply(in(state)))
                                        .isInstanceOf(CaseMoved.class);
                            }
                        })));
    }

    @Test
    void taking_it_up_and_ending_it_say_when() {
        var open = in(State.PROPOSED).accepted(NOW);
        assertThat(open.state()).isEqualTo(State.OPEN);
        assertThat(open.openedAt()).isEqualTo(NOW);
        var closed = open.settled(Outcome.SOFTENED, "Called her.", NOW, MAIJA);
        assertThat(closed.closing()).isEqualTo(new Closing(Outcome.SOFTENED, "Called her.", NOW, MAIJA));
        assertThat(closed.lookBack()).isEqualTo(new LookBack(NOW.plus(Duration.ofDays(7)), null, null));
        var again = closed.reopened(NOW);
        assertThat(again.closing()).isNull();
        assertThat(again.lookBack()).isNull();
    }

    @Test
    void a_proposal_that_gets_hotter_never_gets_milder() {
        assertThat(in(State.PROPOSED).hotter(HEAT).severity()).isEqualTo(Severity.GRAVE);
        var mild = new Heat(1, 2, 0, 0, 2, 6, NOW, NOW);
        assertThat(in(State.PROPOSED).hotter(HEAT).hotter(mild).severity()).isEqualTo(Severity.GRAVE);
    }

    @Test
    void it_cools_off_while_a_second_person_is_asked_for_or_the_wait_lasts() {
        var later = NOW.plusSeconds(60);
        assertThat(in(State.OPEN).cools(NOW)).isFalse();
        assertThat(in(State.OPEN).cooling(new Cooling(true, null)).cools(NOW)).isTrue();
        var waiting = in(State.OPEN).cooling(new Cooling(false, later));
        assertThat(waiting.cools(NOW)).isTrue();
        assertThat(waiting.cools(later)).isFalse();
        assertThat(waiting.settled(Outcome.SETTLED, "Done.", NOW, MAIJA).cools(NOW))
                .isFalse();
    }

    @Test
    void a_promise_is_overdue_once_its_time_has_passed_unless_it_was_kept() {
        assertThat(new Pledge("x", null, null).overdue(NOW)).isFalse();
        assertThat(new Pledge("x", NOW, null).overdue(NOW)).isFalse();
        assertThat(new Pledge("x", NOW.minusSeconds(1), null).overdue(NOW)).isTrue();
        assertThat(new Pledge("x", NOW.minusSeconds(1), NOW).overdue(NOW)).isFalse();
    }

    @Test
    void what_the_look_back_found_is_seen_once() {
        var found = in(State.CLOSED, new LookBack(NOW, NOW, null));
        assertThat(found.seen(NOW).lookBack()).isEqualTo(new LookBack(NOW, NOW, NOW));
        for (var none : List.of(in(State.CLOSED), in(State.OPEN), found.seen(NOW))) {
            assertThatThrownBy(() -> none.seen(NOW)).isInstanceOf(CaseMoved.class);
        }
    }
}
