package dev.parvi.listening;

import dev.parvi.shared.SourceId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists of feeds, in and out. What comes in is followed at once and read in the background; how far that is can be asked at any
 * time, also after a restart.
 */
@Component
public class Importing {

    private final SourceImports imports;
    private final Sources sources;
    private final Fetchings fetchings;
    private final Clock clock;

    Importing(SourceImports imports, Sources sources, Fetchings fetchings, Clock clock) {
        this.imports = imports;
        this.sources = sources;
        this.fetchings = fetchings;
        this.clock = clock;
    }

    /**
     * How far an import is.
     *
     * @param total lines of the list
     * @param done of these: read once, known before, or impossible
     * @param added new ones that could be read
     * @param known followed before
     * @param failed those that can't be followed, or whose first reading failed, at most 200 of them
     */
    public record Progress(int total, int done, int added, int known, List<Line> failed) {

        public boolean finished() {
            return done >= total;
        }
    }

    /**
     * @param source nothing where it can't be followed
     * @param reason a word of the bundle: {@code listening.source.reason.<reason>}
     */
    public record Line(
            String title, String address, @Nullable SourceId source, String reason, String detail) {}

    /** @throws CannotImport where there is no list of feeds in it */
    @Transactional
    public long take(Seat seat, byte[] opml) {
        seat.needs(Right.WRITE);
        List<Opml.Outline> outlines;
        try {
            outlines = Opml.read(opml);
        } catch (NotRead e) {
            throw new CannotImport(e.reason().word());
        }
        var now = clock.instant();
        var wanted = new LinkedHashMap<String, NewSource>();
        for (var outline : outlines) {
            if (Links.uri(outline.address()) != null && outline.address().length() <= Fresh.ADDRESS) {
                var address = Links.tidy(outline.address());
                wanted.putIfAbsent(address, NewSource.feed(address, outline.title(), outline.topics()));
            }
        }
        var added = new HashMap<String, Sources.Added>();
        sources.add(wanted.values(), now).forEach(each -> added.putIfAbsent(each.address(), each));
        fetchings.begin(
                wanted.values().stream().filter(each -> fresh(added, each)).toList(),
                source -> Objects.requireNonNull(added.get(source.address())).id(),
                now);
        return imports.add(lines(outlines, added), now);
    }

    private static boolean fresh(HashMap<String, Sources.Added> added, NewSource source) {
        var there = added.get(source.address());
        return there != null && there.fresh();
    }

    private static List<SourceImports.Row> lines(List<Opml.Outline> outlines, HashMap<String, Sources.Added> added) {
        var rows = new ArrayList<SourceImports.Row>();
        for (var outline : outlines) {
            var there = added.get(Links.tidy(outline.address()));
            rows.add(new SourceImports.Row(
                    rows.size(),
                    outline.title(),
                    Sound.line(outline.address(), Fresh.ADDRESS),
                    there == null ? null : there.id(),
                    there != null && !there.fresh(),
                    there == null ? Reason.MALFORMED.word() : ""));
        }
        return rows;
    }

    /** Nothing where there is no import of that number. */
    @Transactional(readOnly = true)
    public Optional<Progress> progress(Seat seat, long id) {
        return imports.progress(id);
    }

    /** All feeds that are followed, as OPML. */
    @Transactional(readOnly = true)
    public String opml(Seat seat, String title) {
        return Opml.write(title, sources.all());
    }
}
