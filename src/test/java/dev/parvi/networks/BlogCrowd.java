package dev.parvi.networks;

import dev.parvi.connector.Heard.Standing;
import dev.parvi.connector.wordpress.RealBlog;
import java.util.List;
import java.util.function.Predicate;

/** Six readers of a blog who comment; its team answers, rewrites, holds, marks as spam, throws away and erases. */
final class BlogCrowd extends Crowd {

    private static final List<String> PEOPLE = List.of("Aino", "Борис", "Chloé", "Darya", "Eero", "فاطمة");

    private final RealBlog blog;
    private final List<Long> posts;

    BlogCrowd(RealBlog blog, List<Long> posts, long seed, int most, long pause, Predicate<Uttered> heard) {
        super(seed, most, pause, heard);
        this.blog = blog;
        this.posts = posts;
    }

    @Override
    Uttered speak(String words) throws Exception {
        var below = chance(30) ? null : some(Uttered::open);
        var post = below == null ? posts.get(random.nextInt(posts.size())) : number(below.root);
        var parent = below == null ? 0 : number(below.id);
        var root = name("p", post);
        if (chance(8)) {
            var id = blog.ours(post, parent, html(words));
            return comment(name("c", id), root, below, blog.user(), true, words);
        }
        var by = PEOPLE.get(person());
        var id = blog.visitor(post, parent, by, html(words));
        var uttered = comment(name("c", id), root, below, by, false, words);
        stand(uttered, Standing.HELD);
        if (chance(80)) {
            status(uttered, chance(85) ? Standing.SHOWN : Standing.SPAM);
        }
        return uttered;
    }

    @Override
    void turn() throws Exception {
        var which = some(each -> !each.gone);
        if (which == null) {
            return;
        }
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> rewrite(which);
            case 4, 5 -> status(which, Standing.SHOWN);
            case 6 -> status(which, Standing.HELD);
            case 7 -> status(which, Standing.SPAM);
            case 8 -> status(which, Standing.DELETED);
            default -> erase(which);
        }
    }

    private void rewrite(Uttered which) throws Exception {
        var words = which.text + " (muokattu " + random.nextInt(1_000_000) + ")";
        blog.rewrite(number(which.id), html(words));
        reword(which, words);
    }

    private void status(Uttered which, Standing standing) throws Exception {
        if (which.standing != standing) {
            blog.status(
                    number(which.id),
                    switch (standing) {
                        case HELD -> "hold";
                        case SPAM -> "spam";
                        case DELETED -> "trash";
                        case SHOWN, HIDDEN -> "approved";
                    });
            stand(which, standing);
        }
    }

    /** For good; what answered it answers from then on what it had answered. */
    private void erase(Uttered which) throws Exception {
        blog.erase(number(which.id));
        vanish(which);
        all().stream().filter(each -> each.below.equals(which.id)).forEach(each -> lift(each, which.below));
    }

    private String name(String kind, long number) {
        return blog.site.getAuthority() + "/?" + kind + "=" + number;
    }

    private static long number(String name) {
        return Long.parseLong(name.substring(name.lastIndexOf('=') + 1));
    }

    private static String html(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
