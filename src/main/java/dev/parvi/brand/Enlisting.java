package dev.parvi.brand;

import dev.parvi.platform.DeskSettings;
import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets an outside language model up, and keeps what a manager agreed to. Without that, nothing is ever sent to one. */
@Component
public class Enlisting {

    private final Scribes scribes;
    private final DeskSettings settings;
    private final Audit audit;
    private final Clock clock;

    Enlisting(Scribes scribes, DeskSettings settings, Audit audit, Clock clock) {
        this.scribes = scribes;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** That of the brand whose scope it is; empty where it has none, which is how every brand begins. */
    @Transactional(readOnly = true)
    public Optional<Scribe> current() {
        return scribes.get().map(Scribes.Kept::scribe);
    }

    /** Whether unencrypted addresses are taken: only where the desk may call private ones at all. */
    public boolean takesPlain() {
        return settings.allowPrivate();
    }

    /**
     * Another address asks for another yes, and takes no key along.
     *
     * @param typed without faults
     */
    @Transactional
    public void change(Seat seat, TypedScribe typed) {
        seat.needs(Right.MANAGE);
        var before = scribes.get().orElse(null);
        var place = typed.place();
        var sealed = sealed(typed, place, before);
        scribes.put(place, typed.model().strip(), sealed);
        var after = current().orElseThrow();
        if (before == null || !after.equals(before.scribe()) || !typed.key().isBlank()) {
            audit.note(seat, "brand.scribe.changed", place.toString(), after.model());
        }
        if (after.consent() != null && !after.agreed()) {
            scribes.withdraw();
            audit.note(seat, "brand.scribe.lapsed", after.consent().address().toString(), place.toString());
        }
    }

    private byte @Nullable [] sealed(TypedScribe typed, URI place, Scribes.@Nullable Kept before) {
        if (!typed.key().isBlank()) {
            return scribes.seal(typed.key().strip(), place);
        }
        return before == null || typed.keyless() || !before.scribe().address().equals(place) ? null : before.sealed();
    }

    /**
     * A manager has read what is sent, and agrees.
     *
     * @param address the one that stood on the page
     * @return false where it's another by now, or the list has grown: then nothing was agreed
     */
    @Transactional
    public boolean agree(Seat seat, URI address, int terms) {
        seat.needs(Right.MANAGE);
        if (terms != Scribe.TERMS || !scribes.agree(address, terms, seat.member(), clock.instant())) {
            return false;
        }
        audit.note(seat, "brand.scribe.agreed", address.toString(), "");
        return true;
    }

    /** From now on nothing is sent. */
    @Transactional
    public void withdraw(Seat seat) {
        seat.needs(Right.MANAGE);
        if (scribes.withdraw()) {
            audit.note(seat, "brand.scribe.withdrawn", "", "");
        }
    }

    /** Forgets address, key and consent. */
    @Transactional
    public void dismiss(Seat seat) {
        seat.needs(Right.MANAGE);
        if (scribes.drop()) {
            audit.note(seat, "brand.scribe.dismissed", "", "");
        }
    }
}
