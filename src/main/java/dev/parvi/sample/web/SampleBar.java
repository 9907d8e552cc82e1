package dev.parvi.sample.web;

import dev.parvi.brand.Brand;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.ui.Bar;
import dev.parvi.ui.Page;
import dev.parvi.ui.Parts;
import gg.jte.Content;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Says on every page of the sample brand what it is, with the button that removes it for who may. */
@Component
class SampleBar implements Bar {

    private final Parts parts;

    SampleBar(Parts parts) {
        this.parts = parts;
    }

    @Override
    public Optional<Content> on(Page page) {
        return asked(Brand.class) instanceof Brand brand && brand.sample()
                ? Optional.of(parts.of("sample/web/bar", Map.of("page", page, "removes", removes())))
                : Optional.empty();
    }

    private static boolean removes() {
        return asked(Seat.class) instanceof Seat seat && seat.may(Right.MANAGE);
    }

    private static @Nullable Object asked(Class<?> kind) {
        return RequestContextHolder.currentRequestAttributes()
                .getAttribute(kind.getName(), RequestAttributes.SCOPE_REQUEST);
    }
}
