package dev.parvi.account.web;

import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Descriptor;
import dev.parvi.connector.FaultWords;
import dev.parvi.connector.SignsIn.Field;
import dev.parvi.connector.SignsIn.Step;
import dev.parvi.ui.Page;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in as a form: what the network asks for, what was typed, and what was wrong with it.
 *
 * @param given what was typed, by field
 * @param elsewhere where the person goes on with the sign-in; null where they do here
 */
public record SignInForm(
        Descriptor network,
        List<Field> fields,
        Map<String, String> given,
        @Nullable ConnectorFailed refusal,
        @Nullable URI elsewhere) {

    static SignInForm begun(Descriptor network, Step step) {
        var fields = step instanceof Step.Ask(List<Field> asked) ? asked : List.<Field>of();
        return new SignInForm(network, fields, Map.of(), null, null);
    }

    /** Only what the network asked for: a form carries more than that. */
    SignInForm with(Map<String, String> typed) {
        var asked = fields.stream()
                .filter(field -> typed.containsKey(field.name()))
                .collect(Collectors.toMap(Field::name, field -> typed.getOrDefault(field.name(), "")));
        return new SignInForm(network, fields, asked, null, elsewhere);
    }

    SignInForm next(Step step) {
        return switch (step) {
            case Step.Ask(List<Field> asked) -> new SignInForm(network, asked, given, null, null);
            case Step.GoTo(URI address, Map<String, String> kept) ->
                new SignInForm(network, fields, given, null, address);
            case Step.Done done -> this;
        };
    }

    SignInForm refused(ConnectorFailed failed) {
        return new SignInForm(network, fields, given, failed, elsewhere);
    }

    public String label(Page page, Field field) {
        return page.t(key(field));
    }

    public String hint(Page page, Field field) {
        return page.words().has(key(field) + ".hint") ? page.t(key(field) + ".hint") : "";
    }

    /** What stands in a field: secrets never come back. */
    public String value(Field field) {
        return field.secret() ? "" : given.getOrDefault(field.name(), field.usual());
    }

    public String error(Page page, Field field) {
        return refusal != null && refusal.field().equals(field.name()) ? said(page) : "";
    }

    /** What was wrong, where it's about none of the fields. */
    public String error(Page page) {
        return refusal == null
                        || fields.stream().anyMatch(field -> refusal.field().equals(field.name()))
                ? ""
                : said(page);
    }

    private String said(Page page) {
        return refusal == null ? "" : FaultWords.of(page, refusal.fault());
    }

    private String key(Field field) {
        return "network." + network.network() + ".field." + field.name();
    }
}
