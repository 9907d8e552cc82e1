package dev.parvi.planning;

import dev.parvi.platform.Media;
import dev.parvi.shared.PostId;
import dev.parvi.team.Seat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a new draft that says what another post says. */
@Component
public class Copying {

    private final Composing composing;
    private final PostMedia media;

    Copying(Composing composing, PostMedia media) {
        this.composing = composing;
        this.media = media;
    }

    /** Goes to the same accounts, as far as they're still connected. */
    @Transactional
    public PostId copy(Seat seat, PostId from) {
        var old = composing.get(from);
        var id = composing.start(seat);
        var ids = new HashMap<Long, Long>();
        for (var picture : old.pictures()) {
            var kept = new Media(picture.hash(), picture.type(), 0, picture.width(), picture.height());
            ids.put(picture.id(), media.add(id, kept, picture.alt(), picture.crop(), picture.part()));
        }
        composing.save(seat, id, copied(old, ids));
        return id;
    }

    private static Draft copied(Composed old, Map<Long, Long> ids) {
        var draft = old.draft();
        return new Draft(
                draft.words(),
                draft.quote(),
                draft.tags(),
                draft.language(),
                draft.pillar(),
                draft.pictures().stream()
                        .map(each -> new Draft.Picture(
                                Objects.requireNonNull(ids.get(each.id())), each.alt(), each.crop(), each.part()))
                        .toList(),
                draft.versions().stream()
                        .filter(own -> old.places().values().stream()
                                .anyMatch(place -> place.id().equals(own.account())
                                        && place.account().open()))
                        .map(own -> new Draft.Own(own.account(), own.words(), renamed(own.pictures(), ids)))
                        .toList(),
                0,
                "");
    }

    private static @Nullable List<Long> renamed(@Nullable List<Long> pictures, Map<Long, Long> ids) {
        return pictures == null
                ? null
                : pictures.stream().map(ids::get).filter(Objects::nonNull).toList();
    }
}
