package dev.parvi.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a piece of news is recognised by: the words of its title and its beginning, the links it carries, and its fingerprint.
 *
 * @param terms each once, those of the title first; at most {@link #MOST}
 * @param places keys of towns that it names
 * @param roundup whether its title says that it tells of several things: such a piece is of no story
 * @param links hashes of addresses without what doesn't tell pages apart
 */
public record Traits(
        Language language, List<Term> terms, List<Long> links, List<Long> places, boolean roundup, Fingerprint print) {

    /** The most words that are kept. */
    public static final int MOST = 80;

    private static final byte FORM = 1;
    private static final int TITLE = 0x10;

    /**
     * Reads a piece of news.
     *
     * @param claimed its language as its source says; unknown to have it told
     * @param links addresses that it carries, its own included
     */
    public static Traits of(String title, String words, Language claimed, Collection<String> links) {
        return NewsReader.read(title, words, claimed, links);
    }

    /** Keys of all that is counted, to know how rare it is; each once. */
    public Set<Long> counted() {
        var keys = new HashSet<Long>();
        terms.forEach(each -> {
            keys.add(each.key());
            keys.add(each.root());
            if (each.kind() == Term.Kind.NAME) {
                keys.add(each.named());
            }
            if (!each.capital()) {
                keys.add(each.small());
            }
            if (each.sound() != 0) {
                keys.add(each.sound());
            }
        });
        return keys;
    }

    /** To be kept with it; {@link #unpack} makes the same of it. */
    public byte[] pack() {
        var stems = terms.stream().map(each -> bytes(each.stem())).toList();
        var shown = terms.stream().map(each -> bytes(each.shown())).toList();
        var size = 24
                + language.code().length()
                + (links.size() + places.size()) * 8
                + Fingerprint.SIZE * 4
                + terms.size() * 19;
        for (var i = 0; i < terms.size(); i++) {
            size += stems.get(i).length + shown.get(i).length;
        }
        var out = ByteBuffer.allocate(size);
        out.put(FORM);
        put(out, bytes(language.code()));
        put(out, links);
        put(out, places);
        out.put((byte) (roundup ? 1 : 0));
        print.pack(out);
        out.put((byte) terms.size());
        for (var i = 0; i < terms.size(); i++) {
            var term = terms.get(i);
            out.putLong(term.sound());
            out.put((byte) (term.kind().ordinal() | (term.title() ? TITLE : 0)));
            put(out, stems.get(i));
            put(out, shown.get(i));
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    public static Traits unpack(byte[] packed) {
        var in = ByteBuffer.wrap(packed);
        if (in.get() != FORM) {
            throw new IllegalArgumentException("Traits of another version");
        }
        var language = new Language(text(in));
        var links = longs(in);
        var places = longs(in);
        var roundup = in.get() == 1;
        var print = Fingerprint.unpack(in);
        var terms = new ArrayList<Term>();
        for (var left = in.get(); left > 0; left--) {
            var sound = in.getLong();
            var flags = in.get();
            var stem = text(in);
            terms.add(Term.of(stem, sound, Term.Kind.values()[flags & 0xF], (flags & TITLE) != 0, text(in)));
        }
        return new Traits(language, List.copyOf(terms), links, places, roundup, print);
    }

    private static void put(ByteBuffer out, List<Long> longs) {
        out.put((byte) longs.size());
        longs.forEach(out::putLong);
    }

    private static List<Long> longs(ByteBuffer in) {
        var longs = new ArrayList<Long>();
        for (var left = in.get(); left > 0; left--) {
            longs.add(in.getLong());
        }
        return List.copyOf(longs);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ByteBuffer out, byte[] text) {
        out.put((byte) text.length);
        out.put(text);
    }

    private static String text(ByteBuffer in) {
        var bytes = new byte[in.get() & 0xFF];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
