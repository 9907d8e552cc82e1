package dev.parvi.planning.web.calendar;

import dev.parvi.brand.Brand;
import dev.parvi.planning.CannotPlan;
import dev.parvi.planning.Composing;
import dev.parvi.planning.Draft;
import dev.parvi.planning.Rearranging;
import dev.parvi.planning.Rearranging.Kept;
import dev.parvi.planning.Rearranging.Put;
import dev.parvi.planning.Rearranging.Result;
import dev.parvi.shared.VersionId;
import dev.parvi.shared.WallTime;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
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

    private static final String KEY = "planning.calendar.done.";
    private static final int UNDO_MOST = 50;
    private static final int DOUBTS_MOST = 10;

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
                    .flatMap(entry -> Puts.entry(entry).stream())
                    .toList();
        }
    }

    /** @param puts as {@link Puts} reads them; without any, those chosen go to a day, or by days and hours */
    @PostMapping("/moves")
    String move(
            @RequestParam Map<String, String> query,
            @RequestParam(name = "entry", defaultValue = "") String[] entries,
            @RequestParam(name = "put", defaultValue = "") String[] puts,
            @RequestParam(required = false) @Nullable Long days,
            @RequestParam(required = false) @Nullable Long hours,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        var change = new Change(query, entries, seat, brand, model, response);
        var places = Arrays.stream(puts).flatMap(Puts::read).toList();
        if (!places.isEmpty()) {
            var done = query.containsKey("undoing") ? "undone" : "moved";
            return answered(change, done, rearranging.put(seat, places));
        }
        if (day != null) {
            return answered(change, "moved", rearranging.toDay(seat, change.versions(), day));
        }
        var byDays = days == null ? 0 : Math.clamp(days, -1000, 1000);
        var byHours = hours == null ? 0 : Math.clamp(hours, -1000, 1000);
        return answered(change, "moved", rearranging.shift(seat, change.versions(), byDays, byHours));
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
        return answered(change, "deleted", rearranging.delete(seat, change.versions()));
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
            return answered(change, "tagged", rearranging.tag(seat, change.versions(), more));
        } catch (CannotPlan e) {
            return refused(change, said("tagged", List.of(new Kept("", e.key(), e.values()))));
        }
    }

    /** Begins a post for a free slot. */
    @PostMapping("/gaps")
    String fill(@RequestParam FreeSlot gap, Seat seat, Brand brand) {
        var post = composing.start(seat, Draft.of("", List.of(gap.account())));
        return "redirect:/b/" + brand.handle() + "/posts/" + post + "?at=" + gap.at();
    }

    private String answered(Change change, String done, Result result) {
        if (result.done().isEmpty() && result.kept().isEmpty()) {
            return refused(change, said(done, List.of(new Kept("", "planning.bulk.nothing", new Object[0]))));
        }
        var zone = change.brand().zone();
        var undo = done.equals("moved") && result.moves().size() <= UNDO_MOST
                ? result.moves().stream()
                        .map(move -> Puts.write(Puts.at(move.entry(), move.was(), zone)))
                        .toList()
                : List.<String>of();
        var doubtful = result.moves().stream()
                .filter(move -> !(move.now() instanceof WallTime.Plain))
                .limit(DOUBTS_MOST)
                .map(move -> Puts.write(
                        new Put(move.entry(), asked(move.now()), move.now().choice())))
                .toList();
        if (!result.kept().isEmpty()) {
            var doubts = doubtful.stream()
                    .flatMap(put -> CalendarDoor.doubt(put, zone))
                    .toList();
            return refused(change, new Said(KEY + done, result.done().size(), result.kept(), undo, doubts));
        }
        return "redirect:/b/" + change.brand().handle() + "/calendar?"
                + calendar.asked(change.query(), change.brand()).query() + "&done=" + done + "&n="
                + result.done().size()
                + (undo.isEmpty() ? "" : "&undo=" + String.join("_", undo))
                + (doubtful.isEmpty() ? "" : "&doubt=" + String.join("_", doubtful));
    }

    private static LocalDateTime asked(WallTime.Reading reading) {
        return reading instanceof WallTime.Gap gap
                ? gap.asked()
                : reading.time().local();
    }

    private static Said said(String done, List<Kept> kept) {
        return new Said(KEY + done, 0, kept, List.of(), List.of());
    }

    private String refused(Change change, Said said) {
        change.response().setStatus(HttpServletResponse.SC_CONFLICT);
        return calendar.shown(
                calendar.asked(change.query(), change.brand()), said, change.seat(), change.brand(), change.model());
    }
}
