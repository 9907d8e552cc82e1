package dev.parvi.publishing;

import dev.parvi.brand.Brand;
import dev.parvi.connector.FaultWords;
import dev.parvi.ui.Languages;
import dev.parvi.ui.Words;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** Puts news into a mail or a short message, in one member's language. */
final class Wordings {

    private static final int LISTED = 20;
    private static final int SHORT = 90;

    private final Words words;
    private final Brand brand;
    private final String address;
    private final int more;

    /**
     * @param address of the brand at this desk, without a slash at its end
     * @param more how many more things there are than are told one by one
     */
    Wordings(Words words, Brand brand, String address, int more) {
        this.words = words;
        this.brand = brand;
        this.address = address;
        this.more = more;
    }

    String subject(List<News> news) {
        var said = news.size() + more == 1
                ? headline(news.getFirst())
                : words.t("publishing.alert.many", "n", news.size() + more);
        return (brand.name() + ": " + said).replaceAll("\\p{Cntrl}+", " ");
    }

    String mail(List<News> news) {
        var mail = new StringBuilder();
        news.stream().limit(LISTED).forEach(each -> add(mail, each));
        var left = Math.max(0, news.size() - LISTED) + more;
        if (left > 0) {
            mail.append(words.t("publishing.alert.more", "n", left))
                    .append('\n')
                    .append(address)
                    .append("/deliveries?show=needs\n\n");
        }
        return mail.append(words.t("publishing.alert.why"))
                .append('\n')
                .append(address)
                .append("/alerts\n")
                .toString();
    }

    /** What a short message leads to. */
    String link(List<News> news) {
        return address + (news.size() + more == 1 ? news.getFirst().path() : "/deliveries?show=needs");
    }

    String headline(News news) {
        var about = news.text().isBlank() ? news.place() : cut(news.text());
        return words.t("publishing.alert." + news.kind().name(), "about", about);
    }

    private void add(StringBuilder mail, News news) {
        mail.append(headline(news)).append('\n');
        if (news.at() != null) {
            mail.append(news.place()).append(", ").append(when(news.at())).append('\n');
        }
        if (news.fault() != null) {
            mail.append(FaultWords.of(words, news.fault())).append('\n');
        }
        mail.append(address).append(news.path()).append("\n\n");
    }

    private String when(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Languages.writing(words.locale()))
                .format(instant.atZone(brand.zone()));
    }

    private static String cut(String text) {
        var line = text.strip().lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= SHORT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHORT)) + "…";
    }
}
