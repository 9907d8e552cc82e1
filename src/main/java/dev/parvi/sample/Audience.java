package dev.parvi.sample;

import dev.parvi.page.Comment;
import dev.parvi.page.Commenting;
import dev.parvi.page.Liking;
import dev.parvi.page.Moderating;
import dev.parvi.page.Reading;
import dev.parvi.page.Remark;
import dev.parvi.page.Stamps;
import dev.parvi.page.Visitor;
import dev.parvi.platform.TravellingClock;
import dev.parvi.sample.Script.Act;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The people who come to the roastery's page: each likes and says what they came for. */
@Component
class Audience {

    private static final Duration TYPING = Duration.ofMinutes(1);
    private static final Duration BETWEEN = Duration.ofMinutes(95);

    private final Reading reading;
    private final Liking liking;
    private final Commenting commenting;
    private final Moderating moderating;
    private final Stamps stamps;
    private final Clock clock;

    Audience(Reading reading, Liking liking, Commenting commenting, Moderating moderating, Stamps stamps, Clock clock) {
        this.reading = reading;
        this.liking = liking;
        this.commenting = commenting;
        this.moderating = moderating;
        this.stamps = stamps;
        this.clock = clock;
    }

    /** After a post went out. The latest comment of all is a newcomer's and stays to be let in. */
    void comes(Seat seat, Story story, Act act, Instant since) {
        var slug = reading.front(null, null).posts().getFirst().slug();
        TravellingClock.run(since.plus(BETWEEN), () -> like(slug, act.likes()));
        var people = story.texts("person");
        var comments = story.texts(act.key() + ".comment");
        for (var n = 0; n < comments.size(); n++) {
            var person = last(act) ? people.size() - 1 : Math.floorMod(act.key().hashCode() + n * 3, people.size() - 1);
            comment(slug, people, person, comments.get(n), within(since.plus(BETWEEN.multipliedBy(n + 1L))));
        }
        if (!last(act)) {
            TravellingClock.run(within(since.plus(Duration.ofHours(8))), () -> letIn(seat));
        }
    }

    private static boolean last(Act act) {
        return act == Script.PAST.getLast();
    }

    private Instant within(Instant wanted) {
        var now = clock.instant();
        return wanted.isAfter(now) ? now : wanted;
    }

    private void like(String slug, int many) {
        for (var n = 0; n < many; n++) {
            liking.like(slug, true, visitor(100 + n));
        }
    }

    private void comment(String slug, List<String> people, int person, String text, Instant at) {
        var stamp = TravellingClock.<String, RuntimeException>at(at.minus(TYPING), stamps::stamp);
        TravellingClock.run(
                at,
                () -> commenting.say(slug, new Remark(people.get(person), "", text, null, "", stamp), visitor(person)));
    }

    private void letIn(Seat seat) {
        moderating
                .comments(seat, Comment.State.HELD, null)
                .forEach(held -> moderating.approve(seat, held.comment().id()));
    }

    /** Addresses of a range that stands for nobody (RFC 5737). */
    private static Visitor visitor(int number) {
        return new Visitor("sample visitor " + number, "203.0.113." + number % 256);
    }
}
