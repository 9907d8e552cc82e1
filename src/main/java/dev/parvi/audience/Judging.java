package dev.parvi.audience;

import dev.parvi.audience.Follows.Joined;
import dev.parvi.audience.Onlookers.Judged;
import dev.parvi.audience.Onlookers.Stale;
import dev.parvi.brand.Aiming;
import dev.parvi.brand.TargetAudienceChanged;
import dev.parvi.community.Acquainting;
import dev.parvi.community.CommentsHeard;
import dev.parvi.community.PersonErased;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Holds whoever follows or speaks against the target audience, and again when one of both has changed. */
@Component
class Judging {

    /** Who joined within this time after they spoke under a post came by it. */
    static final Duration BY_POST = Duration.ofDays(7);

    static final int BATCH = 200;
    private static final int HEARD = 20;
    private static final int WORDS = 10;

    private final Overheard overheard;
    private final Onlookers onlookers;
    private final Follows follows;
    private final Acquainting acquainting;
    private final Aiming aiming;
    private final Clock clock;

    Judging(
            Overheard overheard,
            Onlookers onlookers,
            Follows follows,
            Acquainting acquainting,
            Aiming aiming,
            Clock clock) {
        this.overheard = overheard;
        this.onlookers = onlookers;
        this.follows = follows;
        this.acquainting = acquainting;
        this.aiming = aiming;
        this.clock = clock;
    }

    /** @return how many batches of what was said are done; 0 when there are no more */
    @Transactional
    int hear() {
        var comments = overheard.take(HEARD);
        if (!comments.isEmpty()) {
            onlookers.speaking(acquainting.speakers(comments));
        }
        return comments.size();
    }

    /** @return how many were judged; 0 when nobody is left */
    @Transactional
    int judge() {
        var stale = onlookers.stale(BATCH);
        if (stale.isEmpty()) {
            return 0;
        }
        var yardstick = new Yardstick(aiming.current());
        var said = acquainting.said(
                stale.stream()
                        .flatMap(each -> Stream.ofNullable(each.profile()))
                        .toList(),
                WORDS);
        onlookers.judged(
                stale.stream()
                        .map(each -> judged(
                                yardstick,
                                each,
                                each.profile() == null ? List.of() : said.getOrDefault(each.profile(), List.of())))
                        .toList(),
                clock.instant());
        follows.joined(stale.stream().map(Stale::id).toList(), clock.instant().minus(BY_POST))
                .forEach(this::trace);
        return stale.size();
    }

    private static Judged judged(Yardstick yardstick, Stale stale, List<String> said) {
        var seen = new Seen(stale.name(), stale.handle(), stale.about(), stale.place(), said);
        var words = said.isEmpty() ? stale.about() : String.join("\n", said);
        return new Judged(
                stale.id(), yardstick.judge(seen), Spoken.language(words).orElse(""));
    }

    private void trace(Joined joined) {
        acquainting
                .spokeUnder(joined.profile(), joined.joined().minus(BY_POST), joined.joined())
                .ifPresent(post -> follows.came(joined.id(), "POST", post.value()));
    }

    /** Within the transaction that takes it in: one row, whatever was said. */
    @EventListener
    void on(CommentsHeard heard) {
        if (!heard.comments().isEmpty()) {
            overheard.add(heard.comments());
        }
    }

    @EventListener
    void on(TargetAudienceChanged changed) {
        onlookers.stale();
    }

    @EventListener
    void on(PersonErased erased) {
        onlookers.erase(erased.profiles(), clock.instant());
    }
}
