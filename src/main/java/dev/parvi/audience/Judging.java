package dev.parvi.audience;

import dev.parvi.audience.Onlookers.Judged;
import dev.parvi.audience.Onlookers.Stale;
import dev.parvi.brand.Aiming;
import dev.parvi.brand.TargetAudienceChanged;
import dev.parvi.community.Acquainting;
import dev.parvi.community.CommentsHeard;
import dev.parvi.community.PersonErased;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Holds whoever follows or speaks against the target audience, and again when one of both has changed. */
@Component
class Judging {

    static final int BATCH = 200;
    private static final int HEARD = 20;
    private static final int WORDS = 10;

    private final Overheard overheard;
    private final Onlookers onlookers;
    private final Follows follows;
    private final Tracing tracing;
    private final Acquainting acquainting;
    private final Aiming aiming;
    private final Clock clock;

    Judging(
            Overheard overheard,
            Onlookers onlookers,
            Follows follows,
            Tracing tracing,
            Acquainting acquainting,
            Aiming aiming,
            Clock clock) {
        this.overheard = overheard;
        this.onlookers = onlookers;
        this.follows = follows;
        this.tracing = tracing;
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
        tracing.trace(follows.joined(
                stale.stream().map(Stale::id).toList(), clock.instant().minus(Tracing.BY_POST)));
        return stale.size();
    }

    private static Judged judged(Yardstick yardstick, Stale stale, List<String> said) {
        var seen = new Seen(stale.name(), stale.handle(), stale.about(), stale.place(), said);
        var words = said.isEmpty() ? stale.about() : String.join("\n", said);
        return new Judged(
                stale.id(), yardstick.judge(seen), Spoken.language(words).orElse(""));
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
