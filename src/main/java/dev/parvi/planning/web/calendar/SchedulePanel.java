package dev.parvi.planning.web.calendar;

import dev.parvi.planning.Post;
import dev.parvi.planning.Version;
import dev.parvi.shared.PostId;
import dev.parvi.ui.Page;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * When a post goes out, as its page shows it.
 *
 * @param base the address of the post
 * @param suggested what the field of the time holds
 * @param times those it's planned for and that are still to come
 * @param open whether any version may still be planned
 */
public record SchedulePanel(String base, String suggested, List<String> times, boolean open) {

    public static SchedulePanel of(Page page, Post post, List<Version> versions) {
        var dates = Dates.in(page.locale());
        var planned = versions.stream()
                .filter(version -> !version.sealed())
                .map(Version::plannedAt)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(at -> LocalDateTime.ofInstant(at, page.zone()))
                .toList();
        var first = planned.isEmpty()
                ? ""
                : planned.getFirst().truncatedTo(ChronoUnit.MINUTES).toString();
        var asked = page.more().getOrDefault("at", "");
        return new SchedulePanel(
                page.at("/posts/" + post.id()),
                asked.isEmpty() ? first : asked,
                planned.stream().map(dates::dayAndTime).toList(),
                versions.stream().anyMatch(version -> !version.sealed()));
    }

    static SchedulePanel typed(String handle, PostId post, String typed) {
        return new SchedulePanel("/b/" + handle + "/posts/" + post, typed, List.of(), true);
    }

    public boolean planned() {
        return !times.isEmpty();
    }

    public String at(String path) {
        return base + path;
    }
}
