package dev.parvi.analysis;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report that is mailed again and again: of each week or month that is over, or of a campaign once it's over.
 *
 * @param title empty for one that says the time
 * @param weekday on which a week's goes out
 * @param monthDay on which a month's goes out, 1 to 28
 * @param campaign of which campaign; null but for that kind
 * @param at on the clock of the brand
 * @param madeBy the member's number
 * @param next when it goes out; null where it doesn't any more
 * @param running of a campaign: each week while it runs, too
 * @param fault why it couldn't be made the last time; empty where it could
 */
public record Circular(
        long id,
        String title,
        Report.Kind kind,
        DayOfWeek weekday,
        int monthDay,
        @Nullable Long campaign,
        boolean running,
        LocalTime at,
        String language,
        List<String> sides,
        long madeBy,
        @Nullable Instant next,
        String fault,
        List<Reader> readers) {

    /** @param stoppedAt when they stopped it themselves; null where they didn't */
    public record Reader(String address, @Nullable Instant stoppedAt) {}

    /**
     * What was mailed.
     *
     * @param report null where it was removed since
     * @param state QUEUED, SENT, TRIED or FAILED
     * @param why what the mail server said, {@code noserver} where none is set
     */
    public record Sent(
            long id,
            long circular,
            java.time.LocalDate first,
            String address,
            @Nullable Long report,
            String state,
            String why,
            Instant at) {}

    public List<String> reading() {
        return readers.stream()
                .filter(each -> each.stoppedAt() == null)
                .map(Reader::address)
                .toList();
    }
}
