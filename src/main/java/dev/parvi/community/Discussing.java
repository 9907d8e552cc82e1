package dev.parvi.community;

import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.brand.Branding;
import dev.parvi.community.AnsweredQuestions.Alike;
import dev.parvi.community.AnsweredQuestions.Open;
import dev.parvi.community.Discussion.Dimension;
import dev.parvi.community.Discussion.Known;
import dev.parvi.community.Discussion.Lively;
import dev.parvi.community.Discussion.Patterns;
import dev.parvi.community.Discussion.Quiet;
import dev.parvi.community.PostTalks.Silent;
import dev.parvi.connector.Connectors;
import dev.parvi.connector.Descriptor;
import dev.parvi.planning.Mixing;
import dev.parvi.publishing.HandingIn;
import dev.parvi.shared.ConversationId;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows how people talk with each other, and where they stopped; any member may look. */
@Component
public class Discussing {

    /** People talk there just now: at least two of them, at least five comments, the last within a day. */
    public static final Duration LIVE = Duration.ofHours(24);

    public static final int LIVE_PEOPLE = 2;

    /** A talk among so many stopped when nobody spoke for two days; after two weeks it's over. */
    public static final int FALLEN_PEOPLE = 3;

    public static final Duration FALLEN = Duration.ofDays(2);
    private static final Duration OVER = Duration.ofDays(14);

    /** A post was missed when nobody spoke for a day; after a week it's too late to ask again. */
    public static final Duration UNHEARD = Duration.ofDays(1);

    private static final Duration MISSED = Duration.ofDays(7);

    /** Two questions are alike when they share so many stems, and these are this part of the stems of both. */
    public static final int SHARED = 2;

    public static final int ALIKE_PERCENT = 60;

    /** Posts are counted once they are so old, since talk takes its time. */
    public static final Duration RIPE = Duration.ofDays(3);

    private static final int EACH = 10;
    private static final int LOOKED = 60;
    private static final int QUESTIONS = 30;

    private final Glances glances;
    private final Listings listings;
    private final Exchanges exchanges;
    private final PostTalks posts;
    private final AnsweredQuestions questions;
    private final HandingIn handingIn;
    private final Mixing mixing;
    private final Connecting connecting;
    private final Connectors connectors;
    private final Branding branding;
    private final Clock clock;

    Discussing(
            Glances glances,
            Listings listings,
            Exchanges exchanges,
            PostTalks posts,
            AnsweredQuestions questions,
            HandingIn handingIn,
            Mixing mixing,
            Connecting connecting,
            Connectors connectors,
            Branding branding,
            Clock clock) {
        this.glances = glances;
        this.listings = listings;
        this.exchanges = exchanges;
        this.posts = posts;
        this.questions = questions;
        this.handingIn = handingIn;
        this.mixing = mixing;
        this.connecting = connecting;
        this.connectors = connectors;
        this.branding = branding;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Discussion discussion(Seat seat) {
        var now = clock.instant();
        var accounts = connecting.open().stream()
                .collect(Collectors.toMap(Account::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        return new Discussion(
                live(now),
                quiet(posts.fallen(now.minus(OVER), now.minus(FALLEN), FALLEN_PEOPLE, EACH)),
                quiet(posts.unheard(now.minus(MISSED), now.minus(UNHEARD), EACH)),
                known(),
                patterns(now, accounts.values()),
                accounts,
                connectors.all().stream().collect(Collectors.toMap(Descriptor::network, Function.identity())),
                now);
    }

    private List<Lively> live(Instant now) {
        var ids = glances.discussed(now.minus(LIVE), LOOKED);
        var talks = listings.all(ids);
        var counted = exchanges.of(ids);
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(talks.get(id)))
                .map(talk -> new Lively(talk, counted.getOrDefault(talk.id(), Exchange.NOTHING)))
                .filter(each -> each.exchange().people() >= LIVE_PEOPLE)
                .limit(EACH)
                .toList();
    }

    private List<Quiet> quiet(List<Silent> silent) {
        var deliveries =
                handingIn.standing(silent.stream().map(Silent::delivery).toList());
        return silent.stream()
                .flatMap(each -> Stream.ofNullable(deliveries.get(each.delivery()))
                        .map(delivery -> new Quiet(
                                each.delivery(),
                                each.conversation(),
                                delivery.account(),
                                delivery.text(),
                                each.since(),
                                each.comments(),
                                each.people())))
                .toList();
    }

    private List<Known> known() {
        var open = questions.open(LOOKED, QUESTIONS);
        var alike = questions.alike(open.stream().map(Open::comment).toList(), SHARED, ALIKE_PERCENT / 100.0).stream()
                .collect(Collectors.toMap(Alike::asked, Function.identity()));
        return open.stream()
                .flatMap(each -> Stream.ofNullable(alike.get(each.comment())).map(before -> known(each, before)))
                .limit(EACH)
                .toList();
    }

    private static Known known(Open open, Alike alike) {
        return new Known(
                open.conversation(),
                open.comment(),
                open.who(),
                open.text(),
                open.at(),
                alike.shared(),
                (int) Math.round(alike.alike() * 100),
                alike.conversation(),
                alike.questionText(),
                alike.answer(),
                alike.answerText(),
                alike.answeredAt(),
                alike.profile(),
                alike.who());
    }

    private Patterns patterns(Instant now, Iterable<Account> accounts) {
        var groups = posts.groups(
                now.minus(Noticing.FIRST), now.minus(RIPE), branding.current().zone());
        var pillars = mixing.pillars().stream()
                .collect(Collectors.toMap(each -> each.id().toString(), each -> each.name()));
        var places = new LinkedHashMap<String, String>();
        accounts.forEach(each -> places.put(each.id().toString(), each.name()));
        return Patterning.of(groups, Map.of(Dimension.PILLAR, pillars, Dimension.ACCOUNT, places));
    }

    /** What went on in one conversation. */
    @Transactional(readOnly = true)
    public Exchange exchange(ConversationId id) {
        return exchanges.of(List.of(id)).getOrDefault(id, Exchange.NOTHING);
    }
}
