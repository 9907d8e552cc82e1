package dev.parvi.brand;

import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says how the brand speaks. Everybody in it may read that, its managers write it. */
@Component
public class Voicing {

    private final Voices voices;
    private final Branding branding;
    private final Audit audit;

    Voicing(Voices voices, Branding branding, Audit audit) {
        this.voices = voices;
        this.branding = branding;
        this.audit = audit;
    }

    /** Of the brand whose scope it is; {@link Voice#OPEN} where it hasn't said. */
    @Transactional(readOnly = true)
    public Voice current() {
        return voices.get().orElse(Voice.OPEN);
    }

    /** @param typed without faults */
    @Transactional
    public void change(Seat seat, TypedVoice typed) {
        seat.needs(Right.MANAGE);
        var before = current();
        var after = typed.voice();
        if (!after.equals(before)) {
            voices.keep(after);
            audit.note(seat, "brand.voice.changed", branding.current().name(), changes(before, after));
        }
    }

    private static String changes(Voice before, Voice after) {
        var changes = new ArrayList<String>();
        note(changes, before.address(), after.address());
        note(changes, before.preferred(), after.preferred());
        note(changes, words(before), words(after));
        note(changes, before.humour(), after.humour());
        note(changes, before.emoji(), after.emoji());
        note(changes, before.unwantedEmoji(), after.unwantedEmoji());
        note(changes, before.signature(), after.signature());
        note(changes, before.apologies(), after.apologies());
        note(changes, before.longest(), after.longest());
        note(changes, before.languages(), after.languages());
        return String.join("; ", changes);
    }

    private static List<String> words(Voice voice) {
        return voice.avoided().stream()
                .map(each -> each.word() + (each.instead().isEmpty() ? "" : " = " + each.instead()))
                .toList();
    }

    private static void note(List<String> changes, Object before, Object after) {
        if (!before.equals(after)) {
            changes.add(before + " → " + after);
        }
    }
}
