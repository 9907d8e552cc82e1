package dev.parvi.community;

import dev.parvi.connector.Heard;
import dev.parvi.connector.Heard.Standing;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An utterance as it will be kept.
 *
 * @param parent null where it answers the root
 * @param speaker null where the network has no lasting name for who said it
 * @param cut whether its end is left out
 * @param languages parted by commas
 * @param marks the connector's, as JSON
 */
record Arrived(
        UUID key,
        String id,
        Heard.Kind kind,
        UUID rootKey,
        String root,
        @Nullable UUID parent,
        @Nullable UUID speaker,
        String speakerId,
        String name,
        String handle,
        String profile,
        boolean us,
        String text,
        boolean cut,
        @Nullable Integer stars,
        Instant at,
        @Nullable Instant editedAt,
        Standing standing,
        String address,
        String languages,
        String marks) {

    private static final JsonMapper JSON = new JsonMapper();

    static Arrived of(Heard heard, Instant now) {
        var speaker = heard.speaker();
        var parent = heard.parent() == null || heard.parent().equals(heard.root()) ? null : Key.of(heard.parent());
        var stars = heard.stars();
        return new Arrived(
                Key.of(heard.id()),
                Clean.text(heard.id(), Clean.ADDRESS),
                heard.kind(),
                Key.of(heard.root()),
                Clean.text(heard.root(), Clean.ADDRESS),
                parent,
                speaker.id().isEmpty() ? null : Key.of(speaker.id()),
                Clean.text(speaker.id(), Clean.ADDRESS),
                Clean.text(speaker.name(), Clean.NAME),
                Clean.text(speaker.handle(), Clean.NAME),
                Clean.text(Objects.toString(speaker.address(), ""), Clean.ADDRESS),
                speaker.us(),
                Clean.text(heard.text(), Clean.TEXT),
                heard.text().length() > Clean.TEXT,
                stars == null || stars < 1 || stars > 5 ? null : stars,
                Clean.time(heard.at(), now),
                heard.editedAt() == null ? null : Clean.time(heard.editedAt(), now),
                heard.standing(),
                Clean.text(heard.address().toString(), Clean.ADDRESS),
                Clean.text(String.join(",", heard.languages()), Clean.NAME),
                json(heard.marks()));
    }

    /** Whether anybody can, or may soon, read it there. */
    boolean active() {
        return standing == Standing.SHOWN || standing == Standing.HELD;
    }

    /** The same, but for its words. */
    Arrived saying(String words) {
        return words.equals(text)
                ? this
                : new Arrived(
                        key, id, kind, rootKey, root, parent, speaker, speakerId, name, handle, profile, us, words, cut,
                        stars, at, editedAt, standing, address, languages, marks);
    }

    /** How they are called. */
    String speaking() {
        return name.isBlank() ? handle : name;
    }

    private static String json(Map<String, String> marks) {
        return marks.isEmpty()
                ? "{}"
                : JSON.writeValueAsString(marks.entrySet().stream()
                        .collect(Collectors.toMap(
                                each -> Clean.text(each.getKey(), Clean.NAME),
                                each -> Clean.text(each.getValue(), Clean.ADDRESS),
                                (one, other) -> one)));
    }
}
