package dev.parvi.planning;

import dev.parvi.account.Account;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.PillarId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a line's cells into a draft and a time; what doesn't fit becomes a note that says what to do. */
final class ImportReader {

    private static final List<DateTimeFormatter> DATES =
            List.of(DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ofPattern("d.M.uuuu"));
    private static final List<DateTimeFormatter> TIMES =
            List.of(DateTimeFormatter.ofPattern("H:mm[:ss]"), DateTimeFormatter.ofPattern("H.mm"));

    private final List<Account> accounts;
    private final List<Pillar> pillars;

    ImportReader(List<Account> accounts, List<Pillar> pillars) {
        this.accounts = accounts;
        this.pillars = pillars;
    }

    /** @param at null where no time is given */
    record Read(Draft draft, @Nullable LocalDateTime at) {}

    /** @throws CannotPlan with what is wrong with the line, or with one that belongs to it */
    Read read(ImportFile.Group group) {
        var row = group.head();
        if (!row.cell("part").isEmpty()) {
            throw new CannotPlan("planning.import.part.first");
        }
        var words = words(row);
        if (words.text().isEmpty() && words.link().isEmpty() && row.pictures().isEmpty()) {
            throw new CannotPlan("planning.import.notext");
        }
        var places = accounts(row.cell("account"));
        var at = at(row.cell("date"), row.cell("time"));
        if (at != null && places.isEmpty()) {
            throw new CannotPlan("planning.import.noaccount", "known", known());
        }
        var own = new LinkedHashMap<AccountId, Wording>();
        words = below(words, group.rest(), places, own);
        var versions = places.stream()
                .map(each -> new Draft.Own(each, own.get(each), null))
                .toList();
        return new Read(
                new Draft(
                        words,
                        row.cell("quote"),
                        Tags.of(row.cell("tags")),
                        language(row.cell("language")),
                        pillar(row.cell("pillar")),
                        List.of(),
                        versions,
                        0,
                        ""),
                at);
    }

    private static Wording words(ImportFile.Row row) {
        var link = row.cell("link");
        if (!link.isEmpty() && Links.address(link).isEmpty()) {
            throw new CannotPlan("planning.import.badlink", "link", link);
        }
        return new Wording(
                row.cell("title"),
                row.cell("text"),
                List.of(),
                List.of(),
                link,
                row.cell("excerpt"),
                row.cell("category"));
    }

    /** @param own is filled with what single accounts say in their own words */
    private Wording below(
            Wording words, List<ImportFile.Row> rest, List<AccountId> places, Map<AccountId, Wording> own) {
        var all = words;
        AccountId speaks = null;
        for (var row : rest) {
            if (row.part() == ImportFile.Part.OWN) {
                speaks = account(row.cell("account"));
                if (!places.contains(speaks)) {
                    throw new CannotPlan("planning.import.part.account", "account", row.cell("account"));
                }
                own.put(speaks, words(row));
            } else if (speaks == null) {
                all = longer(all, row);
            } else {
                own.computeIfPresent(speaks, (account, before) -> longer(before, row));
            }
        }
        return all;
    }

    private static Wording longer(Wording words, ImportFile.Row row) {
        return row.part() == ImportFile.Part.NEXT
                ? words.with(and(words.parts(), row.cell("text")), words.comments())
                : words.with(words.parts(), and(words.comments(), row.cell("text")));
    }

    private static List<String> and(List<String> texts, String one) {
        return Stream.concat(texts.stream(), Stream.of(one)).toList();
    }

    /** What is no language leaves it to the brand's. */
    private static String language(String cell) {
        return cell.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*") ? cell : "";
    }

    private List<AccountId> accounts(String cell) {
        var found = new ArrayList<AccountId>();
        for (var name : cell.split("\\|")) {
            if (!name.isBlank()) {
                found.add(account(name.strip()));
            }
        }
        return found.stream().distinct().toList();
    }

    private AccountId account(String name) {
        var wanted = name.startsWith("@") ? name.substring(1) : name;
        return accounts.stream()
                .filter(each -> wanted.equalsIgnoreCase(each.name())
                        || name.equalsIgnoreCase(each.handle())
                        || wanted.equalsIgnoreCase(each.handle()))
                .findFirst()
                .map(Account::id)
                .orElseThrow(() -> new CannotPlan("planning.import.badaccount", "account", name, "known", known()));
    }

    private @Nullable PillarId pillar(String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        return pillars.stream()
                .filter(each -> each.name().equalsIgnoreCase(cell))
                .findFirst()
                .map(Pillar::id)
                .orElseThrow(() -> new CannotPlan("planning.import.badpillar", "pillar", cell));
    }

    private static @Nullable LocalDateTime at(String date, String time) {
        if (date.isEmpty() && time.isEmpty()) {
            return null;
        }
        if (time.isEmpty()) {
            throw new CannotPlan("planning.import.notime");
        }
        if (date.isEmpty()) {
            throw new CannotPlan("planning.import.nodate");
        }
        return date(date).atTime(time(time));
    }

    private static LocalDate date(String cell) {
        for (var format : DATES) {
            try {
                return LocalDate.parse(cell, format);
            } catch (DateTimeException e) {
                // The next form may fit.
            }
        }
        throw new CannotPlan("planning.import.baddate", "date", cell);
    }

    private static LocalTime time(String cell) {
        for (var format : TIMES) {
            try {
                return LocalTime.parse(cell, format);
            } catch (DateTimeException e) {
                // The next form may fit.
            }
        }
        throw new CannotPlan("planning.import.badtime", "time", cell);
    }

    private String known() {
        return accounts.stream()
                .map(Account::name)
                .sorted((one, two) -> one.toLowerCase(Locale.ROOT).compareTo(two.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
    }
}
