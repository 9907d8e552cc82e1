package dev.parvi.planning.web.calendar;

import dev.parvi.planning.Agenda;
import dev.parvi.planning.Pillar;
import dev.parvi.planning.Place;
import dev.parvi.planning.Surveying;
import dev.parvi.shared.AccountId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the calendar's page shows.
 *
 * @param places the accounts to filter by
 * @param now on the wall of the brand's zone
 * @param writes whether the reader may plan and move
 * @param said what was just done; null where nothing was
 * @param reading another number each time that the days were read anew
 */
public record CalendarView(
        Asked asked,
        Agenda agenda,
        List<Place> places,
        List<String> tags,
        List<Pillar> pillars,
        LocalDateTime now,
        ZoneId zone,
        boolean writes,
        @Nullable Said said,
        long reading) {

    private static final int WEEK = 7;

    static CalendarView of(
            Asked asked, Surveying.Survey survey, LocalDateTime now, ZoneId zone, boolean writes, @Nullable Said said) {
        var agenda = survey.agenda();
        var places = agenda.places().values().stream()
                .filter(place -> place.account().open())
                .sorted(Comparator.comparing(place -> place.account().name()))
                .toList();
        return new CalendarView(
                asked, agenda, places, survey.tags(), survey.pillars(), now, zone, writes, said, survey.reading());
    }

    public LocalDate today() {
        return now.toLocalDate();
    }

    public List<List<Agenda.Day>> weeks() {
        var weeks = new ArrayList<List<Agenda.Day>>();
        for (var day = 0; day < agenda.days().size(); day += WEEK) {
            weeks.add(agenda.days()
                    .subList(day, Math.min(day + WEEK, agenda.days().size())));
        }
        return weeks;
    }

    /** The days of a list that hold anything. */
    public List<Agenda.Day> filled() {
        return agenda.days().stream()
                .filter(day -> !day.entries().isEmpty() || !day.gaps().isEmpty())
                .toList();
    }

    public boolean within(LocalDate day) {
        return asked.view() != Asked.View.MONTH
                || day.getMonth() == asked.from().getMonth();
    }

    public @Nullable Place place(AccountId account) {
        return agenda.places().get(account);
    }

    /** What an entry's accounts are called, for those who don't see their signs. */
    public String names(List<AccountId> accounts) {
        var first = accounts.size() == 1 ? place(accounts.getFirst()) : null;
        if (first != null) {
            return first.account().name();
        }
        return String.join(
                ", ",
                accounts.stream()
                        .map(this::place)
                        .flatMap(Stream::ofNullable)
                        .map(place -> place.account().name())
                        .toList());
    }

    /** The networks that have a sign on the page. */
    public List<Place> signs() {
        return agenda.places().values().stream()
                .collect(Collectors.toMap(place -> place.network().network(), place -> place, (one, other) -> one))
                .values()
                .stream()
                .toList();
    }
}
