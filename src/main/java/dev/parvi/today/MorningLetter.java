package dev.parvi.today;

import dev.parvi.brand.Brand;
import dev.parvi.community.Conversation;
import dev.parvi.listening.Ranked;
import dev.parvi.listening.Rise;
import dev.parvi.ui.Languages;
import dev.parvi.ui.Words;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;

/** The morning's mail in its reader's words. */
final class MorningLetter {

    private final Words words;
    private final Brand brand;
    private final String home;

    /** @param address where the desk is found */
    MorningLetter(Words words, Brand brand, String address) {
        this.words = words;
        this.brand = brand;
        this.home = address.replaceAll("/+$", "") + "/b/" + brand.handle();
    }

    String subject(Digest digest) {
        var date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(Languages.writing(words.locale()))
                .format(digest.now().atZone(brand.zone()));
        return digest.stories().isEmpty()
                ? words.t("today.morning.subject.quiet", "brand", brand.name(), "date", date)
                : words.t(
                        "today.morning.subject",
                        "brand",
                        brand.name(),
                        "date",
                        date,
                        "title",
                        digest.stories().getFirst().story().title());
    }

    String text(Digest digest) {
        var parts = new ArrayList<String>();
        parts.add(words.t(
                digest.stories().isEmpty() ? "today.morning.nostories" : "today.morning.stories",
                "n",
                digest.stories().size()));
        digest.stories().forEach(each -> parts.add(story(each)));
        if (!digest.rising().isEmpty()) {
            parts.add(words.t("today.morning.rising") + "\n"
                    + lines(digest.rising().stream().map(this::rise).toList()));
        }
        var night = digest.night();
        parts.add(words.t("today.morning.night", "n", night.spoken(), "named", night.named())
                + (night.first().isEmpty()
                        ? ""
                        : "\n" + lines(night.first().stream().map(this::talk).toList())));
        if (!digest.gone().isEmpty()) {
            parts.add(words.t("today.gone", "n", digest.gone().size()) + "\n"
                    + lines(digest.gone().stream()
                            .map(each -> each.name() + "\n" + home + "/news/sources/" + each.id())
                            .toList()));
        }
        parts.add(words.t("today.morning.end", "news", home + "/news"));
        return String.join("\n\n", parts) + "\n";
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines);
    }

    private String story(Ranked each) {
        var first = each.tellers().isEmpty()
                ? each.story().firstName()
                : each.tellers().getFirst().name();
        return each.story().title() + "\n"
                + words.t("today.morning.sources", "n", each.story().sources(), "first", first) + "\n" + home + "/news/"
                + each.story().id();
    }

    private String rise(Rise rise) {
        return words.t(
                "today.morning.rise", "what", rise.word(), "n", rise.n(), "hours", rise.hours(), "usual", rise.usual());
    }

    private String talk(Conversation talk) {
        return talk.lastSpeaker() + ": " + talk.preview().replaceAll("\\s+", " ") + "\n" + home + "/inbox/" + talk.id();
    }
}
