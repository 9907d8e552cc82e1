package dev.parvi.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TypedGoalTest {

    private static final TypedGoal GOOD =
            new TypedGoal("7", "3", "Answers", "TALK", "", "1 200,5", "2026-11-02", "2026-12-24", "");

    @Test
    void what_is_well_typed_has_no_faults() {
        assertThat(GOOD.faults()).isEmpty();
        assertThat(TypedGoal.number(GOOD.target())).contains(1200.5);
        assertThat(TypedGoal.number("−3")).contains(-3.0);
    }

    @Test
    void each_field_says_what_to_mend() {
        var typed = new TypedGoal("x", "y", " ", "GUESS", "many", "1e9", "soon", "2026-13-01", "n".repeat(501));
        assertThat(typed.faults())
                .containsOnlyKeys("name", "measure", "account", "above", "baseline", "target", "from", "due", "note");
    }

    @Test
    void a_goal_lasts_a_week_at_least_and_leads_somewhere() {
        assertThat(with("10", "10", "2026-11-08").faults()).isEqualTo(Map.of());
        assertThat(with("10", "0", "2026-11-08").faults()).containsEntry("target", "brand.goal.fault.same");
        assertThat(with("10", "-5", "2026-11-08").faults()).containsEntry("target", "brand.goal.fault.below");
        assertThat(with("10", "5", "2026-11-07").faults()).containsEntry("due", "brand.goal.fault.soon");
        assertThat(with("10", "5", "2032-11-07").faults()).containsEntry("due", "brand.goal.fault.far");
    }

    @Test
    void what_is_told_of_the_company_only_is_no_accounts_goal() {
        var typed = new TypedGoal("7", "", "Voice", "SHARE_OF_VOICE", "10", "20", "2026-11-02", "2026-12-24", "");
        assertThat(typed.faults()).isEqualTo(Map.of("account", "brand.goal.fault.company"));
        assertThat(TypedGoal.day("1899-01-01")).isEqualTo(Optional.empty());
    }

    private static TypedGoal with(String baseline, String target, String due) {
        return new TypedGoal("7", "", "Talk", "TALK", baseline, target, "2026-11-02", due, "");
    }
}
