package dev.parvi.connector.page;

import dev.parvi.connector.Stirred;
import dev.parvi.page.PageCommented;
import dev.parvi.page.PageModerated;
import dev.parvi.shared.BrandId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Says at once that something new is on the page: when it's committed, so that it can be read. */
@Component
class Stirring {

    private final ApplicationEventPublisher events;

    Stirring(ApplicationEventPublisher events) {
        this.events = events;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(PageCommented said) {
        stir(said.brand());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(PageModerated said) {
        stir(said.brand());
    }

    private void stir(BrandId brand) {
        events.publishEvent(new Stirred(brand, OwnPage.KEY));
    }
}
