package dev.parvi.planning.web;

import dev.parvi.brand.Brand;
import dev.parvi.planning.AlreadyUnderWay;
import dev.parvi.planning.Approval;
import dev.parvi.planning.Choices;
import dev.parvi.planning.Composed;
import dev.parvi.planning.Composing;
import dev.parvi.planning.Draft;
import dev.parvi.planning.Listing;
import dev.parvi.planning.Picturing;
import dev.parvi.planning.Previewing;
import dev.parvi.planning.Saved;
import dev.parvi.planning.View;
import dev.parvi.platform.MediaRefused;
import dev.parvi.shared.PostId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.ui.Parts;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** Lays out the composer: what is typed, what became of it, and what it will look like. */
@Component
class ComposerDesk {

    private final Composing composing;
    private final Previewing previewing;
    private final Picturing picturing;
    private final Approval approval;
    private final Listing listing;
    private final Choices choices;
    private final Parts parts;

    ComposerDesk(
            Composing composing,
            Previewing previewing,
            Picturing picturing,
            Approval approval,
            Listing listing,
            Choices choices,
            Parts parts) {
        this.composing = composing;
        this.previewing = previewing;
        this.picturing = picturing;
        this.approval = approval;
        this.listing = listing;
        this.choices = choices;
        this.parts = parts;
    }

    Composer open(Seat seat, Brand brand, PostId id) {
        var composed = composing.get(id);
        return laid(
                seat,
                brand,
                composed,
                composed.draft(),
                null,
                "",
                UUID.randomUUID().toString());
    }

    /** Saves what was typed, and then takes the files; what couldn't be saved stays in the fields. */
    Composer save(Seat seat, Brand brand, PostId id, MultiValueMap<String, String> form, List<MultipartFile> files) {
        var before = composing.get(id);
        var typed = DraftForm.read(form, before);
        var refusal = "";
        Saved saved = null;
        try {
            saved = composing.save(seat, id, typed);
            for (var file : files) {
                if (saved instanceof Saved.Kept) {
                    saved = picturing.add(
                            seat, id, file.getInputStream(), DraftForm.part(form, before), typed.window());
                }
            }
        } catch (AlreadyUnderWay e) {
            refusal = "planning.underway";
        } catch (MediaRefused e) {
            refusal = e.reason();
        } catch (IOException e) {
            refusal = "planning.upload.cut";
        }
        var now = composing.get(id);
        var kept = saved instanceof Saved.Kept && refusal.isEmpty();
        return laid(
                        seat,
                        brand,
                        now,
                        kept || mediaOnly(saved, refusal) ? now.draft() : typed,
                        saved,
                        refusal,
                        typed.window())
                .replanned(before.versions().isEmpty() != now.versions().isEmpty());
    }

    /** What was typed, drawn but not saved. */
    Composer draw(Seat seat, Brand brand, PostId id, MultiValueMap<String, String> form, boolean cards) {
        var composed = composing.get(id);
        var typed = DraftForm.read(form, composed);
        var views = cards ? previewing.withCards(seat, id, typed) : previewing.of(id, typed);
        return laid(seat, brand, composed, typed, views, null, "", typed.window());
    }

    /** The text was kept and only a file refused. */
    private static boolean mediaOnly(@Nullable Saved saved, String refusal) {
        return saved instanceof Saved.Kept && !refusal.equals("planning.underway");
    }

    private Composer laid(
            Seat seat,
            Brand brand,
            Composed composed,
            Draft draft,
            @Nullable Saved saved,
            String refusal,
            String window) {
        var views = previewing.of(composed.post().id(), draft);
        return laid(seat, brand, composed, draft, views, saved, refusal, window);
    }

    private Composer laid(
            Seat seat,
            Brand brand,
            Composed composed,
            Draft draft,
            List<View> views,
            @Nullable Saved saved,
            String refusal,
            String window) {
        return new Composer(
                composed,
                draft,
                views,
                saved,
                refusal,
                false,
                new Composer.May(seat.may(Right.WRITE), seat.may(Right.APPROVE), brand.approval()),
                window,
                choices.pillars(),
                listing.fates(composed.versions()),
                brand.approval() ? approval.story(composed.post().id()) : List.of(),
                parts);
    }
}
