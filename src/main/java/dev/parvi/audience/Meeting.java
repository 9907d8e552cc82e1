package dev.parvi.audience;

import dev.parvi.audience.Crowd.Which;
import dev.parvi.community.Belonging;
import dev.parvi.team.Seat;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows who the audience are, each with the reasons why they fit or don't; any member may look. */
@Component
public class Meeting implements Belonging {

    private static final int PAGE = 50;

    private final Faces faces;
    private final Onlookers onlookers;

    Meeting(Faces faces, Onlookers onlookers) {
        this.faces = faces;
        this.onlookers = onlookers;
    }

    /** @param before where the page before ended; 0 for the first */
    @Transactional(readOnly = true)
    public Crowd people(Seat seat, Which which, long before) {
        var found = faces.page(which == Which.ALL ? "" : which.name(), before == 0 ? Long.MAX_VALUE : before, PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        return new Crowd(shown, found.size() > PAGE ? shown.getLast().id() : 0);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, Told> of(Collection<Long> profiles) {
        var told = new HashMap<Long, Told>();
        onlookers
                .of(profiles)
                .forEach((profile, fit) -> told.put(
                        profile,
                        new Told(
                                "audience.fit." + fit.verdict().name(),
                                fit.reasons().stream()
                                        .map(each -> new Because(
                                                "audience.because."
                                                        + each.ground().name(),
                                                each.word()))
                                        .toList())));
        return told;
    }
}
