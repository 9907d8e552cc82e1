package dev.parvi.planning.web.calendar;

import dev.parvi.planning.CannotPlan;

/** Why something wasn't done: a message with its values. */
public record Refused(String key, Object[] values) {

    static Refused of(CannotPlan refused) {
        return new Refused(refused.key(), refused.values());
    }
}
