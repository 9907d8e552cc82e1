package dev.parvi.brand;

import dev.parvi.shared.GoalId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such goal in this brand. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NoSuchGoal extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NoSuchGoal(GoalId goal) {
        super("No goal " + goal, null, false, false);
    }
}
