package dev.parvi.community;

import dev.parvi.account.Account;
import dev.parvi.connector.Heard;
import dev.parvi.connector.Heard.Kind;
import dev.parvi.connector.Heard.Speaker;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.shared.Sheet;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a line's cells into a review and our answer to it; what doesn't fit becomes words that say what to do. */
final class ReviewReader {

    private static final List<DateTimeFormatter> DATES =
            List.of(DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ofPattern("d.M.uuuu"));
    private static final List<DateTimeFormatter> TIMES = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE_TIME,
            DateTimeFormatter.ofPattern("uuuu-MM-dd H:mm[:ss]"),
            DateTimeFormatter.ofPattern("d.M.uuuu H:mm[:ss]"),
            DateTimeFormatter.ofPattern("d.M.uuuu H.mm"));
    private static final Pattern STARS = Pattern.compile("([1-5])(?:[.,]0+)?(?:\\s*/\\s*5)?");
    private static final int LONGEST_ID = 300;

    private final List<Account> places;
    private final @Nullable Account usual;
    private final ZoneId zone;
    private final Instant now;

    /** @param usual where lines that name no place belong; null where nothing was chosen */
    ReviewReader(List<Account> places, @Nullable Account usual, ZoneId zone, Instant now) {
        this.places = places;
        this.usual = usual;
        this.zone = zone;
        this.now = now;
    }

    /** @param answer null where we haven't answered */
    record Read(Account place, Heard review, @Nullable Heard answer) {}

    /** @throws CannotGather with what is wrong with the line */
    Read read(Sheet.Row row) {
        var place = place(row.cell("place"));
        var stars = stars(row.cell("stars"));
        var text = row.cell("text");
        if (stars == null && text.isEmpty()) {
            throw new CannotGather("community.reviews.nothing");
        }
        var at = past(time(row.cell("date"), "community.reviews.nodate"));
        var name = name(row);
        var speaker = speaker(row.cell("author"), name);
        var review = heard(name, name, speaker, text, stars, at, address(row.cell("address")));
        return new Read(place, review, answer(row, name, at));
    }

    /** Somebody else may have the same name, so each review's author stands alone until a member joins them. */
    private static Speaker speaker(String author, String review) {
        return new Speaker(author.isEmpty() ? "" : review, author, "", null, false);
    }

    private @Nullable Heard answer(Sheet.Row row, String review, Instant reviewed) {
        if (row.cell("answer").isEmpty()) {
            if (!row.cell("answered").isEmpty()) {
                throw new CannotGather("community.reviews.noanswer");
            }
            return null;
        }
        var at = row.cell("answered").isEmpty() ? reviewed : past(time(row.cell("answered"), ""));
        if (at.isBefore(reviewed)) {
            throw new CannotGather("community.reviews.early");
        }
        // What is said at the same instant would have no order.
        var said = at.equals(reviewed) ? at.plusMillis(1) : at;
        return heard(
                review + "/answer",
                review,
                new Speaker("", "", "", null, true),
                row.cell("answer"),
                null,
                said,
                URI.create(""));
    }

    private static Heard heard(
            String id, String root, Speaker speaker, String text, @Nullable Integer stars, Instant at, URI address) {
        return new Heard(
                id,
                Kind.REVIEW,
                root,
                null,
                speaker,
                text,
                stars,
                at,
                null,
                Standing.SHOWN,
                address,
                List.of(),
                Map.of());
    }

    /** Its own number at the place; without one its author and date, and where there's no author its words as well. */
    private static String name(Sheet.Row row) {
        var id = row.cell("id");
        if (id.length() > LONGEST_ID) {
            throw new CannotGather("community.reviews.badid", "most", LONGEST_ID);
        }
        if (!id.isEmpty()) {
            return "review:" + id;
        }
        var author = row.cell("author");
        return "review:" + (author.isEmpty() ? row.cell("text") : author) + "|" + row.cell("date");
    }

    private Account place(String cell) {
        if (cell.isEmpty()) {
            return Optional.ofNullable(usual)
                    .orElseThrow(() -> new CannotGather("community.reviews.noplace", "known", known()));
        }
        return places.stream()
                .filter(each -> cell.equalsIgnoreCase(each.name())
                        || cell.equalsIgnoreCase(each.handle())
                        || cell.equalsIgnoreCase(each.address().toString()))
                .findFirst()
                .orElseThrow(() -> new CannotGather("community.reviews.badplace", "place", cell, "known", known()));
    }

    private static @Nullable Integer stars(String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        var read = STARS.matcher(cell);
        if (!read.matches()) {
            throw new CannotGather("community.reviews.badstars", "stars", cell);
        }
        return Integer.valueOf(read.group(1));
    }

    private static URI address(String cell) {
        if (cell.isEmpty()) {
            return URI.create("");
        }
        try {
            var uri = URI.create(cell);
            if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new CannotGather("community.reviews.badaddress", "address", cell);
    }

    private Instant past(Instant at) {
        if (at.atZone(zone).toLocalDate().isAfter(now.atZone(zone).toLocalDate())) {
            throw new CannotGather("community.reviews.future");
        }
        return at.isAfter(now) ? now : at;
    }

    private Instant time(String cell, String missing) {
        if (cell.isEmpty() && !missing.isEmpty()) {
            throw new CannotGather(missing);
        }
        for (var format : DATES) {
            try {
                return LocalDate.parse(cell, format)
                        .atTime(LocalTime.NOON)
                        .atZone(zone)
                        .toInstant();
            } catch (DateTimeException e) {
                // The next form may fit.
            }
        }
        for (var format : TIMES) {
            try {
                return LocalDateTime.parse(cell, format).atZone(zone).toInstant();
            } catch (DateTimeException e) {
                // The next form may fit.
            }
        }
        try {
            return OffsetDateTime.parse(cell).toInstant();
        } catch (DateTimeException e) {
            throw new CannotGather("community.reviews.baddate", "date", cell);
        }
    }

    private String known() {
        return places.stream()
                .map(Account::name)
                .filter(Objects::nonNull)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
