package dev.parvi.community;

import dev.parvi.brand.Branding;
import dev.parvi.brand.Voicing;
import dev.parvi.shared.CommentId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Checks an answer against the brand's voice, against what it answers, and against what we said to that person before. */
@Component
public class VoiceChecking {

    private final Voicing voicing;
    private final Branding branding;
    private final VoiceEncounters encounters;

    VoiceChecking(Voicing voicing, Branding branding, VoiceEncounters encounters) {
        this.voicing = voicing;
        this.branding = branding;
        this.encounters = encounters;
    }

    /** @param comment what is answered; one that isn't there, such as number 0, stands for nothing */
    @Transactional(readOnly = true)
    public VoiceChecked check(Seat seat, CommentId comment, String text) {
        seat.needs(Right.MODERATE);
        var guide = voicing.current();
        var said = encounters.get(comment).orElse(new VoiceEncounters.Said("", null, List.of()));
        var expected = branding.current().language().getLanguage();
        var answer = new VoiceAnswer(text, expected, said.text(), null, said.corrected(), said.before());
        return new VoiceChecked(VoiceCheck.of(answer, guide), guide.preferred());
    }
}
