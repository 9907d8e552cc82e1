package dev.parvi.planning.web.calendar;

import dev.parvi.brand.Brand;
import dev.parvi.planning.CannotPlan;
import dev.parvi.planning.Composing;
import dev.parvi.planning.Draft;
import dev.parvi.planning.Rearranging;
import dev.parvi.planning.Rearranging.Kept;
import dev.parvi.planning.Rearranging.Result;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.VersionId;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes to entries of the calendar, one or many. The address carries what is shown; the form what is changed. */
@Controller
@RequestMapping("/b/{handle}/calendar")
class MovesDoor {

    private final Rearranging rearranging;
    private final Composing composing;
    private final CalendarDoor calendar;

    MovesDoor(Rearranging rearranging, Composing composing, CalendarDoor calendar) {
        this.rearranging = rearranging;
        this.composing = composing;
        this.calendar = calendar;
    }

    /** What a form on the calendar sends along. */
    record Change(
            Map<String, String> query,
            String[] entries,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {

        List<List<VersionId>> versions() {
            return Arrays.stream(entries)
                    .filter(entry -> entry.matches("\\d+(-\\d+)*"))
                    .map(entry -> Arrays.stream(entry.split("-"))
                            .map(each -> new VersionId(Long.parseLong(each)))
                            .toList())
                    .toList();
        }
    }

    @PostMapping("/moves")
    String move(
            @RequestParam Map<String, String> query,
            @RequestParam(name = "entry", defaultValue = "") String[] entries,
            @RequestParam(required = false) @Nullable Long days,
            @RequestParam(required = false) @Nullable Long hours,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        var change = new Change(query, entries, seat, brand, model, response);
        if (day != null) {
            return answered(change, "moved", rearranging.toDay(seat, change.versions(), day), "");
        }
        var byDays = days == null ? 0 : Math.clamp(days, -1000, 1000);
        var byHours = hours == null ? 0 : Math.clamp(hours, -1000, 1000);
        var result = rearranging.shift(seat, change.versions(), byDays, byHours);
        return query.containsKey("undoing")
                ? answered(change, "undone", result, "")
                : answered(change, "moved", result, "&back=" + -byDays + "&backhours=" + -byHours);
    }

    @PostMapping("/deletions")
    String delete(
            @RequestParam Map<String, String> query,
            @RequestParam(name = "entry", defaultValue = "") String[] entries,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        var change = new Change(query, entries, seat, brand, model, response);
        return answered(change, "deleted", rearranging.delete(seat, change.versions()), "");
    }

    @PostMapping("/tags")
    String tag(
            @RequestParam Map<String, String> query,
            @RequestParam(name = "entry", defaultValue = "") String[] entries,
            @RequestParam(defaultValue = "") String more,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        var change = new Change(query, entries, seat, brand, model, response);
        try {
            return answered(change, "tagged", rearranging.tag(seat, change.versions(), more), "");
        } catch (CannotPlan e) {
            return refused(change, "tagged", new Result(List.of(), List.of(new Kept("", e.key(), e.values()))));
        }
    }

    /** Begins a post for a free slot: {@code gap} is the account's number, an @ and the time on the wall. */
    @PostMapping("/gaps")
    String fill(@RequestParam String gap, Seat seat, Brand brand) {
        var account = new AccountId(Long.parseLong(gap.substring(0, gap.indexOf('@'))));
        var post = composing.start(seat, Draft.of("", List.of(account)));
        return "redirect:/b/" + brand.handle() + "/posts/" + post + "?at=" + gap.substring(gap.indexOf('@') + 1);
    }

    private String answered(Change change, String done, Result result, String back) {
        if (result.done().isEmpty() && result.kept().isEmpty()) {
            var nothing = new Kept("", "planning.bulk.nothing", new Object[0]);
            return refused(change, done, new Result(List.of(), List.of(nothing)));
        }
        if (!result.kept().isEmpty()) {
            return refused(change, done, result);
        }
        var undo = back.isEmpty() || result.done().size() > 50
                ? ""
                : "&undo=" + String.join("_", List.of(change.entries())) + back;
        return "redirect:/b/" + change.brand().handle() + "/calendar?"
                + calendar.asked(change.query(), change.brand()).query() + "&done=" + done + "&n="
                + result.done().size() + undo;
    }

    private String refused(Change change, String done, Result result) {
        change.response().setStatus(HttpServletResponse.SC_CONFLICT);
        var said = new Said("planning.calendar.done." + done, result.done().size(), result.kept(), null);
        return calendar.shown(
                calendar.asked(change.query(), change.brand()), said, change.seat(), change.brand(), change.model());
    }
}
