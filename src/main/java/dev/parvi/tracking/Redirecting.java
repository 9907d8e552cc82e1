package dev.parvi.tracking;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leads on whoever comes by a tracked link, and has it written down before. */
@Component
public class Redirecting {

    /** From one address within a minute; who comes more often is led on, but counts as a flood. */
    static final int CROWD_MOST = 60;

    private final KnownCodes codes;
    private final Committing committing;
    private final Robots robots = new Robots();
    private final Crowd crowd = new Crowd(CROWD_MOST);
    private final Clock clock;

    Redirecting(KnownCodes codes, Committing committing, Clock clock) {
        this.codes = codes;
        this.committing = committing;
        this.clock = clock;
    }

    /**
     * Who asks.
     *
     * @param address of the network, as the proxy says
     * @param agent what the browser calls itself
     * @param looking whether it's no person's click: only asked about (HEAD), fetched ahead, or put into a page as if it were a picture
     */
    public record Caller(String address, @Nullable String agent, boolean looking) {}

    /** @param target null where the code leads nowhere; {@code busy} where it can't be looked up now */
    public record Way(@Nullable String target, boolean busy) {

        private static final Way NOWHERE = new Way(null, false);
        private static final Way BUSY = new Way(null, true);
    }

    /** On the disk when this returns, see {@link Committing}. */
    public Way way(String code, Caller caller) {
        if (!Codes.sound(code)) {
            return Way.NOWHERE;
        }
        var known = codes.of(code);
        if (known == null) {
            return Way.BUSY;
        }
        if (known.target() == null) {
            return Way.NOWHERE;
        }
        var at = clock.millis();
        committing.commit(
                new Hit(known.brand(), known.link(), at, coming(caller, at), caller.address(), agent(caller), 0));
        return new Way(known.target(), false);
    }

    private Coming coming(Caller caller, long at) {
        var said = robots.coming(caller.agent());
        if (said != Coming.PERSON) {
            return said;
        }
        if (caller.looking()) {
            return Coming.PREVIEW;
        }
        return crowd.admits(caller.address(), at) ? Coming.PERSON : Coming.FLOOD;
    }

    private static String agent(Caller caller) {
        return caller.agent() == null ? "" : caller.agent();
    }
}
