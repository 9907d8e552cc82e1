package dev.parvi.community;

import dev.parvi.community.Discussion.Against;
import dev.parvi.community.Discussion.Dimension;
import dev.parvi.community.Discussion.Kind;
import dev.parvi.community.Discussion.Patterns;
import dev.parvi.community.PostTalks.Group;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says of groups of posts what can honestly be said. */
final class Patterning {

    private static final String ALL = "ALL";

    private Patterning() {}

    /** @param names what values are called, by dimension; one without a name that should have one is left out */
    static Patterns of(List<Group> groups, Map<Dimension, Map<String, String>> names) {
        var all = groups.stream().filter(each -> each.dimension().equals(ALL)).findFirst();
        var kinds = groups.stream()
                .filter(each -> !each.dimension().equals(ALL))
                .flatMap(each -> kind(each, all.orElseThrow(), names).stream())
                .sorted(Comparator.comparing((Kind kind) -> kind.dimension())
                        .thenComparing(Patterning::order)
                        .thenComparing(kind -> -kind.posts())
                        .thenComparing(Kind::name))
                .toList();
        return new Patterns(
                all.map(Group::posts).orElse(0), all.map(Patterning::spread).orElse(null), kinds);
    }

    private static Optional<Kind> kind(Group group, Group all, Map<Dimension, Map<String, String>> names) {
        var dimension = Dimension.valueOf(group.dimension());
        var called = names.get(dimension);
        var name = called == null ? group.value() : called.getOrDefault(group.value(), "");
        var spread = spread(group);
        var people = spread == null ? 0 : (double) group.people() / group.posts();
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new Kind(
                        dimension,
                        group.value(),
                        name,
                        group.posts(),
                        spread,
                        people,
                        against(spread, rest(group, all))));
    }

    /** Days and hours in their order, the others by how much is said, those of which nothing can be said last. */
    private static double order(Kind kind) {
        if (kind.dimension() == Dimension.WEEKDAY || kind.dimension() == Dimension.HOURS) {
            return Integer.parseInt(kind.value());
        }
        return kind.comments() == null ? 1 : -1 - kind.comments().mean();
    }

    private static @Nullable Spread rest(Group group, Group all) {
        var posts = all.posts() - group.posts();
        return posts < Spread.LEAST
                ? null
                : Spread.of(posts, all.comments() - group.comments(), all.squares() - group.squares());
    }

    private static Against against(@Nullable Spread one, @Nullable Spread others) {
        if (one == null || others == null || !one.apart(others)) {
            return Against.UNSURE;
        }
        return one.mean() > others.mean() ? Against.MORE : Against.LESS;
    }

    private static @Nullable Spread spread(Group group) {
        return group.posts() < Spread.LEAST ? null : Spread.of(group.posts(), group.comments(), group.squares());
    }
}
