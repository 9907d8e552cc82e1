package dev.parvi.sample;

import dev.parvi.account.Account;
import dev.parvi.brand.Aspiring;
import dev.parvi.brand.Goal.Reading;
import dev.parvi.brand.Measure;
import dev.parvi.brand.TypedGoal;
import dev.parvi.shared.GoalId;
import dev.parvi.team.Seat;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What the roastery wants to reach: goals of the company's, and of its page that help them. */
@Component
class Aims {

    private static final int BEGAN = 14;
    private static final int LASTS = 70;

    private final Aspiring aspiring;

    Aims(Aspiring aspiring) {
        this.aspiring = aspiring;
    }

    void set(Seat seat, Account account, Story story, LocalDate today) {
        var known = add(seat, story.text("goal.known"), "", "", Measure.RECALL, "11", "15", today);
        aspiring.read(seat, known, new Reading(today.minusDays(BEGAN), 11, true, ""));
        aspiring.read(seat, known, new Reading(today.minusDays(3), 12, true, ""));
        var page = account.id().toString();
        add(seat, story.text("goal.talk"), page, known.toString(), Measure.TALK, "", "120", today);
        add(seat, story.text("goal.posts"), page, known.toString(), Measure.POSTS, "", "45", today);
        var orders = add(seat, story.text("goal.orders"), "", "", Measure.ORDERS, "", "40", today);
        add(seat, story.text("goal.visits"), page, orders.toString(), Measure.VISITS, "", "2500", today);
        add(seat, story.text("goal.joins"), page, known.toString(), Measure.JOINS, "", "60", today);
    }

    private GoalId add(
            Seat seat,
            String name,
            String account,
            String above,
            Measure measure,
            String baseline,
            String target,
            LocalDate today) {
        return aspiring.add(
                seat,
                new TypedGoal(
                        account,
                        above,
                        name,
                        measure.name(),
                        baseline,
                        target,
                        today.minusDays(BEGAN).toString(),
                        today.plusDays(LASTS).toString(),
                        ""));
    }
}
