package dev.parvi.page.web;

import dev.parvi.page.Front;
import dev.parvi.page.PagePost;
import dev.parvi.page.Picture;
import dev.parvi.page.Place;
import dev.parvi.page.Prose;
import dev.parvi.page.Reviewed;
import dev.parvi.page.Site;
import dev.parvi.platform.DeskSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Describes the pages to those who don't read them: search engines, and networks that draw a card. */
@Component
class Described {

    private static final int LARGE = 1_600;
    private static final int DESCRIPTION = 200;

    private final DeskSettings settings;
    private final LinkedData data;

    Described(DeskSettings settings, LinkedData data) {
        this.settings = settings;
        this.data = data;
    }

    /** The whole address of something at this desk. */
    String whole(String path) {
        return settings.publicAddress().toString().replaceFirst("/$", "") + path;
    }

    Head front(Site site, Front front, @Nullable Long before) {
        var address = whole(site.at(before == null ? "" : "?before=" + before));
        return new Head(
                site.name(),
                Prose.beginning(site.lead(), DESCRIPTION),
                address,
                "website",
                front.posts().stream()
                        .flatMap(post -> post.allPictures().stream())
                        .findFirst()
                        .map(picture -> image(site, picture))
                        .orElse(null),
                "",
                before == null ? data.blog(site, whole(site.at("")), front.posts(), this::whole) : "",
                before == null);
    }

    Head post(Site site, Place.Here here) {
        var post = here.post();
        var pictures = pictures(site, post);
        return new Head(
                post.headline().isEmpty() ? site.name() : post.headline(),
                post.summary(),
                whole(site.at("/" + post.slug())),
                "article",
                pictures.isEmpty() ? null : pictures.getFirst(),
                post.at().toString(),
                data.post(site, here, whole(site.at("")), whole(site.at("/" + post.slug())), pictures),
                true);
    }

    Head about(Site site) {
        return plain(site, site.at("/about"), true);
    }

    Head reviews(Site site, Reviewed reviewed, @Nullable Long before) {
        var path = site.at("/reviews" + (before == null ? "" : "?before=" + before));
        return new Head(
                site.name(),
                Prose.beginning(site.lead(), DESCRIPTION),
                whole(path),
                "website",
                null,
                "",
                data.reviews(site, whole(site.at("")), reviewed),
                before == null);
    }

    Head gone(Site site) {
        return plain(site, site.at(""), false);
    }

    Head unlisted(Site site) {
        return plain(site, site.at("/about"), false);
    }

    private Head plain(Site site, String path, boolean listed) {
        return new Head(
                site.name(), Prose.beginning(site.lead(), DESCRIPTION), whole(path), "website", null, "", "", listed);
    }

    private List<Head.Image> pictures(Site site, PagePost post) {
        var shown = post.allPictures();
        var card = post.card();
        if (shown.isEmpty() && card != null && card.picture() != null) {
            return List.of(new Head.Image(whole(site.at("/media/" + card.picture() + "?w=" + LARGE)), 0, 0, ""));
        }
        return shown.stream().map(picture -> image(site, picture)).toList();
    }

    private Head.Image image(Site site, Picture picture) {
        var width = Math.min(LARGE, picture.width());
        return new Head.Image(
                whole(Drawing.address(site, picture)),
                width,
                (int) ((long) picture.height() * width / Math.max(1, picture.width())),
                picture.alt());
    }
}
