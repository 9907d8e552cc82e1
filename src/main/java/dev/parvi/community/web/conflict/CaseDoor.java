package dev.parvi.community.web.conflict;

import dev.parvi.brand.Brand;
import dev.parvi.community.CaseMoved;
import dev.parvi.community.Conflict.Severity;
import dev.parvi.community.Mediating;
import dev.parvi.team.Seat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is written down of one case. */
@Controller
@RequestMapping("/b/{handle}/conflicts/{id:\\d+}")
class CaseDoor {

    /** What a form says of cooling off; anything else is no cooling off. */
    private static final Map<String, Duration> WAITS = Map.of(
            "hour",
            Duration.ofHours(1),
            "hours",
            Duration.ofHours(4),
            "day",
            Duration.ofDays(1),
            "days",
            Duration.ofDays(3));

    private final Mediating mediating;
    private final CasePage casePage;

    CaseDoor(Mediating mediating, CasePage casePage) {
        this.mediating = mediating;
        this.casePage = casePage;
    }

    /** @param person a comment of each who is in it */
    @PostMapping("/description")
    String describe(
            @PathVariable long id,
            @RequestParam Severity severity,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") List<Long> person,
            @RequestParam Map<String, String> typed,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        var faults = mediating.describe(seat, id, severity, about, person);
        return done(faults, "described", seat, brand, id, typed, model, response);
    }

    @PostMapping("/facts")
    String know(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String fact,
            @RequestParam(defaultValue = "0") long of,
            @RequestParam Map<String, String> typed,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        var faults = mediating.know(seat, id, fact, of);
        return done(faults, "fact.kept", seat, brand, id, typed, model, response);
    }

    @PostMapping("/facts/{fact:\\d+}/removal")
    String unknow(@PathVariable long id, @PathVariable long fact, Seat seat, Brand brand) {
        mediating.unknow(seat, id, fact);
        return CasePage.back(brand, id, "notice", "fact.gone");
    }

    /** @param by wall-clock time in the brand's zone; empty for none */
    @PostMapping("/promise")
    String promise(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String promise,
            @RequestParam(defaultValue = "") String by,
            @RequestParam Map<String, String> typed,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        var faults = mediating.promise(seat, id, promise, by(by, brand.zone()));
        return done(faults, "promise.made", seat, brand, id, typed, model, response);
    }

    @PostMapping("/promise/kept")
    String kept(@PathVariable long id, Seat seat, Brand brand) {
        mediating.kept(seat, id);
        return CasePage.back(brand, id, "notice", "promise.kept");
    }

    /** @param cooling {@code second}, or one of the waits */
    @PostMapping("/cooling")
    String cool(@PathVariable long id, @RequestParam(defaultValue = "") String cooling, Seat seat, Brand brand) {
        mediating.cool(seat, id, cooling.equals("second"), WAITS.get(cooling));
        return CasePage.back(brand, id, "notice", "cooled");
    }

    @ExceptionHandler(CaseMoved.class)
    String moved(HttpServletRequest request) {
        return CasePage.moved(request);
    }

    private String done(
            Map<String, String> faults,
            String notice,
            Seat seat,
            Brand brand,
            long id,
            Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        return faults.isEmpty()
                ? CasePage.back(brand, id, "notice", notice)
                : casePage.refused(seat, id, typed, faults, model, response);
    }

    /** What isn't a time has passed, and so is told of beside its field. */
    private static @Nullable Instant by(String typed, ZoneId zone) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(typed.strip()).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }
}
