package dev.parvi.page;

import dev.parvi.brand.Branding;
import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.ui.Languages;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Managers say how the brand's page presents itself and what is held there. */
@Component
public class Arranging {

    static final int TITLE_MOST = 80;
    static final int INTRO_MOST = 500;

    private final Sites sites;
    private final Branding branding;
    private final Audit audit;

    Arranging(Sites sites, Branding branding, Audit audit) {
        this.audit = audit;
        this.sites = sites;
        this.branding = branding;
    }

    /** @return what's wrong: message keys by field; nothing was changed then */
    @Transactional
    public Map<String, String> arrange(Seat seat, String title, String intro, String language, Rule rule) {
        seat.needs(Right.MANAGE);
        var faults = faults(title, intro, language);
        if (faults.isEmpty()) {
            sites.put(new Site(branding.current(), title.strip(), intro.strip(), language, rule, false));
            audit.note(seat, "page.arranged", title.strip(), "");
        }
        return faults;
    }

    /** Opens the page for reviews, or closes it; what was said stays either way and is shown where they are open. */
    @Transactional
    public void reviews(Seat seat, boolean on) {
        seat.needs(Right.MANAGE);
        sites.reviews(on);
        audit.note(seat, on ? "page.reviews.opened" : "page.reviews.closed", "", "");
    }

    private static Map<String, String> faults(String title, String intro, String language) {
        var faults = new LinkedHashMap<String, String>();
        if (title.strip().length() > TITLE_MOST || title.chars().anyMatch(c -> c < ' ')) {
            faults.put("title", "page.site.title.long");
        }
        if (intro.strip().length() > INTRO_MOST) {
            faults.put("intro", "page.site.intro.long");
        }
        if (!language.isEmpty()
                && Languages.ALL.stream().noneMatch(each -> each.getLanguage().equals(language))) {
            faults.put("language", "page.site.language.unknown");
        }
        return faults;
    }
}
