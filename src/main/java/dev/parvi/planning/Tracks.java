package dev.parvi.planning;

import dev.parvi.connector.Message;
import dev.parvi.planning.Draft.Own;
import dev.parvi.shared.PostId;
import dev.parvi.tracking.LinkPlace;
import dev.parvi.tracking.Linking;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/** What an account will be sent, with tracked links where they are asked for: each account and part has its own. */
@Component
class Tracks {

    private final Linking linking;
    private final Pillars pillars;

    Tracks(Linking linking, Pillars pillars) {
        this.linking = linking;
        this.pillars = pillars;
    }

    /** To be kept: its links have their codes from now on. */
    Content reserved(PostId post, Draft draft, Own own, Place place, List<PostPicture> pictures) {
        return content(post, draft, own, place, pictures, linking::reserve, linking::reserve);
    }

    /** To be looked at; nothing is kept. */
    Content foreseen(PostId post, Draft draft, Own own, Place place, List<PostPicture> pictures) {
        return content(post, draft, own, place, pictures, linking::foresee, linking::foresee);
    }

    private Content content(
            PostId post,
            Draft draft,
            Own own,
            Place place,
            List<PostPicture> pictures,
            BiFunction<LinkPlace, String, String> texts,
            BiFunction<LinkPlace, URI, URI> links) {
        var content = Contents.of(draft, own, pictures, place.network());
        var words = own.words() == null ? draft.words() : own.words();
        if (!words.tracked()) {
            return content;
        }
        var said = words(draft, place);
        var all = new ArrayList<Message>();
        for (int part = 0; part < content.parts().size() + content.comments().size(); part++) {
            var at = LinkPlace.post(post, own.account(), part, draft.pillar(), said);
            all.add(content.at(part).with(text -> texts.apply(at, text), link -> links.apply(at, link)));
        }
        var parts = content.parts().size();
        return new Content(List.copyOf(all.subList(0, parts)), List.copyOf(all.subList(parts, all.size())));
    }

    private Map<String, String> words(Draft draft, Place place) {
        var pillar = draft.pillar();
        var name = pillar == null
                ? ""
                : pillars.all().stream()
                        .filter(each -> each.id().equals(pillar))
                        .map(Pillar::name)
                        .findFirst()
                        .orElse("");
        return Map.of(
                "network",
                place.network().network(),
                "account",
                place.account().handle(),
                "pillar",
                name,
                "kind",
                "post");
    }
}
