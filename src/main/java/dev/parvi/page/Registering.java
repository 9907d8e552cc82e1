package dev.parvi.page;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells who follows the page of the brand whose scope it is by mail; the connector calls it. */
@Component
public class Registering {

    private final Followers followers;

    Registering(Followers followers) {
        this.followers = followers;
    }

    /**
     * @param called their address without what stands between its first letter and the sign: enough to tell two apart, too little to
     *     write to
     */
    public record Registered(long id, String called, Instant since) {}

    /** Those with a higher number, in the order of numbers. */
    @Transactional(readOnly = true)
    public List<Registered> followers(long after, int most) {
        return followers.confirmed(after, most).stream()
                .map(each -> new Registered(each.id(), veiled(each.email()), each.at()))
                .toList();
    }

    /** How many there are. */
    @Transactional(readOnly = true)
    public long count() {
        return followers.count();
    }

    private static String veiled(String email) {
        return email.substring(0, 1) + "…" + email.substring(email.indexOf('@'));
    }
}
