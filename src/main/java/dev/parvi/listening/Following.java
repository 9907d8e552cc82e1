package dev.parvi.listening;

import dev.parvi.listening.Source.Kind;
import dev.parvi.listening.Source.State;
import dev.parvi.shared.SourceId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which sources a brand follows, and how. Every member may look; who may write may change them. */
@Component
public class Following {

    /** So long members are told that a source is gone. */
    static final Duration NOTICE = Duration.ofDays(14);

    private static final int GONE = 5;

    private final Sources sources;
    private final Fetchings fetchings;
    private final TopicAlerts alerts;
    private final Clock clock;

    Following(Sources sources, Fetchings fetchings, TopicAlerts alerts, Clock clock) {
        this.sources = sources;
        this.fetchings = fetchings;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<Source> all(Seat seat) {
        return sources.all();
    }

    /** @throws NoSuchSource where there is none, or it was taken out */
    @Transactional(readOnly = true)
    public Source one(Seat seat, SourceId id) {
        return sources.of(id).filter(source -> source.state() != State.REMOVED).orElseThrow(NoSuchSource::new);
    }

    /** Sources that were found gone for good within {@link #NOTICE} and that nobody has seen to since, the latest first; at most five. */
    @Transactional(readOnly = true)
    public List<Source> gone(Seat seat) {
        return sources.gone(clock.instant().minus(NOTICE), GONE);
    }

    /**
     * What is followed already is only given the further topics; what was taken out comes back.
     *
     * @return its number, and whether it's new
     */
    @Transactional
    public Followed add(Seat seat, NewSource source) {
        seat.needs(Right.WRITE);
        var now = clock.instant();
        var added = sources.add(List.of(source), now).getFirst();
        if (added.fresh() && source.kind() != Kind.NETWORK) {
            fetchings.begin(List.of(source), each -> added.id(), now);
        }
        return new Followed(added.id(), added.fresh());
    }

    /** @param fresh whether it wasn't followed before */
    public record Followed(SourceId id, boolean fresh) {}

    /** @param name empty: as it calls itself */
    @Transactional
    public void rename(Seat seat, SourceId id, String name) {
        seat.needs(Right.WRITE);
        must(sources.rename(id, Sound.line(name, Fresh.NAME)));
    }

    /** @param weight is brought between {@link Source#LEAST} and {@link Source#MOST} */
    @Transactional
    public void weigh(Seat seat, SourceId id, int weight) {
        seat.needs(Right.WRITE);
        must(sources.weigh(id, Math.clamp(weight, Source.LEAST, Source.MOST)));
    }

    /** @param topics free words by which sources are sorted; empty ones and repetitions are left out */
    @Transactional
    public void about(Seat seat, SourceId id, List<String> topics) {
        seat.needs(Right.WRITE);
        must(sources.about(id, Tags.of(topics)));
    }

    /** @param language an ISO 639-1 code; empty: as its items say */
    @Transactional
    public void speaks(Seat seat, SourceId id, String language) {
        seat.needs(Right.WRITE);
        must(sources.speaks(id, Sound.line(language, 8).toLowerCase(Locale.ROOT)));
    }

    /** It's read on, and shown nowhere. */
    @Transactional
    public void mute(Seat seat, SourceId id, boolean muted) {
        seat.needs(Right.WRITE);
        must(sources.mute(id, muted ? clock.instant() : null));
    }

    @Transactional
    public void pause(Seat seat, SourceId id) {
        seat.needs(Right.WRITE);
        one(seat, id);
        sources.stands(id, State.PAUSED, "", "");
        fetchings.never(id);
    }

    /** Also tries one again that failed or was retired. */
    @Transactional
    public void resume(Seat seat, SourceId id) {
        seat.needs(Right.WRITE);
        one(seat, id);
        sources.stands(id, State.LIVE, "", "");
        fetchings.soon(id, clock.instant());
        alerts.back(id);
    }

    /** Its items stay in the stories that they tell. */
    @Transactional
    public void remove(Seat seat, SourceId id) {
        seat.needs(Right.WRITE);
        one(seat, id);
        sources.stands(id, State.REMOVED, "", "");
        fetchings.never(id);
    }

    static String host(String address) {
        try {
            var host = URI.create(address).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static void must(boolean there) {
        if (!there) {
            throw new NoSuchSource();
        }
    }
}
