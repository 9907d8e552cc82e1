package dev.parvi.planning;

import dev.parvi.planning.Draft.Own;
import dev.parvi.shared.PostId;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether a post may go out as it stands: no hard warning stands in its way. */
@Component
class Readiness {

    private final Posts posts;
    private final Versions versions;
    private final Places places;

    Readiness(Posts posts, Versions versions, Places places) {
        this.posts = posts;
        this.versions = versions;
        this.places = places;
    }

    /** @throws CannotPlan with the first hard warning on a version that wasn't claimed yet */
    void demand(PostId id) {
        var post = posts.get(id).orElseThrow(() -> new NoSuchPost(id));
        var all = versions.of(id);
        var composed = new Composed(
                post,
                all,
                List.of(),
                places.of(all.stream().map(Version::account).toList()));
        all.stream().filter(each -> !each.sealed()).forEach(each -> demand(composed, each));
    }

    private static void demand(Composed composed, Version version) {
        var place = composed.places().get(version.account());
        if (place == null) {
            return;
        }
        var own = new Own(version.account(), version.own(), version.pictures());
        Checks.of(composed.draft(), own, place, version.content()).stream()
                .filter(Warning::hard)
                .findFirst()
                .ifPresent(warning -> refuse(place, warning));
    }

    static void refuse(Place place, Warning warning) {
        var values = new HashMap<>(warning.values());
        values.put("account", place.network().name() + " · " + place.account().name());
        throw new CannotPlan("planning.cannot." + warning.kind(), new Warning(warning.kind(), values).pairs());
    }
}
