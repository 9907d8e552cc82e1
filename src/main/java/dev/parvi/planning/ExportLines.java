package dev.parvi.planning;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.PillarId;
import dev.parvi.shared.PostId;
import dev.parvi.shared.VersionId;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An entry of the calendar as lines of a table: the post, then what follows in its thread, its first comments, and what single
 * accounts say in their own words; {@link ImportFile.Part} says which is which. Sections of pictures have no place in a table.
 *
 * @param address where a picture can be had, by its hash
 */
record ExportLines(
        Map<AccountId, Place> places,
        Map<PostId, Post> posts,
        Map<VersionId, Version> versions,
        Map<PostId, List<PostPicture>> pictures,
        Map<PillarId, String> pillars,
        UnaryOperator<String> address) {

    List<List<String>> of(Entry entry) {
        var post = Objects.requireNonNull(posts.get(entry.post()));
        var shown = pictures.getOrDefault(entry.post(), List.of());
        var lines = new ArrayList<List<String>>();
        lines.add(head(entry, post, with(shown, 0)));
        lines.addAll(below(post.words(), "", shown));
        for (var version : entry.versions()) {
            var own = versions.get(version);
            if (own != null && own.own() != null) {
                lines.add(own(name(own.account()), own.own()));
                lines.addAll(below(own.own(), name(own.account()), List.of()));
            }
        }
        return lines;
    }

    private List<String> head(Entry entry, Post post, List<PostPicture> shown) {
        var words = post.words();
        return List.of(
                entry.accounts().stream()
                        .map(this::name)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.joining("|")),
                entry.at().toLocalDate().toString(),
                entry.at().toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString(),
                words.title(),
                words.text(),
                words.link(),
                String.join(" ", post.tags()),
                post.pillar() == null ? "" : pillars.getOrDefault(post.pillar(), ""),
                addresses(shown),
                alts(shown),
                words.excerpt(),
                words.category(),
                post.language(),
                post.quote(),
                "",
                entry.state().name(),
                entry.fates().stream()
                        .map(Fates.Fate::address)
                        .filter(Objects::nonNull)
                        .map(URI::toString)
                        .collect(Collectors.joining(" ")));
    }

    private List<List<String>> below(Wording words, String account, List<PostPicture> shown) {
        var lines = new ArrayList<List<String>>();
        for (var n = 0; n < words.parts().size(); n++) {
            lines.add(line(account, words.parts().get(n), with(shown, n + 1), ImportFile.Part.NEXT));
        }
        words.comments().forEach(each -> lines.add(line(account, each, List.of(), ImportFile.Part.COMMENT)));
        return lines;
    }

    private List<String> line(String account, String text, List<PostPicture> shown, ImportFile.Part part) {
        return List.of(
                account,
                "",
                "",
                "",
                text,
                "",
                "",
                "",
                addresses(shown),
                alts(shown),
                "",
                "",
                "",
                "",
                part.word(),
                "",
                "");
    }

    private static List<String> own(String account, Wording words) {
        return List.of(
                account,
                "",
                "",
                words.title(),
                words.text(),
                words.link(),
                "",
                "",
                "",
                "",
                words.excerpt(),
                words.category(),
                "",
                "",
                ImportFile.Part.OWN.word(),
                "",
                "");
    }

    private String name(AccountId account) {
        var place = places.get(account);
        return place == null ? "" : place.account().name();
    }

    private static List<PostPicture> with(List<PostPicture> shown, int part) {
        return shown.stream().filter(each -> each.part() == part).toList();
    }

    private String addresses(List<PostPicture> shown) {
        return joined(shown, each -> address.apply(each.hash()));
    }

    /** In the pictures' order; a bar within one would be taken for the next. */
    private static String alts(List<PostPicture> shown) {
        return shown.stream().allMatch(each -> each.alt().isBlank())
                ? ""
                : joined(shown, each -> each.alt().replace('|', '/'));
    }

    private static String joined(List<PostPicture> shown, Function<PostPicture, String> what) {
        return shown.stream().map(what).collect(Collectors.joining("|"));
    }
}
