package dev.parvi.planning;

import dev.parvi.planning.Draft.Own;
import dev.parvi.shared.PostId;
import dev.parvi.shared.VersionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a draft into the versions of its post: what each account will be sent is kept current at every save. */
@Component
class Keeping {

    private final Versions versions;
    private final Tracks tracks;

    Keeping(Versions versions, Tracks tracks) {
        this.versions = versions;
        this.tracks = tracks;
    }

    /**
     * What a save did.
     *
     * @param contents whether anything that will be sent is different now
     * @param planned the planned versions whose content is different now
     */
    record Changes(boolean contents, List<VersionId> planned) {}

    /** A version as it shall be; {@code was} is null for a new one, {@code own} is null for one that is taken off. */
    private record Change(@Nullable Version was, @Nullable Own own, Content content) {

        boolean contents() {
            return was == null || own == null || !was.content().equals(content);
        }
    }

    /** What stands in the way of a version that has its time; such a one must be able to go out at any moment. */
    Optional<Saved.Refused> refused(Draft draft, Composed before) {
        return changes(draft, before).stream()
                .filter(Change::contents)
                .filter(each -> each.was() != null && each.was().planned())
                .flatMap(each -> refused(draft, each.own(), each.content(), before))
                .findFirst();
    }

    private static Stream<Saved.Refused> refused(Draft draft, @Nullable Own own, Content content, Composed before) {
        var place = own == null ? null : before.places().get(own.account());
        return own == null || place == null
                ? Stream.empty()
                : Checks.of(draft, own, place, content).stream()
                        .filter(Warning::hard)
                        .map(warning -> new Saved.Refused(place, warning));
    }

    /** @throws AlreadyUnderWay when the content of a version that was claimed would change */
    Changes keep(PostId post, Draft draft, Composed before) {
        var changes = changes(draft, before);
        if (changes.stream()
                .anyMatch(each ->
                        each.contents() && each.was() != null && each.was().sealed())) {
            throw new AlreadyUnderWay();
        }
        changes.forEach(each -> write(post, each));
        return new Changes(
                changes.stream().anyMatch(Change::contents),
                changes.stream()
                        .filter(Change::contents)
                        .map(Change::was)
                        .filter(Objects::nonNull)
                        .filter(Version::planned)
                        .map(Version::id)
                        .toList());
    }

    private List<Change> changes(Draft draft, Composed before) {
        var pictures = draft.arranged(before.pictures());
        var changes = new ArrayList<Change>();
        for (var own : draft.versions()) {
            if (before.places().containsKey(own.account())) {
                changes.add(change(draft, own, before, pictures));
            }
        }
        before.versions().stream()
                .filter(each ->
                        draft.versions().stream().noneMatch(own -> own.account().equals(each.account())))
                .map(each -> left(draft, each, before, pictures))
                .forEach(changes::add);
        return changes;
    }

    /** A version that has its time stays, whatever the form says: it's taken off the calendar first. */
    private Change left(Draft draft, Version version, Composed before, List<PostPicture> pictures) {
        return version.planned() || version.sealed()
                ? change(draft, new Own(version.account(), version.own(), version.pictures()), before, pictures)
                : new Change(version, null, version.content());
    }

    private Change change(Draft draft, Own own, Composed before, List<PostPicture> pictures) {
        var was = before.on(own.account()).orElse(null);
        var place = before.places().get(own.account());
        var content = place == null && was != null
                ? was.content()
                : tracks.reserved(before.post().id(), draft, own, Objects.requireNonNull(place), pictures);
        return new Change(was, own, content);
    }

    private void write(PostId post, Change change) {
        var was = change.was();
        var own = change.own();
        if (own == null) {
            versions.delete(Objects.requireNonNull(was).id());
        } else if (was == null) {
            versions.add(post, own, change.content());
        } else {
            versions.put(was.id(), own, change.content());
        }
    }
}
