package dev.parvi.sample;

import dev.parvi.brand.Brand;
import dev.parvi.brand.Branding;
import dev.parvi.brand.Founding;
import dev.parvi.brand.Removing;
import dev.parvi.platform.MediaStore;
import dev.parvi.platform.Tenant;
import dev.parvi.platform.TravellingClock;
import dev.parvi.publishing.Steering;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.MemberId;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.team.Seating;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Loads the sample brand for a member, and takes it away again with all that belongs to it. */
@Component
public class Sampling {

    private static final Duration PAST = Duration.ofDays(14);
    private static final String ACCENT = "#8a4b2a";
    private static final ZoneId HOME = ZoneId.of("Europe/Helsinki");

    private final Branding branding;
    private final Founding founding;
    private final Removing removing;
    private final Seating seating;
    private final Steering steering;
    private final Telling telling;
    private final MediaStore media;
    private final Clock clock;

    Sampling(
            Branding branding,
            Founding founding,
            Removing removing,
            Seating seating,
            Steering steering,
            Telling telling,
            MediaStore media,
            Clock clock) {
        this.branding = branding;
        this.founding = founding;
        this.removing = removing;
        this.seating = seating;
        this.steering = steering;
        this.telling = telling;
        this.media = media;
        this.clock = clock;
    }

    /**
     * The member's sample brand, made now where they have none. It takes a few seconds, and either all of it is there or
     * nothing.
     *
     * @throws NotAllowed for a member who may not found brands
     */
    public Brand load(MemberId member, Locale language) {
        var there = branding.of(member).stream().filter(Brand::sample).findFirst();
        if (there.isPresent()) {
            return there.get();
        }
        if (!founding.may(member)) {
            throw new NotAllowed(Right.MANAGE);
        }
        var story = Story.in(language);
        var zone = branding.of(member).stream().map(Brand::zone).findFirst().orElse(HOME);
        var brand = TravellingClock.<Brand, RuntimeException>at(
                clock.instant().minus(PAST), () -> branding.found(member, id -> brand(id, story, language, zone)));
        Tenant.run(
                brand.id(), () -> fill(brand, seating.seat(member, brand.id()).orElseThrow(), story));
        return brand;
    }

    /** @throws IllegalStateException for a brand that is no sample */
    public void remove(Seat seat) {
        seat.needs(Right.MANAGE);
        // Nothing is claimed any more while its rows go.
        steering.pause(seat);
        removing.remove(seat);
        try {
            media.forget(seat.brand());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(Brand brand, Seat seat, Story story) {
        try {
            // What is planned into the past would otherwise be found, and be found late, by every publisher.
            steering.pause(seat);
            telling.tell(brand, seat, story);
            steering.resume(seat);
        } catch (RuntimeException e) {
            remove(seat);
            throw e;
        }
    }

    private Brand brand(BrandId id, Story story, Locale language, ZoneId zone) {
        return new Brand(
                id,
                handle(),
                story.text("brand.name"),
                zone,
                language,
                story.text("brand.does"),
                EnumSet.of(Brand.Aim.COMMUNITY, Brand.Aim.SALES),
                ACCENT,
                false,
                Duration.ofMinutes(30),
                true);
    }

    private String handle() {
        for (var n = 1; ; n++) {
            var handle = n == 1 ? "kahvila-parvi" : "kahvila-parvi-" + n;
            if (branding.named(handle).isEmpty()) {
                return handle;
            }
        }
    }
}
