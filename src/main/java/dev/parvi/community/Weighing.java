package dev.parvi.community;

import dev.parvi.community.PostTalks.Weighed;
import dev.parvi.planning.Describing;
import dev.parvi.publishing.Delivery;
import dev.parvi.publishing.HandingIn;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps, for each post of ours on each account, what it is and how many spoke under it. Runs once a minute. */
@Component
class Weighing {

    private static final int AT_ONCE = 500;

    private final PostTalks posts;
    private final HandingIn handingIn;
    private final Describing describing;
    private final Clock clock;

    Weighing(PostTalks posts, HandingIn handingIn, Describing describing, Clock clock) {
        this.posts = posts;
        this.handingIn = handingIn;
        this.describing = describing;
        this.clock = clock;
    }

    /** In the brand whose scope it is; at most 500 new ones and 500 under which somebody spoke, the rest next time. */
    @Transactional
    public void weigh() {
        var now = clock.instant();
        var fresh = posts.fresh(now.minus(Noticing.FIRST), AT_ONCE);
        var deliveries = handingIn.standing(fresh);
        var natures = describing.of(deliveries.values().stream()
                .map(Delivery::version)
                .filter(Objects::nonNull)
                .toList());
        var weighed = deliveries.values().stream()
                .filter(each -> each.publishedAt() != null)
                .map(each -> new Weighed(each, each.version() == null ? null : natures.get(each.version())))
                .toList();
        posts.add(weighed, now);
        posts.count(now, AT_ONCE);
    }
}
