package dev.parvi.planning;

import dev.parvi.brand.Brand;
import dev.parvi.brand.Branding;
import dev.parvi.shared.PillarId;
import dev.parvi.shared.PostId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the calendar as a table for spreadsheets; the same columns can be imported again. */
@Component
public class Exporting {

    private static final Object[] COLUMNS = {
        "account", "date", "time", "title", "text", "link", "tags", "pillar", "pictures", "alt", "state", "address"
    };

    private final Surveying surveying;
    private final PlannedPosts posts;
    private final PostMedia media;
    private final ImportPictures addresses;
    private final Pillars pillars;
    private final Branding branding;

    Exporting(
            Surveying surveying,
            PlannedPosts posts,
            PostMedia media,
            ImportPictures addresses,
            Pillars pillars,
            Branding branding) {
        this.surveying = surveying;
        this.posts = posts;
        this.media = media;
        this.addresses = addresses;
        this.pillars = pillars;
        this.branding = branding;
    }

    /** Everything from {@code first} to {@code last} that the filter lets through; any member may look. */
    @Transactional(readOnly = true)
    public String csv(LocalDate first, LocalDate last, ZoneId zone, Filter filter) {
        var agenda = surveying.days(first, last, zone, filter, Integer.MAX_VALUE);
        var entries =
                agenda.days().stream().flatMap(day -> day.entries().stream()).toList();
        var said = new Said(
                agenda,
                branding.current(),
                media.of(entries.stream().map(Entry::post).collect(Collectors.toSet())),
                posts.words(entries.stream().map(Entry::post).distinct().toList()),
                pillars.all().stream().collect(Collectors.toMap(Pillar::id, Pillar::name)));
        var out = new StringWriter();
        // Spreadsheets take a file for UTF-8 only when it begins with this mark.
        out.write('\uFEFF');
        try (var csv = CSVFormat.EXCEL.print(out)) {
            csv.printRecord(COLUMNS);
            for (var entry : entries) {
                csv.printRecord(line(said, entry));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** What the lines are made of. */
    private record Said(
            Agenda agenda,
            Brand brand,
            Map<PostId, List<PostPicture>> pictures,
            Map<PostId, Wording> words,
            Map<PillarId, String> pillars) {}

    private List<String> line(Said of, Entry entry) {
        var words = of.words().getOrDefault(entry.post(), Wording.of(entry.said()));
        var shown = of.pictures().getOrDefault(entry.post(), List.of());
        return safe(
                accounts(of.agenda(), entry),
                entry.at().toLocalDate().toString(),
                entry.at().toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString(),
                words.title(),
                words.text(),
                words.link(),
                String.join(" ", entry.tags()),
                entry.pillar() == null ? "" : of.pillars().getOrDefault(entry.pillar(), ""),
                shown.stream()
                        .map(each -> addresses.address(of.brand(), each.hash()))
                        .collect(Collectors.joining("|")),
                alts(shown),
                entry.state().name(),
                addresses(entry));
    }

    private static String accounts(Agenda agenda, Entry entry) {
        return entry.accounts().stream()
                .map(agenda.places()::get)
                .filter(Objects::nonNull)
                .map(place -> place.account().name())
                .collect(Collectors.joining("|"));
    }

    /** In the pictures' order; a bar within one would be taken for the next. */
    private static String alts(List<PostPicture> pictures) {
        return pictures.stream().allMatch(each -> each.alt().isBlank())
                ? ""
                : pictures.stream().map(each -> each.alt().replace('|', '/')).collect(Collectors.joining("|"));
    }

    private static String addresses(Entry entry) {
        return entry.fates().stream()
                .map(Fates.Fate::address)
                .filter(Objects::nonNull)
                .map(URI::toString)
                .collect(Collectors.joining(" "));
    }

    private static List<String> safe(String... cells) {
        return Stream.of(cells).map(Cells::safe).toList();
    }
}
