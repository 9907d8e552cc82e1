package dev.parvi.planning;

import dev.parvi.account.Connecting;
import dev.parvi.brand.Branding;
import dev.parvi.planning.ImportPictures.Fetched;
import dev.parvi.platform.Media;
import dev.parvi.shared.WallTime;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in posts from a table. The preview does all that the import does and takes it back, so that what it says of each
 * line is what happens.
 */
@Component
public class Importing {

    private static final int MOST_BYTES = 2_000_000;
    private static final int SHORT = 120;

    private final ImportFiles files;
    private final ImportPictures pictures;
    private final Picturing picturing;
    private final Composing composing;
    private final Scheduling scheduling;
    private final Connecting connecting;
    private final Pillars pillars;
    private final Branding branding;
    private final Clock clock;
    private final TransactionTemplate whole;
    private final TransactionTemplate line;

    Importing(
            ImportFiles files,
            ImportPictures pictures,
            Picturing picturing,
            Composing composing,
            Scheduling scheduling,
            Connecting connecting,
            Pillars pillars,
            Branding branding,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.files = files;
        this.pictures = pictures;
        this.picturing = picturing;
        this.composing = composing;
        this.scheduling = scheduling;
        this.connecting = connecting;
        this.pillars = pillars;
        this.branding = branding;
        this.clock = clock;
        this.whole = new TransactionTemplate(transactions);
        this.line = new TransactionTemplate(transactions);
        this.line.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * @param file the number to confirm it by; 0 once it was taken in
     * @param unknown columns that are left out
     */
    public record Result(long file, List<ImportLine> lines, List<String> unknown) {

        public long count(ImportLine.Fate fate) {
            return lines.stream().filter(each -> each.fate() == fate).count();
        }
    }

    /** @throws CannotPlan where the file isn't a table of posts; the message says what to do */
    public Result preview(Seat seat, byte[] bytes) {
        seat.needs(Right.WRITE);
        if (bytes.length > MOST_BYTES) {
            throw new CannotPlan("planning.import.toolarge");
        }
        var content = ImportFile.text(bytes);
        var table = ImportFile.read(content);
        var fetched = fetched(table);
        var lines = whole.execute(status -> {
            status.setRollbackOnly();
            return taken(seat, table, fetched);
        });
        var had = new HashMap<String, Media>();
        fetched.forEach((address, each) -> {
            if (each instanceof Fetched.Kept kept) {
                had.put(address, kept.media());
            }
        });
        var file = whole.execute(status -> files.add(content, had, seat.member(), clock.instant()));
        return new Result(Objects.requireNonNull(file), Objects.requireNonNull(lines), table.unknown());
    }

    /** Takes in what was previewed; lines with errors are left out. Empty where it was taken in before. */
    public Optional<Result> confirm(Seat seat, long file) {
        seat.needs(Right.WRITE);
        return Objects.requireNonNull(whole.execute(status -> files.take(file, seat.member())
                .map(waiting -> {
                    var table = ImportFile.read(waiting.content());
                    var fetched = new HashMap<String, Fetched>();
                    waiting.pictures().forEach((address, media) -> fetched.put(address, new Fetched.Kept(media)));
                    return new Result(0, taken(seat, table, fetched), table.unknown());
                })));
    }

    private Map<String, Fetched> fetched(ImportFile table) {
        var brand = Objects.requireNonNull(whole.execute(status -> branding.current()));
        var addresses =
                table.rows().stream().flatMap(row -> row.pictures().stream()).toList();
        return addresses.isEmpty() ? Map.of() : pictures.fetch(brand, addresses);
    }

    private List<ImportLine> taken(Seat seat, ImportFile table, Map<String, Fetched> fetched) {
        var reader = new ImportReader(connecting.open(), pillars.all());
        var approval = branding.current().approval();
        var lines = new ArrayList<ImportLine>();
        for (var group : table.groups()) {
            lines.addAll(taken(seat, reader, group, fetched, approval));
        }
        return lines;
    }

    private List<ImportLine> taken(
            Seat seat, ImportReader reader, ImportFile.Group group, Map<String, Fetched> fetched, boolean approval) {
        var lines = new ArrayList<ImportLine>();
        try {
            lines.add(Objects.requireNonNull(
                    line.execute(status -> take(seat, reader.read(group), group, fetched, approval))));
            group.rest().forEach(row -> lines.add(part(row, ImportLine.Fate.PART, "planning.import.part.of", group)));
        } catch (CannotPlan e) {
            var note = ImportLine.Note.of(e.key(), e.values());
            lines.add(said(group.head(), ImportLine.Fate.ERROR, null, List.of(), List.of(note)));
            group.rest().forEach(row -> lines.add(part(row, ImportLine.Fate.ERROR, "planning.import.part.out", group)));
        }
        return lines;
    }

    private static ImportLine part(ImportFile.Row row, ImportLine.Fate fate, String key, ImportFile.Group group) {
        var note = ImportLine.Note.of(key, "line", group.head().number());
        return said(row, fate, null, List.of(), List.of(note));
    }

    /** @throws CannotPlan where one couldn't be had */
    private static List<Media> media(ImportFile.Row row, Map<String, Fetched> fetched) {
        if (row.alts().size() > row.pictures().size()) {
            throw new CannotPlan("planning.import.picture.alts");
        }
        var all = new ArrayList<Media>();
        for (var address : row.pictures()) {
            switch (fetched.get(address)) {
                case Fetched.Kept kept -> all.add(kept.media());
                case Fetched.Fault fault -> throw new CannotPlan(fault.key(), fault.values());
                case null -> throw new CannotPlan("planning.import.picture.away", "address", address);
            }
        }
        return all;
    }

    private ImportLine take(
            Seat seat, ImportReader.Read read, ImportFile.Group group, Map<String, Fetched> fetched, boolean approval) {
        var post = composing.start(seat, read.draft());
        var row = group.head();
        var media = media(row, fetched);
        if (!media.isEmpty()) {
            picturing.add(seat, post, media, row.alts(), 0);
        }
        var part = 0;
        for (var below : group.rest()) {
            var more = media(below, fetched);
            part += below.part() == ImportFile.Part.NEXT ? 1 : 0;
            if (!more.isEmpty()) {
                picturing.add(seat, post, more, below.alts(), part);
            }
        }
        var hashes = media.stream().map(Media::hash).toList();
        if (read.at() == null || approval) {
            var notes = read.at() == null
                    ? List.<ImportLine.Note>of()
                    : List.of(ImportLine.Note.of("planning.import.approval"));
            return said(row, ImportLine.Fate.DRAFT, null, hashes, notes);
        }
        var planned =
                scheduling.at(seat, post, read.at(), WallTime.Choice.FIRST).getFirst();
        return said(row, ImportLine.Fate.PLANNED, planned.reading(), hashes, notes(planned.reading()));
    }

    private static List<ImportLine.Note> notes(WallTime.Reading reading) {
        return switch (reading) {
            case WallTime.Gap gap ->
                List.of(ImportLine.Note.of(
                        "planning.import.gap",
                        "time",
                        gap.time().local().toLocalTime().toString()));
            case WallTime.Overlap overlap -> List.of(ImportLine.Note.of("planning.import.overlap"));
            case WallTime.Plain plain -> List.of();
        };
    }

    private static ImportLine said(
            ImportFile.Row row,
            ImportLine.Fate fate,
            WallTime.@Nullable Reading time,
            List<String> pictures,
            List<ImportLine.Note> notes) {
        var text = row.cell("text").isEmpty() ? row.cell("link") : row.cell("text");
        var begin = text.length() > SHORT ? text.substring(0, SHORT) + "…" : text;
        return new ImportLine(row.number(), fate, row.cell("account"), begin, time, pictures, notes);
    }
}
