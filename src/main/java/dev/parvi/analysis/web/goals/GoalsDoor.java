package dev.parvi.analysis.web.goals;

import dev.parvi.account.Connecting;
import dev.parvi.analysis.Reaching;
import dev.parvi.brand.Aspiring;
import dev.parvi.brand.Brand;
import dev.parvi.brand.Goal;
import dev.parvi.brand.NoSuchGoal;
import dev.parvi.brand.TypedGoal;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.GoalId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.ui.Door;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The brand's goals, how far they are, and the form that sets them. */
@Controller
@RequestMapping("/b/{handle}/goals")
class GoalsDoor {

    private static final int ORDER = 410;
    private static final int WEEKS = 12;

    private final Aspiring aspiring;
    private final Reaching reaching;
    private final Connecting connecting;
    private final Clock clock;

    GoalsDoor(Aspiring aspiring, Reaching reaching, Connecting connecting, Clock clock) {
        this.aspiring = aspiring;
        this.reaching = reaching;
        this.connecting = connecting;
        this.clock = clock;
    }

    @Bean
    static Door goalsInNavigation() {
        return new Door("goals", "/goals", "goal", ORDER, false);
    }

    @GetMapping
    String all(Seat seat, Model model) {
        model.addAttribute("standings", reaching.all(seat))
                .addAttribute("accounts", connecting.open())
                .addAttribute("manages", seat.may(Right.MANAGE));
        return "analysis/web/goals/goals";
    }

    @GetMapping("/new")
    String blank(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String measure,
            Seat seat,
            Brand brand,
            Model model) {
        seat.needs(Right.MANAGE);
        var today = LocalDate.ofInstant(clock.instant(), brand.zone());
        var typed = new TypedGoal(
                account,
                "",
                "",
                measure,
                "",
                "",
                today.toString(),
                today.plusWeeks(WEEKS).toString(),
                "");
        return form(0, typed, Map.of(), seat, model);
    }

    @PostMapping
    String add(TypedGoal typed, Seat seat, Brand brand, Model model, HttpServletResponse response) {
        var faults = faults(typed);
        if (!faults.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(0, typed, faults, seat, model);
        }
        return to(brand, "/goals/" + aspiring.add(seat, typed), "set");
    }

    @GetMapping("/{id:\\d+}")
    String one(@PathVariable long id, Seat seat, Model model) {
        return shown(id, Map.of(), Map.of(), seat, model);
    }

    @GetMapping("/{id:\\d+}/edit")
    String edit(@PathVariable long id, Seat seat, Model model) {
        seat.needs(Right.MANAGE);
        var goal = aspiring.get(new GoalId(id)).orElseThrow(() -> new NoSuchGoal(new GoalId(id)));
        return form(id, TypedGoal.of(goal), Map.of(), seat, model);
    }

    @PostMapping("/{id:\\d+}")
    String change(
            @PathVariable long id, TypedGoal typed, Seat seat, Brand brand, Model model, HttpServletResponse response) {
        var faults = faults(typed);
        if (!faults.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(id, typed, faults, seat, model);
        }
        aspiring.change(seat, new GoalId(id), typed);
        return to(brand, "/goals/" + id, "changed");
    }

    @PostMapping("/{id:\\d+}/end")
    String end(@PathVariable long id, Seat seat, Brand brand) {
        aspiring.end(seat, new GoalId(id));
        return to(brand, "/goals/" + id, "ended");
    }

    @PostMapping("/{id:\\d+}/resumption")
    String resume(@PathVariable long id, Seat seat, Brand brand) {
        aspiring.resume(seat, new GoalId(id));
        return to(brand, "/goals/" + id, "resumed");
    }

    /** What somebody measured elsewhere. */
    @PostMapping("/{id:\\d+}/readings")
    String read(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String note,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        var when = TypedGoal.day(day).filter(each -> !each.isAfter(LocalDate.ofInstant(clock.instant(), brand.zone())));
        var figure = TypedGoal.number(value);
        if (when.isEmpty() || figure.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var faults = new HashMap<String, String>();
            when.ifPresentOrElse(each -> {}, () -> faults.put("day", "analysis.goals.reading.day.fault"));
            figure.ifPresentOrElse(each -> {}, () -> faults.put("value", "brand.goal.fault.baseline"));
            return shown(id, Map.of("day", day, "value", value, "note", note), faults, seat, model);
        }
        aspiring.read(seat, new GoalId(id), new Goal.Reading(when.get(), figure.get(), true, note.strip()));
        return to(brand, "/goals/" + id, "read");
    }

    private String shown(long id, Map<String, String> typed, Map<String, String> faults, Seat seat, Model model) {
        var standing = reaching.one(seat, new GoalId(id)).orElseThrow(() -> new NoSuchGoal(new GoalId(id)));
        var above = standing.goal().above();
        model.addAttribute("standing", standing)
                .addAttribute("readings", aspiring.readings(new GoalId(id)))
                .addAttribute("accounts", connecting.open())
                .addAttribute(
                        "above", above == null ? null : aspiring.get(above).orElse(null))
                .addAttribute("typed", typed)
                .addAttribute("faults", faults)
                .addAttribute("today", clock.instant())
                .addAttribute("writes", seat.may(Right.WRITE))
                .addAttribute("manages", seat.may(Right.MANAGE));
        return "analysis/web/goals/goal";
    }

    /** An account that isn't one of the brand's is a fault of the form like any other. */
    private Map<String, String> faults(TypedGoal typed) {
        var faults = new HashMap<>(typed.faults());
        if (!faults.containsKey("account")
                && !typed.account().isEmpty()
                && connecting
                        .get(new AccountId(Long.parseLong(typed.account())))
                        .isEmpty()) {
            faults.put("account", "brand.goal.fault.account");
        }
        return faults;
    }

    private String form(long id, TypedGoal typed, Map<String, String> faults, Seat seat, Model model) {
        seat.needs(Right.MANAGE);
        var account = typed.account().matches("\\d{1,18}") ? new AccountId(Long.parseLong(typed.account())) : null;
        var lately =
                typed.chosen().map(each -> reaching.lately(seat, each, account)).orElse(null);
        model.addAttribute(
                "form",
                new GoalForm(
                        id,
                        typed,
                        faults,
                        connecting.open(),
                        aspiring.all().stream()
                                .filter(Goal::company)
                                .filter(each ->
                                        each.endedAt() == null && each.id().value() != id)
                                .toList(),
                        lately));
        return "analysis/web/goals/form";
    }

    private static String to(Brand brand, String where, String notice) {
        return "redirect:/b/" + brand.handle() + where + "?notice=analysis.goals." + notice;
    }
}
