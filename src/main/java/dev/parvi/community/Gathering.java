package dev.parvi.community;

import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.brand.Branding;
import dev.parvi.community.ReviewLine.Fate;
import dev.parvi.community.ReviewLine.Note;
import dev.parvi.connector.Connectors;
import dev.parvi.connector.Heard;
import dev.parvi.connector.Reads;
import dev.parvi.connector.Replies;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.Sheet;
import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in reviews that were written where nobody reads for us, from a table. They are shown line by line first; what is
 * confirmed comes in as if it had been heard there, so a table that is taken in twice shows once.
 */
@Component
public class Gathering {

    private static final int MOST_BYTES = 4_000_000;
    private static final int SHORT = 160;
    private static final Duration FILES_STAY = Duration.ofDays(1);

    private final ReviewFiles files;
    private final Comments comments;
    private final Taking taking;
    private final Connecting connecting;
    private final Connectors connectors;
    private final Branding branding;
    private final Audit audit;
    private final Clock clock;

    Gathering(
            ReviewFiles files,
            Comments comments,
            Taking taking,
            Connecting connecting,
            Connectors connectors,
            Branding branding,
            Audit audit,
            Clock clock) {
        this.files = files;
        this.comments = comments;
        this.taking = taking;
        this.connecting = connecting;
        this.connectors = connectors;
        this.branding = branding;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param file the number to confirm it by; 0 once it was taken in
     * @param unknown columns that are left out
     */
    public record Result(long file, List<ReviewLine> lines, List<String> unknown) {

        public long count(Fate fate) {
            return lines.stream().filter(each -> each.fate() == fate).count();
        }

        /** How many lines change anything. */
        public long good() {
            return count(Fate.NEW) + count(Fate.DONE) + count(Fate.CHANGED);
        }
    }

    /** The accounts that reviews can be taken in for: those at which nobody reads for us, and whose words can be answered. */
    @Transactional(readOnly = true)
    public List<Account> places() {
        return connecting.open().stream()
                .filter(each -> connectors.as(Reads.class, each.network()).isEmpty())
                .filter(each -> connectors
                        .as(Replies.class, each.network())
                        .filter(replies -> replies.answerable().contains(Heard.Kind.REVIEW))
                        .isPresent())
                .toList();
    }

    /**
     * @param usual where lines that name no place belong; empty for nowhere
     * @throws CannotGather where the file isn't a table of reviews; the message says what to do
     */
    @Transactional
    public Result preview(Seat seat, byte[] bytes, Optional<AccountId> usual) {
        seat.needs(Right.MODERATE);
        if (bytes.length > MOST_BYTES) {
            throw new CannotGather("community.reviews.toolarge");
        }
        var content = ReviewTable.text(bytes);
        var table = ReviewTable.read(content);
        var lines = looked(table, usual.orElse(null)).lines();
        var now = clock.instant();
        files.dropBefore(now.minus(FILES_STAY));
        var file = files.add(new ReviewFiles.Waiting(content, usual.orElse(null)), seat.member(), now);
        return new Result(file, lines, table.unknown());
    }

    /** Takes in what was previewed; lines with errors are left out. Empty where it was taken in before. */
    @Transactional
    public Optional<Result> confirm(Seat seat, long file) {
        seat.needs(Right.MODERATE);
        return files.take(file, seat.member()).map(waiting -> {
            var table = ReviewTable.read(waiting.content());
            var looked = looked(table, waiting.usual());
            looked.heard().forEach((place, heard) -> taking.take(place.id(), place.network(), heard));
            var result = new Result(0, looked.lines(), table.unknown());
            audit.note(
                    seat,
                    "community.reviews.gathered",
                    looked.heard().keySet().stream().map(Account::name).collect(Collectors.joining(", ")),
                    Long.toString(result.good()));
            return result;
        });
    }

    /** @param heard what is to be taken in, by its place */
    private record Looked(List<ReviewLine> lines, Map<Account, List<Heard>> heard) {}

    private Looked looked(Sheet table, @Nullable AccountId usual) {
        var places = places();
        var chosen = places.stream()
                .filter(each -> each.id().equals(usual))
                .findFirst()
                .orElse(null);
        var reader = new ReviewReader(places, chosen, branding.current().zone(), clock.instant());
        var looking = new Looking(comments, clock.instant().minus(Taking.RECENT));
        table.rows().forEach(row -> looking.look(reader, row));
        return new Looked(looking.told(), looking.heard);
    }

    /** Goes through a table line by line, then asks at once which of them are known. */
    private static final class Looking {

        private final Comments comments;
        private final Instant since;
        private final Map<Account, List<Heard>> heard = new LinkedHashMap<>();
        private final Map<String, Sheet.Row> seen = new HashMap<>();
        private final List<Line> lines = new ArrayList<>();

        private Looking(Comments comments, Instant since) {
            this.comments = comments;
            this.since = since;
        }

        /** @param read null for a line that can't be read, or is there above */
        private record Line(Sheet.Row row, ReviewReader.@Nullable Read read, Fate fate, List<Note> notes) {}

        void look(ReviewReader reader, Sheet.Row row) {
            try {
                var read = reader.read(row);
                var before =
                        seen.putIfAbsent(read.place().id() + " " + read.review().id(), row);
                if (before == null) {
                    var all = heard.computeIfAbsent(read.place(), each -> new ArrayList<>());
                    all.add(read.review());
                    if (read.answer() != null) {
                        all.add(read.answer());
                    }
                    lines.add(new Line(row, read, Fate.NEW, List.of()));
                } else if (before.cells().equals(row.cells())) {
                    var note = Note.of("community.reviews.again", "line", before.number());
                    lines.add(new Line(row, null, Fate.KNOWN, List.of(note)));
                } else {
                    throw new CannotGather("community.reviews.twice", "line", before.number());
                }
            } catch (CannotGather e) {
                lines.add(new Line(row, null, Fate.ERROR, List.of(Note.of(e.key(), e.values()))));
            }
        }

        List<ReviewLine> told() {
            var known = new HashMap<AccountId, Map<UUID, Comments.Known>>();
            heard.forEach((place, all) -> known.put(
                    place.id(),
                    comments.known(
                            place.id(),
                            all.stream().map(each -> Key.of(each.id())).toList())));
            return lines.stream().map(each -> told(each, known)).toList();
        }

        private ReviewLine told(Line line, Map<AccountId, Map<UUID, Comments.Known>> known) {
            var row = line.row();
            if (line.read() == null) {
                return said(line, line.fate(), row.cell("place"), null, null, line.notes());
            }
            var read = line.read();
            var there = Objects.requireNonNull(known.get(read.place().id()));
            var fate = fate(read, there);
            var notes = fate == Fate.DONE && read.answer() == null
                    ? List.of(Note.of("community.reviews.old", "days", Taking.RECENT.toDays()))
                    : List.<Note>of();
            return said(
                    line,
                    fate,
                    read.place().name(),
                    read.review().stars(),
                    read.review().at(),
                    notes);
        }

        private Fate fate(ReviewReader.Read read, Map<UUID, Comments.Known> there) {
            var before = there.get(Key.of(read.review().id()));
            if (before == null) {
                return read.answer() != null || !read.review().at().isAfter(since) ? Fate.DONE : Fate.NEW;
            }
            var answer = read.answer();
            var answered = answer == null ? null : there.get(Key.of(answer.id()));
            var same = same(before, read.review()) && (answer == null || answered != null && same(answered, answer));
            return before.erased() || same ? Fate.KNOWN : Fate.CHANGED;
        }

        private static boolean same(Comments.Known before, Heard now) {
            return before.text().equals(Clean.text(now.text(), Clean.TEXT)) && !before.starred(now.stars());
        }

        private static ReviewLine said(
                Line line,
                Fate fate,
                String place,
                @Nullable Integer stars,
                java.time.@Nullable Instant at,
                List<Note> notes) {
            var text = line.row().cell("text");
            var begin = text.length() > SHORT ? Clean.text(text, SHORT) + "…" : text;
            return new ReviewLine(line.row().number(), fate, place, line.row().cell("author"), begin, stars, at, notes);
        }
    }
}
