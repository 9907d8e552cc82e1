package dev.parvi.audience;

import dev.parvi.audience.Cherished.One;
import dev.parvi.audience.Cherished.Role;
import dev.parvi.audience.Crowd.Face;
import dev.parvi.brand.Voice;
import dev.parvi.brand.Voicing;
import dev.parvi.community.Acquainting;
import dev.parvi.community.Acquainting.Part;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows who starts talks, helps others and is listened to, and whom to thank; any member may look. */
@Component
public class Cherishing {

    private static final Duration SINCE = Duration.ofDays(90);
    private static final int MOST = 200;

    private final Acquainting acquainting;
    private final Faces faces;
    private final Voicing voicing;
    private final Clock clock;

    Cherishing(Acquainting acquainting, Faces faces, Voicing voicing, Clock clock) {
        this.acquainting = acquainting;
        this.faces = faces;
        this.voicing = voicing;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Cherished people(Seat seat) {
        var parts = acquainting.parts(clock.instant().minus(SINCE), MOST);
        var byProfile = faces.profiles(parts.stream().map(Part::profile).toList()).stream()
                .collect(Collectors.toMap(
                        each -> Objects.requireNonNull(each.profile()), Function.identity(), (a, b) -> a));
        var voice = voicing.current();
        return new Cherished(parts.stream()
                .flatMap(part -> one(part, byProfile, voice))
                .filter(each -> !each.roles().isEmpty())
                .toList());
    }

    private static Stream<One> one(Part part, Map<Long, Face> faces, Voice voice) {
        var face = faces.get(part.profile());
        return face == null
                ? Stream.empty()
                : Stream.of(new One(
                        part,
                        face,
                        face.language(),
                        voice.address().get(face.language()),
                        Stream.of(Role.values()).filter(role -> role.of(part)).toList()));
    }
}
