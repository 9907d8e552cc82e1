package dev.parvi.planning.web.calendar;

import dev.parvi.brand.Brand;
import dev.parvi.planning.Exporting;
import dev.parvi.planning.Surveying;
import dev.parvi.shared.WallTime;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.ui.Door;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The calendar, and its export. */
@Controller
@RequestMapping("/b/{handle}/calendar")
class CalendarDoor {

    /** How many entries of a day are shown before the rest is only counted. */
    private static final int IN_MONTH = 8;

    private static final int IN_WEEK = 60;
    private static final int IN_LIST = 500;

    /** What a redirect may say was done. */
    private static final Set<String> DONE = Set.of("moved", "undone", "deleted", "tagged");

    private final Surveying surveying;
    private final Exporting exporting;
    private final Drawings drawings;
    private final Clock clock;

    CalendarDoor(Surveying surveying, Exporting exporting, Drawings drawings, Clock clock) {
        this.drawings = drawings;
        this.surveying = surveying;
        this.exporting = exporting;
        this.clock = clock;
    }

    @Bean
    static Door calendarOnTheDoor() {
        return new Door("calendar", "/calendar", "calendar", 310, true);
    }

    @GetMapping
    String calendar(@RequestParam Map<String, String> query, Seat seat, Brand brand, Model model) {
        return shown(asked(query, brand), said(query, brand.zone()), seat, brand, model);
    }

    @GetMapping("/export.csv")
    ResponseEntity<byte[]> export(@RequestParam Map<String, String> query, Brand brand) {
        var asked = asked(query, brand);
        var csv = exporting.csv(asked.first(), asked.last(), brand.zone(), asked.filter());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + brand.handle() + "-" + asked.first() + ".csv\"")
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }

    String shown(Asked asked, @Nullable Said said, Seat seat, Brand brand, Model model) {
        var survey = surveying.survey(asked.first(), asked.last(), brand.zone(), asked.filter(), most(asked));
        var now = LocalDateTime.ofInstant(clock.instant(), brand.zone());
        var view = CalendarView.of(asked, survey, now, brand.zone(), seat.may(Right.WRITE), said);
        model.addAttribute("view", view).addAttribute("drawings", drawings).addAttribute("advice", survey.advice());
        return "planning/web/calendar/calendar";
    }

    Asked asked(Map<String, String> query, Brand brand) {
        var span = number(query.get("span"));
        return Asked.of(
                query.get("view"),
                date(query.get("from")),
                span == null ? null : Math.clamp(span, 1, 31),
                number(query.get("account")),
                query.get("state"),
                query.get("tag"),
                number(query.get("pillar")),
                today(brand));
    }

    private LocalDate today(Brand brand) {
        return LocalDate.ofInstant(clock.instant(), brand.zone());
    }

    private static int most(Asked asked) {
        return switch (asked.view()) {
            case MONTH -> IN_MONTH;
            case WEEK -> IN_WEEK;
            case LIST -> IN_LIST;
        };
    }

    private static @Nullable Said said(Map<String, String> query, ZoneId zone) {
        var done = query.getOrDefault("done", "");
        if (!DONE.contains(done)) {
            return null;
        }
        var n = number(query.get("n"));
        var undo = query.getOrDefault("undo", "");
        return new Said(
                "planning.calendar.done." + done,
                n == null ? 1 : (int) Math.clamp(n, 0, 1000),
                List.of(),
                undo.isEmpty() ? List.of() : List.of(undo.split("_")),
                Arrays.stream(query.getOrDefault("doubt", "").split("_"))
                        .flatMap(put -> doubt(put, zone))
                        .toList());
    }

    /** What is to be said of a time that doesn't exist or comes twice; nothing for others. */
    static Stream<Said.Doubt> doubt(String text, ZoneId zone) {
        return Puts.read(text)
                .map(put -> Said.Doubt.of(put, new WallTime(put.at(), zone).read(put.choice())))
                .filter(doubt -> !(doubt.reading() instanceof WallTime.Plain));
    }

    private static @Nullable Long number(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : Long.valueOf(typed.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable LocalDate date(@Nullable String typed) {
        try {
            var date = typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
            return date == null || date.getYear() < 1970 || date.getYear() > 2999 ? null : date;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
