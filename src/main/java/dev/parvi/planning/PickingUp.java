package dev.parvi.planning;

import dev.parvi.listening.Browsing;
import dev.parvi.listening.Story;
import dev.parvi.listening.Told;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.IdeaId;
import dev.parvi.shared.PillarId;
import dev.parvi.shared.PostId;
import dev.parvi.shared.StoryId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes posts and ideas of stories: the news, a quote, who says so, and the link. */
@Component
public class PickingUp {

    private final Browsing browsing;
    private final Composing composing;
    private final Jotting jotting;
    private final Pillars pillars;
    private final Places places;
    private final Origins origins;
    private final Clock clock;

    PickingUp(
            Browsing browsing,
            Composing composing,
            Jotting jotting,
            Pillars pillars,
            Places places,
            Origins origins,
            Clock clock) {
        this.browsing = browsing;
        this.composing = composing;
        this.jotting = jotting;
        this.pillars = pillars;
        this.places = places;
        this.origins = origins;
        this.clock = clock;
    }

    /**
     * What may be made of a story, and what was.
     *
     * @param made posts of ours that were made of it, published or not, with the beginning of their words
     */
    public record Offer(Story story, List<Pillar> pillars, Map<PostId, String> made) {}

    /** @throws dev.parvi.listening.NoSuchStory where there is none */
    @Transactional(readOnly = true)
    public Offer offer(Seat seat, StoryId id) {
        var story = browsing.one(seat, id).story();
        return new Offer(story, pillars.all(), origins.made(story.id()));
    }

    /**
     * Begins a post of it.
     *
     * @param pillar null for none
     * @throws dev.parvi.listening.NoSuchStory where there is none
     */
    @Transactional
    public PostId write(Seat seat, StoryId id, @Nullable PillarId pillar) {
        seat.needs(Right.WRITE);
        var told = browsing.one(seat, id);
        var known = pillars.all().stream().map(Pillar::id).anyMatch(each -> each.equals(pillar));
        var post = composing.start(seat, draft(told, known ? pillar : null));
        origins.add(post, told.story().id(), clock.instant());
        return post;
    }

    /** Keeps it for later, among the ideas. */
    @Transactional
    public IdeaId keep(Seat seat, StoryId id) {
        seat.needs(Right.WRITE);
        var told = browsing.one(seat, id);
        return jotting.add(seat, NewsQuote.said(told), NewsQuote.link(told), "");
    }

    private Draft draft(Told told, @Nullable PillarId pillar) {
        var open = places.of(List.of()).keySet().stream().toList();
        var language = told.story().language();
        return new Draft(
                new Wording("", NewsQuote.said(told), List.of(), List.of(), NewsQuote.link(told)),
                "",
                List.of(),
                language.equals("und") ? "" : language,
                pillar,
                List.of(),
                (open.size() == 1 ? open : List.<AccountId>of())
                        .stream().map(Draft.Own::same).toList(),
                0,
                "");
    }
}
