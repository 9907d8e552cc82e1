package dev.parvi.page;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.parvi.brand.Branding;
import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.Mails;
import dev.parvi.platform.Recurring;
import dev.parvi.platform.Tenant;
import dev.parvi.ui.Languages;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails each new post to those who follow, some hundreds at a time, so that publishing never waits for it. */
@Configuration(proxyBeanMethods = false)
class Telling {

    private static final int AT_ONCE = 200;
    /** After an outage or a restore nobody wants mail about what is old by then. */
    private static final Duration NEWS = Duration.ofDays(1);

    private final PagePosts posts;
    private final Followers followers;
    private final Sites sites;
    private final Branding branding;
    private final Mails mails;
    private final Languages languages;
    private final DeskSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Telling(
            PagePosts posts,
            Followers followers,
            Sites sites,
            Branding branding,
            Mails mails,
            Languages languages,
            DeskSettings settings,
            Clock clock,
            TransactionTemplate transaction) {
        this.posts = posts;
        this.followers = followers;
        this.sites = sites;
        this.branding = branding;
        this.mails = mails;
        this.languages = languages;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Bean
    static Task<?> pageNews(Telling telling) {
        return Recurring.every("page-news", Duration.ofSeconds(20), telling::tellAll);
    }

    void tellAll() {
        if (mails.set()) {
            branding.all().forEach(brand -> Tenant.run(brand, this::tellOfBrand));
        }
    }

    /** Goes on until nobody is left; each step is kept, so that an end in between repeats at most none. */
    private void tellOfBrand() {
        var more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> step()));
        }
    }

    private boolean step() {
        var next = posts.untold();
        if (next.isEmpty()) {
            return false;
        }
        var post = next.get();
        // Those who follow a sample are made up.
        if (branding.current().sample() || post.at().isBefore(clock.instant().minus(NEWS))) {
            posts.told(post.id(), null);
            return true;
        }
        var some = followers.after(post.told(), AT_ONCE);
        var site = sites.of(branding.current());
        some.forEach(follower -> send(site, follower, post));
        posts.told(
                post.id(),
                some.size() < AT_ONCE ? null : Long.valueOf(some.getLast().id()));
        return true;
    }

    private static String subject(Site site, PagePosts.Untold post) {
        var begins = Prose.beginning(post.title().isBlank() ? post.text() : post.title(), 70);
        return (begins.isEmpty() ? site.name() : site.name() + ": " + begins).replaceAll("\\p{Cntrl}", " ");
    }

    private void send(Site site, Followers.Follower follower, PagePosts.Untold post) {
        var words = languages.in(follower.language());
        var base = settings.publicAddress().toString().replaceFirst("/$", "");
        mails.send(
                follower.email(),
                subject(site, post),
                words.t(
                        "page.mail.news.text",
                        "page",
                        site.name(),
                        "text",
                        post.text(),
                        "link",
                        base + site.at("/" + post.slug()),
                        "out",
                        base + site.at("/unfollow/" + follower.wayOut())));
    }
}
