package dev.parvi.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Makes the {@link Page} of a request out of what the filters have put on it. */
@Component
public class Pages {

    public static final String FACE = Face.class.getName();
    public static final String WHO = Who.class.getName();
    /** The {@link Locale} of a page that speaks its brand's language to everybody, whoever reads it. */
    public static final String LOCALE = "dev.parvi.ui.locale";
    /** The names of the roles the member has in the brand: a set of strings. */
    public static final String ROLES = "dev.parvi.ui.roles";

    private static final String AT = "at";
    private static final String NOTICE = "notice";
    /** As a notice, but of something that was refused. */
    private static final String TROUBLE = "trouble";

    private final Languages languages;
    private final Assets assets;
    private final List<Door> doors;
    private final List<Bar> bars;

    Pages(Languages languages, Assets assets, ObjectProvider<Door> doors, ObjectProvider<Bar> bars) {
        this.languages = languages;
        this.assets = assets;
        this.doors = doors.stream().sorted(Comparator.comparingInt(Door::order)).toList();
        this.bars = bars.orderedStream().toList();
    }

    public Page of(HttpServletRequest request) {
        var words = languages.in(locale(request));
        var face = (Face) request.getAttribute(FACE);
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Page(
                words,
                face,
                (Who) request.getAttribute(WHO),
                face == null ? List.of() : open(request),
                request.getRequestURI(),
                csrf == null ? "" : csrf.getToken(),
                said(request, NOTICE, words),
                assets,
                Map.of(TROUBLE, said(request, TROUBLE, words), AT, suggested(request)),
                face == null ? List.of() : bars);
    }

    /** A link may suggest a time to plan for: {@code ?at=2026-11-05T12:00}. */
    private static String suggested(HttpServletRequest request) {
        var at = request.getParameter(AT);
        return at == null ? "" : at;
    }

    /** The page's own language where it has one, the member's, or the best of ours for what the browser accepts. */
    public Locale locale(HttpServletRequest request) {
        if (request.getAttribute(LOCALE) instanceof Locale own) {
            return own;
        }
        return request.getAttribute(WHO) instanceof Who who
                ? who.locale()
                : languages.best(request.getHeader("Accept-Language"));
    }

    private List<Door> open(HttpServletRequest request) {
        var roles = request.getAttribute(ROLES) instanceof Set<?> set ? set : Set.of();
        return doors.stream()
                .filter(door -> door.roles().isEmpty() || door.roles().stream().anyMatch(roles::contains))
                .toList();
    }

    /** A redirect names the message to show: {@code ?notice=planning.saved}; only keys of ours are shown. */
    private static String said(HttpServletRequest request, String parameter, Words words) {
        var key = request.getParameter(parameter);
        return key != null && words.has(key) ? words.t(key) : "";
    }
}
