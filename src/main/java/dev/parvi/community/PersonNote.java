package dev.parvi.community;

import dev.parvi.shared.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a member knows of somebody, or promised them.
 *
 * @param promise whether it's something that we promised
 * @param due by when, on the brand's own calendar; null for no day
 * @param kept when somebody said that it was kept; null before
 */
public record PersonNote(
        long id,
        MemberId by,
        String text,
        Instant at,
        boolean promise,
        @Nullable LocalDate due,
        @Nullable Instant kept) {

    public boolean open() {
        return promise && kept == null;
    }

    public boolean late(LocalDate today) {
        return open() && due != null && due.isBefore(today);
    }
}
