package dev.parvi.connector.wordpress;

import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Fault;
import dev.parvi.connector.SignsIn.Credentials;
import dev.parvi.connector.SignsIn.Field;
import dev.parvi.connector.SignsIn.Step;
import dev.parvi.connector.Unfulfilled;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.parser.Parser;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Connects a blog by its address, a user's name and an application password of theirs. */
@Component
final class SigningIn {

    private static final Duration MOST = Duration.ofSeconds(40);

    private final Sites sites;
    private final Rest rest;

    SigningIn(Sites sites, Rest rest) {
        this.sites = sites;
        this.rest = rest;
    }

    static Step begin() {
        return new Step.Ask(
                List.of(new Field("site", false, ""), new Field("user", false, ""), new Field("password", true, "")));
    }

    Step answer(Map<String, String> given) throws ConnectorFailed {
        var typed = filled(given, "site", "wordpress.site-missing");
        var user = filled(given, "user", "wordpress.user-missing");
        var password = filled(given, "password", "wordpress.password-missing");
        var page = Sites.typed(typed).orElseThrow(() -> wrong("wordpress.site-address", typed, "site"));
        var deadline = Deadline.in(MOST);
        var to = new Rest.To(root(page, deadline), user, password, deadline);
        var index = index(to);
        var member = member(to, index);
        if (!member.missing().isEmpty()) {
            throw wrong(member.missing(), member.name(), "user");
        }
        return new Step.Done(credentials(to, index, member));
    }

    /** Without the invisible marks that come along when it's copied. */
    private static String filled(Map<String, String> given, String field, String fault) throws ConnectorFailed {
        var said = given.getOrDefault(field, "").replaceAll("\\p{Cf}", "").strip();
        if (said.isEmpty()) {
            throw wrong(fault, "", field);
        }
        return said;
    }

    private URI root(URI page, Deadline deadline) throws ConnectorFailed {
        try {
            return sites.root(page, deadline);
        } catch (Unfulfilled e) {
            throw wrong(e.fault().code(), e.fault().detail(), "site");
        }
    }

    private JsonNode index(Rest.To to) throws ConnectorFailed {
        try {
            var fields = Map.of("_fields", "name,home,url,namespaces,authentication");
            return rest.get(to, "", fields).body();
        } catch (Unfulfilled e) {
            throw switch (e.kind()) {
                case STRANGER -> wrong("wordpress.password", e.fault().detail(), "password");
                case AWAY, LIMITED -> wrong(e.fault().code(), e.fault().detail(), "site");
                case REFUSED, FORBIDDEN, UNSURE ->
                    wrong("wordpress.no-rest", e.fault().detail(), "site");
            };
        }
    }

    private Member member(Rest.To to, JsonNode index) throws ConnectorFailed {
        try {
            return Member.read(rest, to);
        } catch (Unfulfilled e) {
            var detail = e.fault().detail();
            var off = index.path("authentication").path("application-passwords").isMissingNode();
            throw switch (e.kind()) {
                case STRANGER ->
                    off
                            ? wrong("wordpress.no-passwords", detail, "site")
                            : wrong("wordpress.password", detail, "password");
                case FORBIDDEN -> wrong("wordpress.may-not-publish", detail, "user");
                case REFUSED, LIMITED, AWAY, UNSURE -> wrong(e.fault().code(), detail, "site");
            };
        }
    }

    private static Credentials credentials(Rest.To to, JsonNode index, Member member) throws ConnectorFailed {
        var home = home(index);
        var place = Sites.place(home);
        var title = Parser.unescapeEntities(index.path("name").asString(""), false);
        var login = new Login(to.root(), place, to.user(), to.password(), member.id());
        return new Credentials(place, place, title.isBlank() ? place : title, home, login.kept());
    }

    private static URI home(JsonNode index) throws ConnectorFailed {
        var said = index.path("home").asString(index.path("url").asString(""));
        try {
            var home = URI.create(said);
            if (home.getHost() != null) {
                return home;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw wrong("wordpress.no-rest", said, "site");
    }

    private static ConnectorFailed wrong(String code, String detail, String field) {
        return new ConnectorFailed(new Fault(code, detail), false, field);
    }
}
