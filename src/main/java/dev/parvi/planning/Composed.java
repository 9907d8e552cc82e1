package dev.parvi.planning;

import dev.parvi.planning.Draft.Own;
import dev.parvi.shared.AccountId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A post with all that belongs to it, as it stands. {@code places} are all accounts it goes to or could go to. */
public record Composed(Post post, List<Version> versions, List<PostPicture> pictures, Map<AccountId, Place> places) {

    public Optional<Version> on(AccountId account) {
        return versions.stream().filter(each -> each.account().equals(account)).findFirst();
    }

    /** Whether somebody's yes or a time on the calendar rests on what it says now. */
    public boolean settled() {
        return post.state().approved() || versions.stream().anyMatch(each -> each.planned() || each.sealed());
    }

    /** What would be typed to get what stands there. */
    public Draft draft() {
        return new Draft(
                post.words(),
                post.quote(),
                post.tags(),
                post.language(),
                post.pillar(),
                pictures.stream()
                        .map(each -> new Draft.Picture(each.id(), each.alt(), each.crop(), each.part()))
                        .toList(),
                versions.stream()
                        .map(each -> new Own(each.account(), each.own(), each.pictures()))
                        .sorted(Comparator.comparingLong(own -> own.account().value()))
                        .toList(),
                post.revision(),
                "");
    }
}
