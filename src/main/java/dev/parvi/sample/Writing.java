package dev.parvi.sample;

import dev.parvi.account.Account;
import dev.parvi.planning.Composing;
import dev.parvi.planning.Draft;
import dev.parvi.planning.Picturing;
import dev.parvi.planning.Wording;
import dev.parvi.platform.MediaRefused;
import dev.parvi.sample.Script.Act;
import dev.parvi.shared.PillarId;
import dev.parvi.shared.PostId;
import dev.parvi.team.Seat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the roastery's posts in the composer. */
@Component
class Writing {

    private static final String WINDOW = "sample";

    private final Composing composing;
    private final Picturing picturing;

    Writing(Composing composing, Picturing picturing) {
        this.composing = composing;
        this.picturing = picturing;
    }

    /** @param link to what it's about; null for none */
    PostId write(Seat seat, Account account, Story story, Act act, @Nullable PillarId pillar, @Nullable String link) {
        var post = composing.start(seat, draft(words(story, act, link), account, pillar));
        if (act.scene() != null) {
            picture(seat, post, act.scene(), story.text(act.key() + ".alt"));
        }
        return post;
    }

    /** Some lead to the roastery's site, by links that it can recognise again. */
    private static Wording words(Story story, Act act, @Nullable String link) {
        var text = story.text(act.key() + ".text");
        var own = act.key() + ".link";
        return story.has(own)
                ? Wording.of(text + "\n" + story.text(own)).withTrackedLinks()
                : new Wording("", text, List.of(), List.of(), link == null ? "" : link);
    }

    PostId draft(Seat seat, Account account, String text, @Nullable PillarId pillar) {
        return composing.start(seat, draft(Wording.of(text), account, pillar));
    }

    private static Draft draft(Wording words, Account account, @Nullable PillarId pillar) {
        return new Draft(words, "", List.of(), "", pillar, List.of(), List.of(Draft.Own.same(account.id())), 0, WINDOW);
    }

    private void picture(Seat seat, PostId post, Scene scene, String alt) {
        try {
            picturing.add(seat, post, new ByteArrayInputStream(scene.png()), WINDOW);
        } catch (MediaRefused e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var stands = composing.get(post).draft();
        var described = stands.pictures().stream()
                .map(each -> new Draft.Picture(each.id(), alt, each.crop()))
                .toList();
        composing.save(seat, post, put(stands, stands.pillar(), described));
    }

    private static Draft put(Draft draft, @Nullable PillarId pillar, List<Draft.Picture> pictures) {
        return new Draft(
                draft.words(),
                draft.quote(),
                draft.tags(),
                draft.language(),
                pillar,
                pictures,
                draft.versions(),
                draft.revision(),
                WINDOW);
    }
}
