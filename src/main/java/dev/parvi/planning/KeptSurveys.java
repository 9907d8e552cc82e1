package dev.parvi.planning;

import dev.parvi.shared.BrandId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was surveyed last, for as long as nothing of it has changed. */
final class KeptSurveys {

    /** Some ten megabytes of them at the most. */
    private static final int MOST = 64;

    private static final int MOST_ENTRIES = 500;

    private final Map<Asked, Kept> kept = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Kept> eldest) {
            return size() > MOST;
        }
    };

    /** @param minute since the epoch: slots become past, and no slot begins within a minute */
    record Asked(BrandId brand, LocalDate first, LocalDate last, ZoneId zone, Filter filter, int most, long minute) {}

    private record Kept(long changes, Surveying.Survey survey) {}

    /**
     * @param changes counted before anything is read, so that what is read is never older than the count says
     * @param read reads it anew
     */
    Surveying.Survey of(Asked asked, long changes, Supplier<Surveying.Survey> read) {
        var there = kept(asked);
        if (there != null && there.changes() == changes) {
            return there.survey();
        }
        var survey = read.get();
        if (survey.agenda().days().stream()
                        .mapToInt(day -> day.entries().size())
                        .sum()
                <= MOST_ENTRIES) {
            keep(asked, new Kept(changes, survey));
        }
        return survey;
    }

    private synchronized @Nullable Kept kept(Asked asked) {
        return kept.get(asked);
    }

    private synchronized void keep(Asked asked, Kept survey) {
        kept.put(asked, survey);
    }
}
