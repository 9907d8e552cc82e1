package dev.parvi.planning.web.calendar;

import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.brand.Brand;
import dev.parvi.planning.CannotPlan;
import dev.parvi.planning.Slot;
import dev.parvi.planning.Slotting;
import dev.parvi.shared.AccountId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.ui.Door;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** At which times of the week each account speaks. */
@Controller
@RequestMapping("/b/{handle}/slots")
public class SlotsDoor {

    private final Slotting slotting;
    private final Connecting connecting;

    SlotsDoor(Slotting slotting, Connecting connecting) {
        this.slotting = slotting;
        this.connecting = connecting;
    }

    @Bean
    static Door slotsOnTheDoor() {
        return new Door("slots", "/slots", "slots", 340, false);
    }

    /** One account's week: for each weekday, Monday first, its slots. */
    public record Week(Account account, List<List<Slot>> days) {}

    @GetMapping
    String all(Seat seat, Model model) {
        var slots = slotting.all();
        model.addAttribute(
                        "weeks",
                        connecting.open().stream()
                                .map(account -> week(account, slots))
                                .toList())
                .addAttribute("writes", seat.may(Right.WRITE));
        return "planning/web/calendar/slots";
    }

    @PostMapping
    String add(
            @RequestParam long account,
            @RequestParam(name = "weekday", defaultValue = "") Set<DayOfWeek> weekdays,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.TIME) @Nullable LocalTime at,
            Seat seat,
            Brand brand,
            Model model,
            HttpServletResponse response) {
        try {
            if (at == null) {
                throw new CannotPlan("planning.slots.notime");
            }
            slotting.add(seat, new AccountId(account), weekdays, at);
            return "redirect:/b/" + brand.handle() + "/slots#a-" + account;
        } catch (CannotPlan e) {
            Refused.on(model, response, e)
                    .addAttribute("refusedAt", account)
                    .addAttribute("typedTime", at == null ? "" : at.toString())
                    .addAttribute("typedDays", weekdays);
            return all(seat, model);
        }
    }

    @PostMapping("/{id:\\d+}/removal")
    String remove(@PathVariable long id, Seat seat, Brand brand) {
        slotting.remove(seat, id);
        return "redirect:/b/" + brand.handle() + "/slots";
    }

    private static Week week(Account account, List<Slot> slots) {
        var own = slots.stream()
                .filter(slot -> slot.account().equals(account.id()))
                .toList();
        var days = List.of(DayOfWeek.values()).stream()
                .map(day -> own.stream().filter(slot -> slot.weekday() == day).toList())
                .toList();
        return new Week(account, days);
    }
}
