package dev.parvi.planning;

import dev.parvi.account.Account;
import dev.parvi.connector.Descriptor;
import dev.parvi.connector.Descriptor.Feature;
import dev.parvi.connector.Descriptor.Unit;
import dev.parvi.connector.Message;
import dev.parvi.planning.Warning.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares what an account would be sent with what its network takes. */
final class Checks {

    /** From this share of the limit on, what is left is said. */
    private static final int NEARLY_PERCENT = 90;

    private Checks() {}

    static List<Warning> of(Draft draft, Draft.Own own, Place place, Content content) {
        var words = own.words() == null ? draft.words() : own.words();
        var network = place.network();
        return Stream.of(
                        account(place.account()),
                        lengths(content, network),
                        typed(draft, words, network),
                        pictures(content, network),
                        unsaid(words, network),
                        card(words, content, network))
                .flatMap(List::stream)
                .sorted((one, two) -> Boolean.compare(two.hard(), one.hard()))
                .toList();
    }

    private static List<Warning> account(Account account) {
        return switch (account.health()) {
            case WELL -> List.of();
            case REAUTH -> List.of(Warning.of(Kind.LOST));
            case CLOSED -> List.of(Warning.of(Kind.CLOSED));
        };
    }

    private static List<Warning> lengths(Content content, Descriptor network) {
        if (content.parts().isEmpty()) {
            return List.of(Warning.of(Kind.EMPTY));
        }
        var all = content.parts().size() + content.comments().size();
        var warnings = new ArrayList<Warning>();
        for (var part = 0; part < all; part++) {
            length(part, content.at(part).text(), network).ifPresent(warnings::add);
        }
        return warnings;
    }

    private static Optional<Warning> length(int part, String text, Descriptor network) {
        var rule = network.text();
        var count = rule.count(text);
        var bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (count > rule.limit()) {
            return warn(Kind.TOO_LONG, Map.of("part", part + 1, "over", count - rule.limit()));
        }
        if (bytes > rule.maxBytes()) {
            return warn(Kind.TOO_LONG, Map.of("part", part + 1, "over", bytes - rule.maxBytes()));
        }
        return count * 100L >= rule.limit() * (long) NEARLY_PERCENT
                ? warn(Kind.NEARLY, Map.of("part", part + 1, "left", rule.limit() - count))
                : Optional.empty();
    }

    private static List<Warning> typed(Draft draft, Wording words, Descriptor network) {
        var warnings = new ArrayList<Warning>();
        if (!words.link().isBlank() && Links.address(words.link()).isEmpty()) {
            warnings.add(Warning.of(Kind.BAD_LINK));
        }
        if (!draft.quote().isBlank()) {
            if (!network.has(Feature.QUOTE)) {
                warnings.add(Warning.of(Kind.NO_QUOTE));
            } else if (Links.address(draft.quote()).isEmpty()) {
                warnings.add(Warning.of(Kind.BAD_QUOTE));
            }
        }
        return warnings;
    }

    private static List<Warning> pictures(Content content, Descriptor network) {
        var rule = network.media();
        var warnings = new ArrayList<Warning>();
        for (var part : content.parts()) {
            if (part.pictures().size() > rule.count()) {
                var values = Map.<String, Object>of("n", part.pictures().size(), "limit", rule.count());
                warnings.add(new Warning(Kind.TOO_MANY_PICTURES, values));
            }
        }
        var pictures = content.parts().stream()
                .flatMap(part -> part.pictures().stream())
                .toList();
        for (var n = 0; n < pictures.size(); n++) {
            picture(n + 1, pictures.get(n), rule).ifPresent(warnings::add);
        }
        return warnings;
    }

    private static Optional<Warning> picture(int n, Message.Picture picture, Descriptor.MediaRule rule) {
        if (!rule.types().contains(picture.type())) {
            var type = picture.type().substring(picture.type().indexOf('/') + 1).toUpperCase(Locale.ROOT);
            return warn(Kind.PICTURE_TYPE, Map.of("n", n, "type", type));
        }
        var over = Unit.GRAPHEMES.count(picture.alt()) - rule.altLimit();
        if (over > 0) {
            return warn(Kind.ALT_TOO_LONG, Map.of("n", n, "over", over));
        }
        return picture.alt().isBlank() ? warn(Kind.NO_ALT, Map.of("n", n)) : Optional.empty();
    }

    /** What was typed and has no place there. */
    private static List<Warning> unsaid(Wording words, Descriptor network) {
        var warnings = new ArrayList<Warning>();
        if (!words.title().isBlank() && !network.has(Feature.TITLE)) {
            warnings.add(Warning.of(Kind.NO_TITLE));
        }
        if (words.parts().stream().anyMatch(part -> !part.isBlank()) && !network.has(Feature.THREAD)) {
            warnings.add(Warning.of(Kind.NO_THREAD));
        }
        if (words.comments().stream().anyMatch(text -> !text.isBlank()) && !network.has(Feature.FIRST_COMMENT)) {
            warnings.add(Warning.of(Kind.NO_COMMENTS));
        }
        return warnings;
    }

    /** A link that was given but would be seen nowhere. */
    private static List<Warning> card(Wording words, Content content, Descriptor network) {
        var link = Links.address(words.link());
        if (link.isEmpty() || content.parts().isEmpty()) {
            return List.of();
        }
        var first = content.parts().getFirst();
        var shown = network.has(Feature.LINK_BELOW)
                || network.has(Feature.LINK_CARD) && first.pictures().isEmpty();
        return shown || first.text().contains(words.link().strip()) ? List.of() : List.of(Warning.of(Kind.CARD_HIDDEN));
    }

    private static Optional<Warning> warn(Kind kind, Map<String, Object> values) {
        return Optional.of(new Warning(kind, values));
    }
}
