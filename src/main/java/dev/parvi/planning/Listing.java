package dev.parvi.planning;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.VersionId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists the posts of the brand. */
@Component
public class Listing {

    private static final int PAGE = 30;

    private final PostLines lines;
    private final Places places;
    private final ObjectProvider<Fates> fates;

    Listing(PostLines lines, Places places, ObjectProvider<Fates> fates) {
        this.lines = lines;
        this.places = places;
        this.fates = fates;
    }

    /** Which posts to list. */
    public enum Kind {
        ALL,
        DRAFT,
        ASKED,
        PLANNED,
        SENT
    }

    /** Where a page of the list ended. */
    public record Mark(Instant changed, long id) {

        /** Reads what {@link #toString} wrote; empty for anything else. */
        public static Optional<Mark> of(String text) {
            try {
                var at = text.lastIndexOf('_');
                return at < 0
                        ? Optional.empty()
                        : Optional.of(
                                new Mark(Instant.parse(text.substring(0, at)), Long.parseLong(text.substring(at + 1))));
            } catch (DateTimeParseException | NumberFormatException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return changed + "_" + id;
        }
    }

    /** @param next where the next page begins; null where this is the last */
    public record Lines(
            List<PostLine> lines,
            Map<AccountId, Place> places,
            Map<VersionId, Fates.Fate> fates,
            int asked,
            @Nullable Mark next) {}

    @Transactional(readOnly = true)
    public Lines page(Kind kind, String words, @Nullable Mark before) {
        var found = lines.page(kind, words.strip(), before, PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        var versions = shown.stream().flatMap(line -> line.versions().stream()).toList();
        var last = found.size() > PAGE ? shown.getLast().post() : null;
        return new Lines(
                shown,
                places.of(versions.stream().map(Version::account).distinct().toList()),
                fates(versions),
                lines.asked(),
                last == null ? null : new Mark(last.changedAt(), last.id().value()));
    }

    /** What became of versions, where publishing knows. */
    @Transactional(readOnly = true)
    public Map<VersionId, Fates.Fate> fates(List<Version> versions) {
        var known = fates.getIfAvailable();
        return known == null || versions.isEmpty()
                ? Map.of()
                : known.of(versions.stream().map(Version::id).toList());
    }
}
