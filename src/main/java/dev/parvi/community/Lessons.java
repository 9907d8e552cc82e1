package dev.parvi.community;

import dev.parvi.shared.BrandId;
import dev.parvi.text.Learned;
import org.springframework.stereotype.Component;

/** What a brand's moderators have taught. Nothing yet: corrections come with their page. */
@Component
class Lessons {

    Learned of(BrandId brand) {
        return Learned.NOTHING;
    }
}
