package dev.parvi.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A comment with all that was answered below it, to any depth, in the order of time.
 *
 * @param answers each with whom it answers, empty for the comment at the top
 */
public record Strand(Comment comment, List<Answer> answers) {

    /** @param to the name of whom it answers, where that isn't the comment at the top */
    public record Answer(Comment comment, String to) {}

    /** Its comments in the order in which they stand. */
    public Stream<Comment> all() {
        return Stream.concat(Stream.of(comment), answers.stream().map(Answer::comment));
    }

    /** Puts comments, oldest first, below each other. One that nobody may read is left out where nobody answered it. */
    static List<Strand> of(List<Comment> comments) {
        var known = new HashMap<Long, Comment>();
        var tops = new LinkedHashMap<Long, List<Answer>>();
        for (var comment : comments) {
            known.put(comment.id(), comment);
            var top = top(comment, known);
            var answers = tops.computeIfAbsent(top.id(), id -> new ArrayList<>());
            if (top != comment && comment.state().readable()) {
                answers.add(new Answer(comment, to(comment, top, known)));
            }
        }
        return tops.entrySet().stream()
                .map(each -> new Strand(comment(known, each.getKey()), List.copyOf(each.getValue())))
                .filter(strand ->
                        strand.comment().state().readable() || !strand.answers().isEmpty())
                .toList();
    }

    private static Comment top(Comment comment, Map<Long, Comment> known) {
        var top = comment;
        for (var parent = parent(top, known); parent != top; parent = parent(top, known)) {
            top = parent;
        }
        return top;
    }

    private static Comment parent(Comment comment, Map<Long, Comment> known) {
        return comment.parent() == null ? comment : known.getOrDefault(comment.parent(), comment);
    }

    private static Comment comment(Map<Long, Comment> known, Long id) {
        return Objects.requireNonNull(known.get(id));
    }

    private static String to(Comment comment, Comment top, Map<Long, Comment> known) {
        var parent = parent(comment, known);
        return parent == top || !parent.state().readable() ? "" : parent.name();
    }
}
