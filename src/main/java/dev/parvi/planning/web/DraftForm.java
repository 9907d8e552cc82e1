package dev.parvi.planning.web;

import dev.parvi.connector.Message.Crop;
import dev.parvi.planning.Composed;
import dev.parvi.planning.Draft;
import dev.parvi.planning.Draft.Own;
import dev.parvi.planning.Draft.Picture;
import dev.parvi.planning.Version;
import dev.parvi.planning.Wording;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.PillarId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads the composer's fields. What belongs to one account, or to one picture, carries its number: {@code text.7}. */
final class DraftForm {

    private static final int TAGS_MOST = 30;
    private static final int WHOLE = 1000;

    private final MultiValueMap<String, String> form;
    private final Composed was;

    private DraftForm(MultiValueMap<String, String> form, Composed was) {
        this.form = form;
        this.was = was;
    }

    /** Which part pictures are sent for. */
    static int part(MultiValueMap<String, String> form, Composed was) {
        return new DraftForm(form, was).part(Objects.requireNonNullElse(form.getFirst("to"), ""));
    }

    static Draft read(MultiValueMap<String, String> form, Composed was) {
        var read = new DraftForm(form, was);
        return DraftEdit.of(form.getFirst("do")).on(read.draft(), was.pictures());
    }

    private Draft draft() {
        var pillar = number(one("pillar"), 0);
        var over = number(one("over"), -1);
        return new Draft(
                words(""),
                one("quote"),
                tags(one("tags")),
                one("language"),
                pillar == 0 ? null : new PillarId(pillar),
                all("picture").stream().map(id -> picture(number(id, 0))).toList(),
                all("account").stream().distinct().map(id -> own(number(id, 0))).toList(),
                over >= 0 ? over : number(one("rev"), 0),
                one("window"));
    }

    private Wording words(String suffix) {
        return new Wording(
                one("title" + suffix),
                one("text" + suffix),
                all("part" + suffix),
                all("comment" + suffix),
                one("link" + suffix),
                one("excerpt" + suffix),
                one("category" + suffix),
                form.containsKey("tracked" + suffix));
    }

    private Picture picture(int id) {
        var crop = new Crop(
                side("left." + id, 0, WHOLE - 1, 0),
                side("top." + id, 0, WHOLE - 1, 0),
                side("width." + id, 1, WHOLE, WHOLE),
                side("height." + id, 1, WHOLE, WHOLE));
        return new Picture(id, one("alt." + id), cut(crop), part(one("of." + id)));
    }

    /** Parts are counted from 0; one that isn't there is the last. */
    private int part(String typed) {
        return Math.clamp(number(typed, 0), 0, all("part").size());
    }

    private static @Nullable Crop cut(Crop crop) {
        var inside = new Crop(
                crop.left(),
                crop.top(),
                Math.min(crop.width(), WHOLE - crop.left()),
                Math.min(crop.height(), WHOLE - crop.top()));
        return inside.width() == WHOLE && inside.height() == WHOLE ? null : inside;
    }

    private Own own(int id) {
        var account = new AccountId(id);
        var suffix = "." + id;
        var some = form.containsKey("some" + suffix);
        return new Own(
                account,
                form.containsKey("own" + suffix) ? ownWords(account, words(suffix)) : null,
                some
                        ? all("with" + suffix).stream()
                                .map(with -> (long) number(with, 0))
                                .toList()
                        : null);
    }

    /** Own words begin with what all say. */
    private Wording ownWords(AccountId account, Wording typed) {
        var begins = was.on(account).map(Version::own).isEmpty();
        return begins && typed.blank() ? words("") : typed;
    }

    private static List<String> tags(String typed) {
        return Arrays.stream(typed.split("[,\\s]+"))
                .map(tag -> tag.startsWith("#") ? tag.substring(1) : tag)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .limit(TAGS_MOST)
                .toList();
    }

    private int side(String name, int least, int most, int usual) {
        return Math.clamp(number(one(name), usual), least, most);
    }

    private String one(String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "");
    }

    private List<String> all(String name) {
        var values = form.get(name);
        return values == null
                ? List.of()
                : values.stream().filter(Objects::nonNull).toList();
    }

    private static int number(String text, int usual) {
        try {
            return text.isBlank() ? usual : (int) Math.round(Double.parseDouble(text.strip()));
        } catch (NumberFormatException e) {
            return usual;
        }
    }
}
