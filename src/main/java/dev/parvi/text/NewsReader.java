package dev.parvi.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes out what a piece of news is recognised by. */
final class NewsReader {

    /** Of the words so many characters are looked at: news say at their beginning what they are about. */
    private static final int BEGINNING = 1_200;

    private static final int PRINTED = 6_000;
    private static final int TITLE = 400;
    private static final int MOST_LINKS = 20;
    private static final int LONGEST_WORD = 40;
    private static final int INHABITANT = 6;

    /** Titles of pieces that tell of several things, or of whatever comes. */
    private static final Pattern ROUNDUP = Pattern.compile(
            "round-?up|^live\\b|live updates|in brief|morning briefing|week in review"
                    + "|viikon uutis|päivän uutis|viikko lyhyesti|uutiset lyhyesti|näin viikko"
                    + "|главное за|итоги (недели|дня)|дайджест|коротко о",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** A title in which so many of the words are capitalised says nothing of what is a name. */
    private static final double HEADLINE = 0.6;

    private final Language language;
    private final Stems stems;
    private final CommonWords common;
    private final Set<String> names = new HashSet<>();
    private final Map<String, Term> terms = new LinkedHashMap<>();

    private NewsReader(Language language) {
        this.language = language;
        stems = Stems.of(language);
        common = CommonWords.of(language);
    }

    static Traits read(String title, String words, Language claimed, Collection<String> links) {
        var head = NewsWords.of(cut(title, TITLE));
        var body = NewsWords.of(cut(words, BEGINNING));
        var language = claimed.known() ? claimed : told(title, words);
        var reader = new NewsReader(language);
        reader.findNames(head, body);
        reader.take(head, true);
        reader.take(body, false);
        return new Traits(
                language,
                reader.terms.values().stream().limit(Traits.MOST).toList(),
                Addresses.keys(links).stream().limit(MOST_LINKS).toList(),
                reader.places(),
                ROUNDUP.matcher(title).find(),
                Fingerprint.of(plain(title, words)));
    }

    /** Those with a capital, and what people of a place are called. */
    private List<Long> places() {
        return terms.values().stream()
                .filter(each -> each.capital()
                        || each.kind() == Term.Kind.WORD && each.shown().length() > INHABITANT)
                .flatMapToLong(each -> Places.of(each.shown()).stream())
                .distinct()
                .limit(MOST_LINKS)
                .boxed()
                .toList();
    }

    private static Language told(String title, String words) {
        return Reading.of(title + ". " + cut(words, BEGINNING), null).language();
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    /** The words alone decide on copies: titles are put on anew. */
    private static List<String> plain(String title, String words) {
        var all = NewsWords.of(cut(words, PRINTED));
        var taken = all.size() > 2 * Fingerprint.RUN ? all : NewsWords.of(title + ". " + words);
        return taken.stream().map(each -> each.text().toLowerCase(Locale.ROOT)).toList();
    }

    private void findNames(List<NewsWords> head, List<NewsWords> body) {
        var capitals =
                head.stream().filter(each -> !each.first() && each.capital()).count();
        var counted =
                head.stream().filter(each -> !each.first() && each.letters()).count();
        var headline = counted > 2 && capitals > counted * HEADLINE;
        var all = new ArrayList<>(body);
        if (!headline) {
            all.addAll(head);
        }
        all.stream()
                .filter(each -> each.capital() && (!each.first() || each.shouted()))
                .forEach(each -> names.add(stems.of(each.text())));
        begun(head, !headline);
        begun(body, true);
        repeated(head, body);
    }

    /** What begins a sentence is a name where another name follows, or what is added to names. */
    private void begun(List<NewsWords> words, boolean telling) {
        for (var i = 0; i + 1 < words.size(); i++) {
            var word = words.get(i);
            if (word.first()
                    && word.capital()
                    && (word.owning()
                            || telling
                                    && words.get(i + 1).capital()
                                    && !words.get(i + 1).first())) {
                names.add(stems.of(word.text()));
            }
        }
    }

    /** What begins two sentences and stands nowhere in small letters. */
    private void repeated(List<NewsWords> head, List<NewsWords> body) {
        var begun = new HashMap<String, Integer>();
        for (var words : List.of(head, body)) {
            for (var word : words) {
                if (word.letters()) {
                    begun.merge(stems.of(word.text()), word.capital() ? 1 : -100, Integer::sum);
                }
            }
        }
        begun.forEach((stem, times) -> {
            if (times > 1) {
                names.add(stem);
            }
        });
    }

    private void take(List<NewsWords> words, boolean title) {
        for (var word : words) {
            var stem = word.letters() ? stems.of(word.text()) : word.number();
            if (stem.isEmpty() || word.text().length() > LONGEST_WORD || terms.containsKey(stem) || empty(word, stem)) {
                continue;
            }
            var kind = kind(word, stem);
            var sound = kind == Term.Kind.NAME ? Sounds.of(stem) : "";
            terms.put(stem, Term.of(stem, sound.isEmpty() ? 0 : Hashes.of("~" + sound), kind, title, word.text()));
        }
    }

    private boolean empty(NewsWords word, String stem) {
        return word.letters() && (word.text().length() < 2 || common.empty().contains(stem) && !word.shouted());
    }

    private Term.Kind kind(NewsWords word, String stem) {
        if (!word.letters()) {
            return word.round() ? Term.Kind.ROUND : Term.Kind.NUMBER;
        }
        if (common.common().contains(stem)) {
            return Term.Kind.COMMON;
        }
        return names.contains(stem) ? Term.Kind.NAME : Term.Kind.WORD;
    }
}
