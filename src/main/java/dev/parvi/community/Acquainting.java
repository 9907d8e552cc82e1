package dev.parvi.community;

import dev.parvi.shared.CommentId;
import dev.parvi.shared.DeliveryId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells other rooms who speaks to the brand whose scope it is, and what. Without those who were erased. */
@Component
public class Acquainting {

    private final Acquaintances acquaintances;

    Acquainting(Acquaintances acquaintances) {
        this.acquaintances = acquaintances;
    }

    /**
     * @param id the number of the profile
     * @param key made of the network's lasting name of them
     * @param spoke when they last spoke
     */
    public record Acquaintance(
            long id, String network, UUID key, String name, String handle, String address, Instant spoke) {}

    /**
     * What somebody does among the others, since a time.
     *
     * @param said how often they spoke
     * @param started utterances that at least two others answered
     * @param helped questions of others that they answered
     * @param listened how many others answered them
     * @param glad utterances that sounded glad
     */
    public record Part(long profile, int said, int started, int helped, int listened, int glad) {}

    /** A post of ours, how many spoke below it, and who. */
    public record Echo(
            DeliveryId delivery, long account, Instant posted, int comments, int people, List<Long> speakers) {}

    /** Who said these; never we. */
    @Transactional(readOnly = true)
    public List<Acquaintance> speakers(Collection<CommentId> comments) {
        return acquaintances.speakers(comments);
    }

    /** The latest words of each, at most so many. */
    @Transactional(readOnly = true)
    public Map<Long, List<String>> said(Collection<Long> profiles, int each) {
        return acquaintances.said(profiles, each);
    }

    /** The post of ours under which somebody last spoke between two instants. */
    @Transactional(readOnly = true)
    public Optional<DeliveryId> spokeUnder(long profile, Instant from, Instant to) {
        return acquaintances.spokeUnder(profile, from, to);
    }

    /** Those who did something for the others, the most of it first. */
    @Transactional(readOnly = true)
    public List<Part> parts(Instant since, int most) {
        return acquaintances.parts(since, most);
    }

    /** Our posts since then that somebody spoke under. */
    @Transactional(readOnly = true)
    public List<Echo> echoes(Instant since) {
        return acquaintances.echoes(since);
    }
}
