package dev.parvi.networks;

import dev.parvi.connector.Heard.Kind;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.connector.bluesky.RealView;
import dev.parvi.connector.bluesky.RealView.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Six people who answer our posts, mention and quote us, and delete; we hide and unhide. */
final class BlueskyCrowd extends Crowd {

    private final RealView view;
    private final Person us;
    private final List<String> posts;
    private final List<Person> people = new ArrayList<>();
    private final Map<String, Person> said = new HashMap<>();
    private final Map<String, Set<String>> hidden = new HashMap<>();
    private final Set<String> goneRoots = new HashSet<>();

    BlueskyCrowd(
            RealView view, Person us, List<String> posts, long seed, int most, long pause, Predicate<Uttered> heard)
            throws Exception {
        super(seed, most, pause, heard);
        this.view = view;
        this.us = us;
        this.posts = posts;
        for (var i = 0; i < PEOPLE; i++) {
            people.add(view.person());
        }
    }

    @Override
    Uttered speak(String words) throws Exception {
        var kind = random.nextInt(100);
        var by = people.get(person());
        if (kind < 6) {
            var id = view.mention(by, us, words);
            return told(by, new Uttered(id, Kind.MENTION, id, null, by.handle(), false, words + " @" + us.handle()));
        }
        if (kind < 12) {
            var id = view.quote(by, post(), words);
            return told(by, new Uttered(id, Kind.QUOTE, id, null, by.handle(), false, words));
        }
        if (kind < 15) {
            var root = view.post(people.get(person()), "Muiden puhetta " + words);
            var id = view.mention(by, us, words, root, root);
            return told(by, new Uttered(id, Kind.MENTION, root, null, by.handle(), false, words + " @" + us.handle()));
        }
        return answer(kind < 22 ? us : by, words);
    }

    private Uttered answer(Person by, String words) throws Exception {
        var below = chance(25) ? null : some(each -> !each.gone && !goneRoots.contains(each.root));
        var root = below == null ? post() : below.root;
        var id = view.reply(by, root, below == null ? root : below.id, words);
        var said = told(by, comment(id, root, below, by.handle(), by == us, words));
        said.unheard = below != null && apart(below);
        return said;
    }

    /** Whether it stands below something deleted: no thread leads there. */
    private boolean apart(Uttered which) {
        for (Uttered up = which; up != null; up = above(up)) {
            if (up.gone) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Uttered above(Uttered which) {
        return all().stream()
                .filter(each -> each.id.equals(which.below))
                .findFirst()
                .orElse(null);
    }

    private Uttered told(Person by, Uttered said) {
        this.said.put(said.id, by);
        return said;
    }

    private String post() {
        return posts.get(random.nextInt(posts.size()));
    }

    @Override
    void turn() throws Exception {
        if (chance(45)) {
            delete();
        } else {
            hide();
        }
    }

    private void delete() throws Exception {
        // Now and then what takes others along before they were heard.
        var anything = chance(20);
        var which = some(each -> !each.gone && (anything || heard(each)));
        if (which != null) {
            view.delete(Objects.requireNonNull(said.get(which.id)), which.id);
            vanish(which);
            // Answers to it stand in no thread from now on.
            below(which).forEach(this::cutOff);
            if (which.id.equals(which.root)) {
                all().stream().filter(each -> each.root.equals(which.root)).forEach(this::cutOff);
            }
            if (which.id.equals(which.root)) {
                goneRoots.add(which.id);
            }
        }
    }

    private void hide() throws Exception {
        var which = some(each -> !each.gone && !each.us && posts.contains(each.root));
        if (which != null) {
            var list = hidden.computeIfAbsent(which.root, root -> new LinkedHashSet<>());
            var hide = list.add(which.id);
            if (!hide) {
                list.remove(which.id);
            }
            view.hide(us, which.root, list);
            stand(which, hide ? Standing.HIDDEN : Standing.SHOWN);
        }
    }
}
