package dev.parvi.page;

import dev.parvi.brand.Branding;
import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.Mails;
import dev.parvi.platform.Token;
import dev.parvi.ui.Languages;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Visitors follow the page of the brand whose scope it is by mail: they ask, and confirm by what was mailed to them. */
@Component
public class Following {

    static final Duration TOKEN_AGE = Duration.ofDays(7);

    private static final Duration AGAIN = Duration.ofHours(1);

    private final Followers followers;
    private final Sites sites;
    private final Branding branding;
    private final Paces paces;
    private final Stamps stamps;
    private final Mails mails;
    private final Languages languages;
    private final DeskSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Following(
            Followers followers,
            Sites sites,
            Branding branding,
            Paces paces,
            Stamps stamps,
            Mails mails,
            Languages languages,
            DeskSettings settings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.followers = followers;
        this.sites = sites;
        this.branding = branding;
        this.paces = paces;
        this.stamps = stamps;
        this.mails = mails;
        this.languages = languages;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    /** Whether one can follow by mail here at all. */
    public boolean byMail() {
        return mails.set();
    }

    /**
     * Somebody asks to follow. The answer is the same whether or not they follow already, so that nobody learns who does.
     *
     * @param trap a field that people don't see
     * @return a message key that says what's wrong; empty where a mail is on its way, or would be
     */
    @Transactional
    public String ask(String email, String trap, String stamp, Visitor visitor) {
        var address = email.strip();
        if (!trap.isEmpty() || !mails.set()) {
            return "";
        }
        if (!Remark.EMAIL.matcher(address).matches()) {
            return "page.email.wrong";
        }
        return switch (stamps.age(stamp)) {
            case TOO_YOUNG -> "page.form.quick";
            case TOO_OLD -> "page.form.old";
            case GOOD -> paces.allow(Paces.Kind.FOLLOW, visitor.origin()) ? invite(address) : "page.follow.pace";
        };
    }

    private String invite(String address) {
        var site = sites.of(branding.current());
        var token = Token.fresh();
        var now = clock.instant();
        followers.forget(now.minus(TOKEN_AGE));
        if (followers.ask(address, site.locale(), Hash.of("confirm", token), Token.fresh(), now.minus(AGAIN), now)) {
            try {
                send(site, address, token);
            } catch (IllegalArgumentException e) {
                return "page.email.wrong";
            }
        }
        return "";
    }

    private void send(Site site, String address, String token) {
        var words = languages.in(site.locale());
        mails.send(
                address,
                words.t("page.mail.confirm.subject", "page", site.name()),
                words.t("page.mail.confirm.text", "page", site.name(), "link", link(site, "/follow/" + token)));
    }

    /** @return whether the token was good: who opens an old one asks again */
    @Transactional
    public boolean confirm(String token) {
        var now = clock.instant();
        var follower = followers.confirm(Hash.of("confirm", token), now.minus(TOKEN_AGE), now);
        follower.ifPresent(
                id -> events.publishEvent(new PageFollowed(branding.current().id(), id)));
        return follower.isPresent();
    }

    /**
     * Somebody whom the sample brand made up follows at once: behind the address is nobody who could be asked.
     *
     * @throws IllegalStateException for a brand that is no sample
     */
    @Transactional
    public void invent(String email) {
        var brand = branding.current();
        if (!brand.sample()) {
            throw new IllegalStateException("Nobody follows " + brand.handle() + " without being asked");
        }
        var now = clock.instant();
        var token = Hash.of("confirm", Token.fresh());
        followers.ask(email, brand.language(), token, Token.fresh(), now.minus(AGAIN), now);
        followers.confirm(token, now.minus(TOKEN_AGE), now);
    }

    /** Forgets a follower; nothing is kept of them. Asking twice is fine. */
    @Transactional
    public void leave(String wayOut) {
        followers.leave(wayOut);
    }

    private String link(Site site, String path) {
        return settings.publicAddress().toString().replaceFirst("/$", "") + site.at(path);
    }
}
