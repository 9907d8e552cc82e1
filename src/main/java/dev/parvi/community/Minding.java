package dev.parvi.community;

import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.connector.Connectors;
import dev.parvi.connector.Descriptor;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.MemberId;
import dev.parvi.team.Colleague;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.team.Staffing;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the inbox to who minds it, and keeps the views they made; any member may look. */
@Component
public class Minding {

    /** Conversations on one page. */
    public static final int PAGE = 40;

    /** The most characters of a view's name. */
    public static final int NAME = 60;

    private final Sifting sifting;
    private final AnswerDrafts drafts;
    private final SavedViews views;
    private final Connecting connecting;
    private final Connectors connectors;
    private final Staffing staffing;
    private final Clock clock;

    Minding(
            Sifting sifting,
            AnswerDrafts drafts,
            SavedViews views,
            Connecting connecting,
            Connectors connectors,
            Staffing staffing,
            Clock clock) {
        this.sifting = sifting;
        this.drafts = drafts;
        this.views = views;
        this.connecting = connecting;
        this.connectors = connectors;
        this.staffing = staffing;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Inbox inbox(Seat seat, Sieve sieve, String after) {
        var colleagues = staffing.colleagues(seat);
        return new Inbox(
                seat.member(),
                sifting.page(sieve, after, PAGE),
                sifting.counts(),
                sieve.builtIn() ? null : sifting.count(sieve),
                connecting.open().stream()
                        .collect(Collectors.toMap(Account::id, Function.identity(), (a, b) -> a, LinkedHashMap::new)),
                connectors.all().stream().collect(Collectors.toMap(Descriptor::network, Function.identity())),
                colleagues,
                writing(seat, colleagues),
                views.of(seat.member()),
                clock.instant());
    }

    private Map<ConversationId, List<String>> writing(Seat seat, List<Colleague> colleagues) {
        var names = new HashMap<MemberId, String>();
        colleagues.forEach(each -> names.put(each.member().id(), each.member().name()));
        var writing = new HashMap<ConversationId, List<String>>();
        drafts.writing(clock.instant()).forEach((conversation, members) -> {
            var others = members.stream()
                    .filter(each -> !each.equals(seat.member()))
                    .map(names::get)
                    .filter(Objects::nonNull)
                    .toList();
            if (!others.isEmpty()) {
                writing.put(conversation, others);
            }
        });
        return writing;
    }

    /**
     * Keeps a view; one of the same name is replaced.
     *
     * @param everybodys whether all members see it
     * @return false without a name, or with one that is too long
     */
    @Transactional
    public boolean keep(Seat seat, String name, boolean everybodys, Map<String, String> query) {
        seat.needs(Right.MODERATE);
        var called = name.strip();
        if (called.isEmpty() || called.length() > NAME) {
            return false;
        }
        views.put(seat.member(), everybodys, Clean.text(called, NAME), query, clock.instant());
        return true;
    }

    @Transactional
    public void forget(Seat seat, long view) {
        seat.needs(Right.MODERATE);
        views.drop(seat.member(), view);
    }
}
