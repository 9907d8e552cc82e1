package dev.parvi.planning;

import dev.parvi.connector.Message;
import dev.parvi.connector.Previews.Drawing;
import java.util.List;
import java.util.stream.Stream;

/**
 * A draft as one account would show it.
 *
 * @param template draws each part; empty where the network's connector can't draw
 * @param cardless whether a link's card wasn't read yet, so that it stands there bare
 */
public record View(
        Place place, String template, List<Part> parts, List<Part> comments, List<Warning> warnings, boolean cardless) {

    /** One part, and how long its network finds it. */
    public record Part(Message message, Drawing drawing, int count, int limit) {

        public boolean over() {
            return count > limit;
        }
    }

    public boolean hard() {
        return warnings.stream().anyMatch(Warning::hard);
    }

    /** The part that is nearest to its limit, or furthest over it: what a count shows for the whole. */
    public int fullest() {
        return Stream.concat(parts.stream(), comments.stream())
                .mapToInt(Part::count)
                .max()
                .orElse(0);
    }

    public int limit() {
        return place.network().text().limit();
    }

    public boolean nearly() {
        return warnings.stream().anyMatch(each -> each.kind() == Warning.Kind.NEARLY);
    }
}
