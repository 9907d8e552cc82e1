package dev.parvi.connector.page;

import dev.parvi.brand.Branding;
import dev.parvi.connector.SignsIn.Credentials;
import dev.parvi.page.Posting;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Connects the page of the brand whose scope it is: nothing needs to be asked. */
@Component
final class Opening {

    private final Branding branding;
    private final Posting posting;

    Opening(Branding branding, Posting posting) {
        this.branding = branding;
        this.posting = posting;
    }

    Credentials page() {
        var brand = branding.current();
        return new Credentials(brand.handle(), brand.handle(), brand.name(), posting.home(), Map.of());
    }
}
