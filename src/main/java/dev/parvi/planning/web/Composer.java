package dev.parvi.planning.web;

import dev.parvi.connector.Descriptor;
import dev.parvi.connector.Descriptor.Feature;
import dev.parvi.connector.Message.Crop;
import dev.parvi.connector.Previews;
import dev.parvi.planning.ApprovalStep;
import dev.parvi.planning.Composed;
import dev.parvi.planning.Draft;
import dev.parvi.planning.Fates;
import dev.parvi.planning.PillarChoice;
import dev.parvi.planning.Place;
import dev.parvi.planning.Post;
import dev.parvi.planning.PostPicture;
import dev.parvi.planning.Saved;
import dev.parvi.planning.Version;
import dev.parvi.planning.View;
import dev.parvi.planning.Wording;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.VersionId;
import dev.parvi.ui.Page;
import dev.parvi.ui.Parts;
import gg.jte.Content;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the composer's templates show.
 *
 * @param draft what stands in the fields: what is kept, or what was typed and couldn't be
 * @param saved what became of the last save; null where there was none
 * @param refusal the message of why a file wasn't taken, or why a save was refused; empty for none
 * @param replan whether it may be planned now and couldn't before this save, or the other way round
 * @param may who looks may write, may approve
 */
public record Composer(
        Composed composed,
        Draft draft,
        List<View> views,
        @Nullable Saved saved,
        String refusal,
        boolean replan,
        May may,
        String window,
        List<PillarChoice> pillars,
        Map<VersionId, Fates.Fate> fates,
        List<ApprovalStep> story,
        Parts parts) {

    private static final List<String> LANGUAGES = List.of(
            "en", "fi", "sv", "ru", "de", "fr", "es", "it", "pt", "nl", "pl", "et", "lv", "lt", "da", "nb", "uk", "cs",
            "ja");

    /** What the reader may do here. */
    public record May(boolean write, boolean approve, boolean approval) {}

    Composer replanned(boolean now) {
        return new Composer(composed, draft, views, saved, refusal, now, may, window, pillars, fates, story, parts);
    }

    public Post post() {
        return composed.post();
    }

    /** Whether all of it is under way or out. */
    public boolean gone() {
        return !versions().isEmpty() && versions().stream().allMatch(Version::sealed);
    }

    public Collection<Place> places() {
        return composed.places().values();
    }

    public String at(Page page) {
        return page.at("/posts/" + post().id());
    }

    /** Saved as it's typed, unless a yes or a time on the calendar rests on it. */
    public boolean live() {
        return may.write() && !composed.settled();
    }

    public boolean chosen(AccountId account) {
        return draft.versions().stream().anyMatch(own -> own.account().equals(account));
    }

    /** Whether it can't be unchosen here: it has its time. */
    public boolean fixed(AccountId account) {
        return composed.on(account)
                .filter(each -> each.planned() || each.sealed())
                .isPresent();
    }

    public Optional<Draft.Own> own(AccountId account) {
        return draft.versions().stream()
                .filter(own -> own.account().equals(account))
                .findFirst();
    }

    public Wording words(AccountId account) {
        return own(account).map(Draft.Own::words).orElse(Wording.of(""));
    }

    public boolean hasOwn(AccountId account) {
        return own(account).map(Draft.Own::words).isPresent();
    }

    public @Nullable List<Long> some(AccountId account) {
        return own(account).map(Draft.Own::pictures).orElse(null);
    }

    public boolean any(Feature feature) {
        return places().stream().anyMatch(place -> place.network().has(feature));
    }

    /** The pictures in the order of the fields, with what is typed of each. */
    public List<PostPicture> pictures() {
        return draft.pictures().stream()
                .flatMap(each -> composed.pictures().stream()
                        .filter(had -> had.id() == each.id())
                        .map(had -> new PostPicture(
                                had.id(),
                                had.hash(),
                                had.type(),
                                had.width(),
                                had.height(),
                                each.alt(),
                                each.crop(),
                                each.part())))
                .toList();
    }

    public Crop crop(PostPicture picture) {
        return Objects.requireNonNullElse(picture.crop(), new Crop(0, 0, 1000, 1000));
    }

    /** The rule that bites first among the accounts chosen. */
    public Optional<Descriptor.TextRule> strictest() {
        return views.stream()
                .map(view -> view.place().network().text())
                .min(Comparator.comparingInt(Descriptor.TextRule::limit));
    }

    public List<String> languages() {
        return LANGUAGES.contains(draft.language()) || draft.language().isEmpty()
                ? LANGUAGES
                : Stream.concat(LANGUAGES.stream(), Stream.of(draft.language())).toList();
    }

    public String language(Page page, String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(page.locale());
    }

    public Content drawn(Page page, View view, View.Part part) {
        var account = view.place().account();
        var frame =
                new Previews.Frame(account.name(), account.handle(), "", hash -> page.at("/media/" + hash + "?w=960"));
        var template = view.template().isEmpty() ? "planning/web/plain" : view.template();
        return parts.of(template, Map.of("drawing", part.drawing(), "frame", frame));
    }

    public boolean cardless() {
        return may.write() && views.stream().anyMatch(View::cardless);
    }

    public List<Version> versions() {
        return composed.versions();
    }
}
