package dev.parvi.audience;

import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.audience.Follows.Joined;
import dev.parvi.community.Acquainting;
import dev.parvi.tracking.Arriving;
import dev.parvi.tracking.Arriving.Arrival;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Says by what somebody came who joined: a post that they spoke under, or a tracked link to the account that somebody came by right before. Networks
 * don't say it, so the latter goes by time alone, and one coming stands for one join at most.
 */
@Component
class Tracing {

    /** Who joined within this time after they spoke under a post came by it. */
    static final Duration BY_POST = Duration.ofDays(7);

    /** Who joined within this time after somebody came by a link to the account came by that. */
    static final Duration BY_LINK = Duration.ofMinutes(30);

    private final Follows follows;
    private final Acquainting acquainting;
    private final Arriving arriving;
    private final Connecting connecting;
    private final Campaigns campaigns;

    Tracing(Follows follows, Acquainting acquainting, Arriving arriving, Connecting connecting, Campaigns campaigns) {
        this.follows = follows;
        this.acquainting = acquainting;
        this.arriving = arriving;
        this.connecting = connecting;
        this.campaigns = campaigns;
    }

    /** @param joined in the order in which they joined */
    void trace(List<Joined> joined) {
        if (joined.isEmpty()) {
            return;
        }
        var accounts = connecting.open().stream()
                .collect(Collectors.toMap(each -> each.id().value(), Function.identity()));
        var tags = campaigns.all().stream()
                .filter(each -> !each.tag().isEmpty())
                .collect(Collectors.toMap(Campaign::tag, Campaign::id, (latest, older) -> latest));
        for (var each : joined) {
            if (!byPost(each)) {
                var account = accounts.get(each.account());
                if (account != null) {
                    byLink(each, account, tags);
                }
            }
        }
    }

    private boolean byPost(Joined joined) {
        if (joined.profile() == null) {
            return false;
        }
        var post = acquainting.spokeUnder(joined.profile(), joined.joined().minus(BY_POST), joined.joined());
        post.ifPresent(each -> follows.came(joined.id(), "POST", each.value()));
        return post.isPresent();
    }

    private void byLink(Joined joined, Account account, Map<String, Long> tags) {
        // Where the network doesn't say since when, it was at some time since the reading before.
        var before = joined.told() ? BY_LINK : BY_LINK.plus(Gathering.PAUSE);
        var from = joined.joined().minus(before);
        var came = arriving.at(account.address(), from, joined.joined());
        if (came.size() > follows.traced(joined.account(), from, joined.joined())) {
            credit(joined, came.getLast(), tags);
        }
    }

    private void credit(Joined joined, Arrival arrival, Map<String, Long> tags) {
        var campaign = tags.get(arrival.campaign());
        if (campaign == null) {
            follows.came(joined.id(), "LINK", arrival.link());
        } else {
            follows.came(joined.id(), "CAMPAIGN", campaign);
        }
    }
}
