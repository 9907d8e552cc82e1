package dev.parvi.planning;

import dev.parvi.connector.Message.Crop;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.PillarId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that somebody has typed and chosen on a post, as it is to be saved.
 *
 * @param pictures those the post has, in their new order; one that isn't named is taken off
 * @param versions the accounts it goes to; one that isn't named is taken off, unless it's planned already
 * @param revision the one that was being edited
 * @param window which window it comes from, so that a window never conflicts with itself
 */
public record Draft(
        Wording words,
        String quote,
        List<String> tags,
        String language,
        @Nullable PillarId pillar,
        List<Picture> pictures,
        List<Own> versions,
        int revision,
        String window) {

    /**
     * What was said of a picture.
     *
     * @param part which part of the thread it goes with; 0 is the first
     */
    public record Picture(long id, String alt, @Nullable Crop crop, int part) {

        /** One that goes with the first part. */
        public Picture(long id, String alt, @Nullable Crop crop) {
            this(id, alt, crop, 0);
        }
    }

    /**
     * @param words null where the account says what all say
     * @param pictures which of the post's pictures go along; null for all
     */
    public record Own(
            AccountId account,
            @Nullable Wording words,
            @Nullable List<Long> pictures) {

        Own tidy() {
            return words == null ? this : new Own(account, words.tidy(), pictures);
        }

        public static Own same(AccountId account) {
            return new Own(account, null, null);
        }
    }

    /** A first draft of a text for accounts that all say the same. */
    public static Draft of(String text, List<AccountId> accounts) {
        return new Draft(
                Wording.of(text),
                "",
                List.of(),
                "",
                null,
                List.of(),
                accounts.stream().map(Own::same).toList(),
                0,
                "");
    }

    /** Without pictures that the post hasn't, and with line ends as they are kept. */
    Draft tidy(List<PostPicture> had) {
        var known = had.stream().map(PostPicture::id).collect(Collectors.toSet());
        return new Draft(
                words.tidy(),
                quote.strip(),
                tags,
                language,
                pillar,
                pictures.stream().filter(each -> known.contains(each.id())).toList(),
                versions.stream()
                        .map(Own::tidy)
                        .sorted(Comparator.comparingLong(own -> own.account().value()))
                        .toList(),
                revision,
                window);
    }

    /** The pictures of the post in their new order, with what was said of each. */
    List<PostPicture> arranged(List<PostPicture> had) {
        var known = had.stream().collect(Collectors.toMap(PostPicture::id, Function.identity()));
        return pictures.stream()
                .flatMap(each -> Stream.ofNullable(known.get(each.id())).map(was -> was.with(each)))
                .toList();
    }

    /** Whether it says the same, whoever says it. */
    boolean says(Draft other) {
        return with(0, "").equals(other.with(0, ""));
    }

    public Draft with(int otherRevision, String otherWindow) {
        return new Draft(words, quote, tags, language, pillar, pictures, versions, otherRevision, otherWindow);
    }

    Draft in(String otherLanguage) {
        return new Draft(words, quote, tags, otherLanguage, pillar, pictures, versions, revision, window);
    }

    public Draft with(Wording other) {
        return new Draft(other, quote, tags, language, pillar, pictures, versions, revision, window);
    }
}
