package dev.parvi.tracking;

import dev.parvi.brand.Branding;
import dev.parvi.tracking.Conversions.Touch;
import dev.parvi.tracking.Told.Via;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes down what visitors did, once, and credits the links they had come by. */
@Component
class Converting {

    /** A telephone system tells of a call so long after the tap that made it. */
    private static final Duration RINGING = Duration.ofMinutes(10);

    private final Conversions conversions;
    private final Credits credits;
    private final Trackings trackings;
    private final Branding branding;

    Converting(Conversions conversions, Credits credits, Trackings trackings, Branding branding) {
        this.conversions = conversions;
        this.credits = credits;
        this.trackings = trackings;
        this.branding = branding;
    }

    /** What became of it. */
    enum Outcome {
        COUNTED,
        KNOWN,
        /** The same key told something else before. */
        CONTRADICTED
    }

    /**
     * @param visitor who it was; null where nobody can tell
     * @param remembered whether by the browser's memory, so that earlier days count too
     */
    @Transactional
    Outcome convert(Told told, Via via, @Nullable Long visitor, boolean remembered) {
        if (via == Via.PHONE && conversions.called(told, RINGING)) {
            return Outcome.COUNTED;
        }
        var added = conversions.add(told, via, visitor);
        if (added.isEmpty()) {
            return conversions.same(told) ? Outcome.KNOWN : Outcome.CONTRADICTED;
        }
        var visits = Share.visits(touches(told, visitor, remembered));
        if (!visits.isEmpty()) {
            conversions.touched(added.get(), visits);
        }
        var day = told.at().atZone(branding.current().zone()).toLocalDate().toEpochDay();
        credits.add((int) day, told, Share.of(visits));
        credits.add((int) day, told, List.of(new Share(Share.ALL, 1, 1, BigDecimal.ONE)));
        return Outcome.COUNTED;
    }

    private List<Touch> touches(Told told, @Nullable Long visitor, boolean remembered) {
        var came = visitor == null
                ? List.<Touch>of()
                : conversions.touches(visitor, since(told.at(), remembered), told.at());
        return came.isEmpty()
                ? conversions
                        .link(told.link(), told.number())
                        .map(link -> List.of(new Touch(link, told.at())))
                        .orElse(List.of())
                : came;
    }

    /** Without memory nobody is the same on another day (of UTC): the salt is another. */
    private Instant since(Instant at, boolean remembered) {
        return remembered
                ? at.minus(Duration.ofDays(trackings.current().keepDays()))
                : at.atOffset(ZoneOffset.UTC).toLocalDate().atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
