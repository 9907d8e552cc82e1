package dev.parvi.networks;

import dev.parvi.connector.Heard.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What the desk's inbox held at one moment, to be compared with what was said. */
final class InboxSeen {

    private final Map<String, List<JsonNode>> said = new HashMap<>();
    private final Map<String, JsonNode> talks = new HashMap<>();

    InboxSeen(JsonNode told) {
        told.path("said")
                .forEach(each -> said.computeIfAbsent(each.path("id").asString(), id -> new ArrayList<>())
                        .add(each));
        told.path("talks").forEach(each -> talks.put(each.path("root").asString(), each));
    }

    int size() {
        return said.values().stream().mapToInt(List::size).sum();
    }

    /** Whether it stands here with the words that it has now. */
    boolean holds(Uttered one) {
        var kept = said.get(one.id);
        return kept != null && kept.getFirst().path("text").asString().equals(one.text);
    }

    /** What isn't as it should be, a line each. */
    List<String> differences(List<Uttered> all) {
        var differences = new ArrayList<String>();
        var known = all.stream().collect(Collectors.toMap(each -> each.id, each -> each));
        var roots = all.stream().map(each -> each.root).collect(Collectors.toSet());
        said.forEach((id, here) -> {
            var root = here.getFirst().path("root").asString();
            // Other tests have posts of their own on the same blog.
            if (!known.containsKey(id) && (roots.contains(root) || root.startsWith("at:"))) {
                differences.add("nobody said " + here);
            }
        });
        all.forEach(each -> compare(each, differences));
        sums(all, differences);
        return differences;
    }

    private void compare(Uttered one, List<String> differences) {
        var kept = said.getOrDefault(one.id, List.of());
        if (kept.size() != 1) {
            if (!(kept.isEmpty() && one.unheard)) {
                differences.add(kept.size() + " times: " + one.id + " " + one.text);
            }
            return;
        }
        var here = kept.getFirst();
        same(one, "kind", one.kind.name(), here.path("kind").asString(), differences);
        same(one, "root", one.root, here.path("root").asString(), differences);
        same(one, "us", one.us, here.path("us").asBoolean(), differences);
        same(one, "speaker", one.speaker, here.path("speaker").asString(), differences);
        same(one, "state", state(one), state(one, here), differences);
        place(one, here.path("parent").asString(), differences);
        if (!one.unheard) {
            same(one, "text", one.text, here.path("text").asString(), differences);
        }
        var former = here.path("former").valueStream().map(JsonNode::asString).toList();
        if (!former.containsAll(one.former)) {
            differences.add("former words " + former + " instead of " + one.former + ": " + one.id);
        }
    }

    private static void place(Uttered one, String parent, List<String> differences) {
        var places = one.places.stream()
                .map(each -> each.isEmpty() ? "" : Uttered.key(each))
                .toList();
        if (!places.contains(parent)) {
            differences.add("place " + parent + " instead of one of " + one.places + ": " + one.id);
        }
    }

    private static void same(Uttered one, String what, Object expected, Object here, List<String> differences) {
        if (!expected.equals(here)) {
            differences.add(what + " " + here + " instead of " + expected + ": " + one.id + " " + one.text);
        }
    }

    private static String state(Uttered one) {
        return one.gone ? "no longer shown" : one.standing.name();
    }

    /** The network may say that it was deleted or just not show it: readers see it no more. */
    private static String state(Uttered one, JsonNode here) {
        var standing = here.path("standing").asString();
        var gone = here.path("gone").asBoolean() || (one.gone && standing.equals(Standing.DELETED.name()));
        return gone ? "no longer shown" : standing;
    }

    /** What the list shows of each conversation is the sum of what stands in it. */
    private void sums(List<Uttered> all, List<String> differences) {
        all.stream().map(each -> each.root).distinct().forEach(root -> {
            var open = all.stream()
                    .filter(each -> each.root.equals(root) && !each.gone && said.containsKey(each.id))
                    .filter(each -> each.standing == Standing.SHOWN || each.standing == Standing.HELD)
                    .toList();
            var talk = talks.get(root);
            var shown = talk == null ? 0 : talk.path("comments").asInt();
            var ours = talk == null ? 0 : talk.path("ours").asInt();
            if (shown != open.size()
                    || ours != open.stream().filter(each -> each.us).count()) {
                differences.add(
                        "the list shows " + shown + " (" + ours + " ours) instead of " + open.size() + ": " + root);
            }
        });
    }
}
