package dev.parvi.publishing;

import dev.parvi.platform.Mails;
import dev.parvi.platform.WebPush;
import dev.parvi.platform.WebPush.Subscription;
import dev.parvi.team.Pushing;
import dev.parvi.team.Seat;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Members say of what they want to be told in a brand, and in which browsers; everybody for themselves. */
@Component
public class Wishing {

    private final Wishes wishes;
    private final Pushing pushing;
    private final Mails mails;
    private final WebPush push;
    private final Clock clock;

    Wishing(Wishes wishes, Pushing pushing, Mails mails, WebPush push, Clock clock) {
        this.wishes = wishes;
        this.pushing = pushing;
        this.mails = mails;
        this.push = push;
        this.clock = clock;
    }

    /**
     * @param mails whether the desk can send mail at all
     * @param browsers in how many browsers the member has alerts shown
     * @param pushKey what a browser needs to subscribe
     */
    public record Wanted(Wish wish, boolean mails, int browsers, String pushKey) {}

    @Transactional
    public Wanted wanted(Seat seat) {
        return new Wanted(
                wishes.of(seat.member()).orElseGet(() -> Wish.usual(seat.roles())),
                mails.set(),
                pushing.browsers(seat.member()),
                push.publicKey());
    }

    @Transactional
    public void want(Seat seat, Wish wish) {
        wishes.put(seat, wish);
    }

    /** False for what no browser would say. */
    @Transactional
    public boolean subscribe(Seat seat, Subscription browser) {
        if (browser.sound()) {
            pushing.add(seat.member(), browser, clock.instant());
            return true;
        }
        return false;
    }

    @Transactional
    public void unsubscribe(Seat seat, String endpoint) {
        pushing.forget(seat.member(), endpoint);
    }
}
