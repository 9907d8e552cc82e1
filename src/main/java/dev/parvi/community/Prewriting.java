package dev.parvi.community;

import dev.parvi.brand.Branding;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps answers that are written once, in as many languages as one likes, and fills them in for somebody. */
@Component
public class Prewriting {

    /** The most characters of a name, and of a text. */
    public static final int NAME = 60;

    public static final int TEXT = 4_000;

    private final SavedReplies replies;
    private final Branding branding;
    private final Clock clock;

    Prewriting(SavedReplies replies, Branding branding, Clock clock) {
        this.replies = replies;
        this.branding = branding;
        this.clock = clock;
    }

    /** One that is ready to be used. */
    public record Fitting(String name, String language, String text) {}

    @Transactional(readOnly = true)
    public List<SavedReply> all() {
        return replies.all();
    }

    /** All of them in the language of what is answered, or the brand's, or whatever there is; variables filled in. */
    @Transactional(readOnly = true)
    public List<Fitting> fitting(Said answered) {
        var brand = branding.current();
        return replies.all().stream()
                .map(each -> {
                    var language =
                            language(each, answered.language(), brand.language().getLanguage());
                    var text = each.texts().getOrDefault(language, "");
                    return new Fitting(each.name(), language, filled(text, answered, brand.name()));
                })
                .toList();
    }

    private static String language(SavedReply reply, String wanted, String usual) {
        if (reply.texts().containsKey(wanted)) {
            return wanted;
        }
        return reply.texts().containsKey(usual)
                ? usual
                : reply.texts().keySet().iterator().next();
    }

    /** A name that isn't known leaves no gap: the blank before it goes as well. */
    static String filled(String text, Said answered, String brand) {
        var name = answered.speaker();
        var first = name.isBlank() ? "" : name.strip().split("\\s+", 2)[0];
        var handle = answered.handle();
        return put(put(put(text, "{name}", first), "{fullname}", name), "{handle}", handle)
                .replace("{brand}", brand);
    }

    private static String put(String text, String variable, String value) {
        return value.isBlank() ? text.replace(" " + variable, "").replace(variable, "") : text.replace(variable, value);
    }

    /**
     * Keeps one.
     *
     * @param id 0 for a new one
     * @param texts by language; those without a text are left out
     * @return false where its name is missing or too long, it has no text, or one is too long
     * @throws NoSuchConversation where there is none of that number
     */
    @Transactional
    public boolean keep(Seat seat, long id, String name, Map<String, String> texts) {
        seat.needs(Right.MODERATE);
        var called = Clean.text(name.strip(), NAME + 1);
        var kept = new TreeMap<String, String>();
        texts.forEach((language, text) -> {
            if (!text.isBlank()) {
                kept.put(language, Clean.text(text.strip(), TEXT + 1));
            }
        });
        var fine = !called.isEmpty()
                && called.length() <= NAME
                && !kept.isEmpty()
                && kept.values().stream().allMatch(text -> text.length() <= TEXT);
        if (fine) {
            if (id != 0 && !replies.rename(id, called, clock.instant())) {
                throw new NoSuchConversation("saved reply " + id);
            }
            replies.put(id == 0 ? replies.add(called, clock.instant()) : id, kept);
        }
        return fine;
    }

    @Transactional
    public void drop(Seat seat, long id) {
        seat.needs(Right.MODERATE);
        replies.drop(id);
    }
}
