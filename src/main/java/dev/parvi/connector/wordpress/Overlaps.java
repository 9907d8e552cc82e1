package dev.parvi.connector.wordpress;

import dev.parvi.connector.Parcel;
import dev.parvi.connector.Unfulfilled;
import dev.parvi.connector.wordpress.Drafts.There;
import java.util.List;
import java.util.Optional;

/**
 * Puts right what callers that overlapped did to a post. Drafts may share a slug, but the blog puts a number behind that of a
 * post which is published while another still has it ({@code wp_unique_post_slug}).
 */
final class Overlaps {

    private static final int TRIES = 3;

    private Overlaps() {}

    /**
     * The parcel's one post, under its own slug. Where the blog can't be brought to that within three tries it's left as it is:
     * it's out, and found by its number too.
     */
    static There settled(Session session, Parcel parcel, There out) {
        var there = out;
        try {
            for (var n = 0; n < TRIES && there.out() && numbered(parcel, there); n++) {
                there = settling(session, parcel, there);
            }
        } catch (Unfulfilled e) {
            // readers see it all the same
        }
        return there;
    }

    private static boolean numbered(Parcel parcel, There there) {
        return !there.slug().equals(Slugs.of(parcel)) && Slugs.all(parcel).contains(there.slug());
    }

    private static There settling(Session session, Parcel parcel, There there) throws Unfulfilled {
        var others = Drafts.find(session, parcel).stream()
                .filter(each -> each.id() != there.id())
                .toList();
        var other = chosen(parcel, there, others);
        if (other.isPresent()) {
            Drafts.forget(session, there);
            return other.get();
        }
        others.stream().filter(There::draft).forEach(each -> Drafts.forget(session, each));
        var body = Rest.object().put("slug", Slugs.of(parcel));
        return There.of(Drafts.told(session, "wp/v2/posts/" + there.id(), body).body());
    }

    /** The one that another caller published and answers: who has the slug came first, and where nobody has it who was made first. */
    private static Optional<There> chosen(Parcel parcel, There there, List<There> others) {
        var out = others.stream().filter(There::out).toList();
        return out.stream()
                .filter(each -> !numbered(parcel, each))
                .findFirst()
                .or(() -> out.stream().filter(each -> each.id() < there.id()).findFirst());
    }
}
