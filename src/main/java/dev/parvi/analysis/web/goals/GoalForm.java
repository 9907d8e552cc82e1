package dev.parvi.analysis.web.goals;

import dev.parvi.account.Account;
import dev.parvi.brand.Goal;
import dev.parvi.brand.TypedGoal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of a goal.
 *
 * @param id 0 for a new one
 * @param faults by field, the key of what to mend
 * @param company goals that an account's can work for
 * @param lately what its measure came to in the last four weeks, to go by; null where nobody can say
 */
public record GoalForm(
        long id,
        TypedGoal typed,
        Map<String, String> faults,
        List<Account> accounts,
        List<Goal> company,
        @Nullable Double lately) {

    public String place() {
        return id == 0 ? "/goals" : "/goals/" + id;
    }
}
