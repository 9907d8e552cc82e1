package dev.parvi.planning;

import dev.parvi.brand.Branding;
import dev.parvi.shared.Sheet;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the calendar as a table for spreadsheets; an import makes the same posts of it again. */
@Component
public class Exporting {

    private static final Object[] COLUMNS = {
        "account",
        "date",
        "time",
        "title",
        "text",
        "link",
        "tags",
        "pillar",
        "pictures",
        "alt",
        "excerpt",
        "category",
        "language",
        "quote",
        "part",
        "state",
        "address"
    };

    private final Surveying surveying;
    private final PlannedPosts posts;
    private final Versions versions;
    private final PostMedia media;
    private final ImportPictures addresses;
    private final Pillars pillars;
    private final Branding branding;

    Exporting(
            Surveying surveying,
            PlannedPosts posts,
            Versions versions,
            PostMedia media,
            ImportPictures addresses,
            Pillars pillars,
            Branding branding) {
        this.surveying = surveying;
        this.posts = posts;
        this.versions = versions;
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
        var ids = entries.stream().map(Entry::post).collect(Collectors.toSet());
        var lines = new ExportLines(
                agenda.places(),
                posts.all(ids),
                versions.of(ids).stream().collect(Collectors.toMap(Version::id, Function.identity())),
                media.of(ids),
                pillars.all().stream().collect(Collectors.toMap(Pillar::id, Pillar::name)),
                hash -> addresses.address(branding.current(), hash));
        var out = new StringWriter();
        // Spreadsheets take a file for UTF-8 only when it begins with this mark.
        out.write('\uFEFF');
        try (var csv = CSVFormat.EXCEL.print(out)) {
            csv.printRecord(COLUMNS);
            for (var entry : entries) {
                for (var line : lines.of(entry)) {
                    csv.printRecord(line.stream().map(Sheet::safe).toList());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
