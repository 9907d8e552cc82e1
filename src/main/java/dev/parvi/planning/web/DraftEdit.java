package dev.parvi.planning.web;

import dev.parvi.connector.Message.Crop;
import dev.parvi.planning.Draft;
import dev.parvi.planning.Draft.Own;
import dev.parvi.planning.Draft.Picture;
import dev.parvi.planning.PostPicture;
import dev.parvi.planning.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a button of the composer changes, beside saving: {@code part} adds a part, {@code cut:1} takes the second away,
 * {@code comment} and {@code uncomment:0} likewise, each with {@code @7} behind it for one account's own words;
 * {@code up:5}, {@code down:5}, {@code drop:5} and {@code shape:5:16x9} are about a picture; {@code order} says that
 * the fields stand in another order, which is to be drawn.
 */
record DraftEdit(String what, long number, String more) {

    static DraftEdit of(@Nullable String button) {
        var said = button == null ? "" : button;
        var at = said.indexOf('@');
        var words = (at < 0 ? said : said.substring(0, at)).split(":", -1);
        return new DraftEdit(
                words[0],
                words.length > 1 ? number(words[1]) : -1,
                at >= 0 ? said.substring(at + 1) : words.length > 2 ? words[2] : "");
    }

    boolean none() {
        return what.isEmpty() || what.equals("save");
    }

    Draft on(Draft draft, List<PostPicture> pictures) {
        return switch (what) {
            case "part" -> words(draft, words -> with(words, plus(words.parts()), words.comments()));
            case "cut" ->
                pictures(
                        words(draft, words -> with(words, minus(words.parts()), words.comments())),
                        more.isEmpty() ? cut(draft) : draft.pictures());
            case "comment" -> words(draft, words -> with(words, words.parts(), plus(words.comments())));
            case "uncomment" -> words(draft, words -> with(words, words.parts(), minus(words.comments())));
            case "up" -> pictures(draft, moved(draft.pictures(), -1));
            case "down" -> pictures(draft, moved(draft.pictures(), 1));
            case "drop" ->
                pictures(
                        draft,
                        draft.pictures().stream()
                                .filter(each -> each.id() != number)
                                .toList());
            case "shape" -> pictures(draft, shaped(draft.pictures(), pictures));
            default -> draft;
        };
    }

    private Draft words(Draft draft, UnaryOperator<Wording> change) {
        if (more.isEmpty()) {
            return draft.with(change.apply(draft.words()));
        }
        var versions = draft.versions().stream()
                .map(own -> own.words() != null && own.account().toString().equals(more)
                        ? new Own(own.account(), change.apply(own.words()), own.pictures())
                        : own)
                .toList();
        return new Draft(
                draft.words(),
                draft.quote(),
                draft.tags(),
                draft.language(),
                draft.pillar(),
                draft.pictures(),
                versions,
                draft.revision(),
                draft.window());
    }

    private static Wording with(Wording words, List<String> parts, List<String> comments) {
        return words.with(parts, comments);
    }

    private static List<String> plus(List<String> texts) {
        var more = new ArrayList<>(texts);
        more.add("");
        return more;
    }

    private List<String> minus(List<String> texts) {
        return IntStream.range(0, texts.size())
                .filter(n -> n != number)
                .mapToObj(texts::get)
                .toList();
    }

    /** Those of the part that goes, and of all behind it, belong to the part before. */
    private List<Picture> cut(Draft draft) {
        if (number < 0 || number >= draft.words().parts().size()) {
            return draft.pictures();
        }
        return draft.pictures().stream()
                .map(each ->
                        each.part() > number ? new Picture(each.id(), each.alt(), each.crop(), each.part() - 1) : each)
                .toList();
    }

    private List<Picture> moved(List<Picture> pictures, int by) {
        var order = new ArrayList<>(pictures);
        var at = IntStream.range(0, order.size())
                .filter(n -> order.get(n).id() == number)
                .findFirst()
                .orElse(-1);
        if (at >= 0 && at + by >= 0 && at + by < order.size()) {
            Collections.swap(order, at, at + by);
        }
        return order;
    }

    private List<Picture> shaped(List<Picture> pictures, List<PostPicture> known) {
        return pictures.stream()
                .map(each -> each.id() == number ? new Picture(each.id(), each.alt(), crop(known), each.part()) : each)
                .toList();
    }

    /** The largest part of this shape, from the middle; null for the whole. */
    private @Nullable Crop crop(List<PostPicture> known) {
        var sides = more.split("x", -1);
        var picture = known.stream().filter(each -> each.id() == number).findFirst();
        if (sides.length != 2 || picture.isEmpty()) {
            return null;
        }
        return Shapes.largest(picture.get().width(), picture.get().height(), number(sides[0]), number(sides[1]));
    }

    private static Draft pictures(Draft draft, List<Picture> pictures) {
        return new Draft(
                draft.words(),
                draft.quote(),
                draft.tags(),
                draft.language(),
                draft.pillar(),
                pictures,
                draft.versions(),
                draft.revision(),
                draft.window());
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
