package dev.parvi.page.web;

import dev.parvi.page.Comment;
import dev.parvi.page.PagePost;
import dev.parvi.page.Place;
import dev.parvi.page.Reviewed;
import dev.parvi.page.Site;
import dev.parvi.page.Strand;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What pages hold, in the words of schema.org as JSON-LD. */
@Component
class LinkedData {

    private static final int COMMENTS = 20;

    private final JsonMapper json;

    LinkedData(JsonMapper json) {
        this.json = json;
    }

    String blog(Site site, String home, List<PagePost> posts, UnaryOperator<String> whole) {
        var blog = thing("Blog")
                .put("@context", "https://schema.org")
                .put("name", site.name())
                .put("description", site.lead())
                .put("url", home)
                .put("inLanguage", site.locale().getLanguage());
        blog.set("publisher", publisher(site, home));
        var list = blog.putArray("blogPost");
        posts.forEach(post -> list.add(thing("BlogPosting")
                .put("headline", post.headline())
                .put("url", whole.apply(site.at("/" + post.slug())))
                .put("datePublished", post.at().toString())));
        return safe(blog);
    }

    String post(Site site, Place.Here here, String home, String address, List<Head.Image> pictures) {
        var post = here.post();
        var data = thing("BlogPosting")
                .put("@context", "https://schema.org")
                .put("headline", post.headline())
                .put("articleBody", post.text())
                .put("url", address)
                .put("mainEntityOfPage", address)
                .put("datePublished", post.at().toString())
                .put("inLanguage", post.language().isEmpty() ? site.locale().getLanguage() : post.language())
                .put("commentCount", post.comments());
        data.set("author", publisher(site, home));
        data.set("publisher", publisher(site, home));
        data.set(
                "interactionStatistic",
                thing("InteractionCounter")
                        .put("interactionType", "https://schema.org/LikeAction")
                        .put("userInteractionCount", post.likes()));
        pictures.forEach(picture -> data.withArray("image").add(picture.address()));
        post.tags().forEach(tag -> data.withArray("keywords").add(tag));
        shown(here).limit(COMMENTS).forEach(comment -> data.withArray("comment").add(comment(comment)));
        return safe(data);
    }

    /** An average only where there is something that it's of. */
    String reviews(Site site, String home, Reviewed reviewed) {
        var brand = thing("Organization")
                .put("@context", "https://schema.org")
                .put("name", site.brand().name())
                .put("url", home);
        if (reviewed.ratings().count() > 0) {
            brand.set(
                    "aggregateRating",
                    thing("AggregateRating")
                            .put("ratingValue", reviewed.ratings().average())
                            .put("reviewCount", reviewed.ratings().count())
                            .put("bestRating", 5)
                            .put("worstRating", 1));
        }
        reviewed.reviews().stream()
                .map(Strand::comment)
                .filter(review -> review.state() == Comment.State.SHOWN && review.stars() != null)
                .limit(COMMENTS)
                .forEach(review -> brand.withArray("review").add(review(review)));
        return safe(brand);
    }

    private ObjectNode review(Comment review) {
        var said = thing("Review")
                .put("reviewBody", review.text())
                .put("datePublished", review.at().toString());
        said.set("author", thing("Person").put("name", review.name()));
        said.set(
                "reviewRating",
                thing("Rating").put("ratingValue", review.stars()).put("bestRating", 5));
        return said;
    }

    private static Stream<Comment> shown(Place.Here here) {
        return here.comments().stream().flatMap(Strand::all).filter(comment -> comment.state() == Comment.State.SHOWN);
    }

    private ObjectNode comment(Comment comment) {
        var said = thing("Comment")
                .put("text", comment.text())
                .put("dateCreated", comment.at().toString());
        said.set("author", thing(comment.ours() ? "Organization" : "Person").put("name", comment.name()));
        return said;
    }

    private ObjectNode publisher(Site site, String home) {
        return thing("Organization").put("name", site.brand().name()).put("url", home);
    }

    private ObjectNode thing(String type) {
        return json.createObjectNode().put("@type", type);
    }

    /** Within a script element only {@code <} could end it early. */
    private static String safe(ObjectNode data) {
        return data.toString()
                .replace("<", "\\u003c")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
