package dev.parvi.planning;

import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.VersionId;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of planned versions: publishing knows, planning shows it. */
public interface Fates {

    /** Of the brand whose scope it is; versions never scheduled are left out. */
    Map<VersionId, Fate> of(Collection<VersionId> versions);

    /**
     * @param delivery whose page tells the whole story
     * @param at when it was published; null before
     */
    record Fate(
            State state,
            DeliveryId delivery,
            @Nullable URI address,
            @Nullable Instant at) {}

    /** Where a version stands after it was scheduled. */
    enum State {
        PLANNED,
        SENDING,
        BY_HAND,
        PUBLISHED,
        LATE,
        UNKNOWN,
        FAILED
    }
}
